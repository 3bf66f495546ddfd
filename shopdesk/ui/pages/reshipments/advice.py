"""What to think of before the next step: why goods wait, what to do where a parcel went wrong."""

from datetime import datetime

from shopdesk.i18n import N_, _
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.rules.reshipments import ADVICE, UNSENT, is_stalled
from shopdesk.ui.base.notice import Notice

_STALLED = N_(
    "It was not scanned for longer than is usual. Ask the courier, write down what they say, and"
    " tell the buyer before they ask."
)


class AdviceNotice(Notice):
    """Shown only where there is something to say."""

    def __init__(self) -> None:
        super().__init__("", "wait")

    def show_goods(self, goods: ReshipmentRow, now: datetime) -> None:
        """Say what fits a reshipment as it stands."""
        said = _said(goods, now)
        self.set_text(said, "wait")
        self.setVisible(bool(said))


def _said(goods: ReshipmentRow, now: datetime) -> str:
    if goods.state in UNSENT and goods.wait_note:
        return _("Cannot be packed yet: {why}").format(why=goods.wait_note)
    if is_stalled(goods.moving(now)):
        return _(_STALLED)
    return _(ADVICE[goods.state]) if goods.state in ADVICE else ""
