"""What to think of before the next step: why goods wait, what to do where a parcel went wrong."""

from shopdesk.i18n import N_, _
from shopdesk.queries.claims import ClaimBasis
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.rules.reshipments import ADVICE, CLAIMABLE, UNSENT
from shopdesk.ui.base.notice import Notice

_CLAIM = N_("Nothing is claimed from the courier yet: do so below.")


class AdviceNotice(Notice):
    """Shown only where there is something to say."""

    def __init__(self) -> None:
        super().__init__("", "wait")

    def show_goods(self, goods: ReshipmentRow, failure: str, claims: ClaimBasis | None) -> None:
        """Say what fits a reshipment as it stands; `failure` is what went wrong with it last."""
        unclaimed = claims is not None and claims.is_offered and not claims.claims
        parts = [_said(goods)]
        if failure in CLAIMABLE and unclaimed:
            parts.append(_(_CLAIM))
        said = " ".join(filter(None, parts))
        self.set_text(said, "wait")
        self.setVisible(bool(said))


def _said(goods: ReshipmentRow) -> str:
    if goods.state in UNSENT and goods.wait_note:
        return _("Cannot be packed yet: {why}").format(why=goods.wait_note)
    return _(ADVICE[goods.state]) if goods.state in ADVICE else ""
