"""The card that says why it comes back and what the buyer wants."""

from shopdesk.i18n import N_, _
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.remedies import REMEDIES
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.labelled import Place, refusal_line
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.pages.new_case.choices import ChipField, chips_of
from shopdesk.ui.pages.new_return.wanted_field import Wanted

_USUAL = "refund"
_NOTHING_CAME = "refund_only"
_KEYS = N_("1–9 or ← → choose")


class WhyCard(Card):
    """Chips for both; the remedy follows from the reason until a person chooses it."""

    def __init__(self) -> None:
        super().__init__(_("Why"), note=_(_KEYS))
        self.reason = ChipField(chips_of(REASONS), N_("Why it comes back"))
        self.remedy = ChipField(chips_of(REMEDIES), N_("What the buyer wants"))
        self._refusals = (refusal_line(), refusal_line())
        self.wanted = Wanted()
        self.remedy.propose(_USUAL)
        self.reason.changed.connect(self._propose)
        self.remedy.changed.connect(lambda: self.wanted.ask_for(self.remedy.value()))
        for widget in (
            self.reason,
            self._refusals[0],
            plain_label(_("What the buyer wants"), "heading"),
            self.remedy,
            self._refusals[1],
            self.wanted,
        ):
            self.body.addWidget(widget)

    def places(self) -> list[Place]:
        """Return where refusals are shown."""
        fields = (self.reason, self.remedy)
        names = ("reason", "remedy")
        chosen = [Place(*of) for of in zip(names, fields, self._refusals, strict=True)]
        return [*chosen, self.wanted.place("wanted")]

    def _propose(self) -> None:
        reason = REASONS[self.reason.value()]
        self.remedy.propose(_USUAL if reason.goods_received else _NOTHING_CAME)
