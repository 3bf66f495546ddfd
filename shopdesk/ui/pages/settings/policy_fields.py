"""The fields of a return policy, in words and in groups.

fields = PolicyFields(form)
fields.fill(shop.rules)
edited = fields.policy()        # the same policy with what stands in the fields
"""

from dataclasses import replace
from typing import cast

from shopdesk.i18n import N_, _
from shopdesk.rules.categories import CATEGORIES
from shopdesk.rules.policy import BOUNDS, CERTAINTIES, CONDITIONED, COUNTS, Certainty, CountFrom
from shopdesk.rules.policy import Policy as Rules
from shopdesk.rules.reasons import FAULTS, Fault
from shopdesk.rules.remedies import FREIGHT_PAYERS
from shopdesk.ui.base.fields import ChoiceField, DateField, LineField, NoteField
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.ticks_field import TicksField
from shopdesk.ui.pages.settings.span_field import SpanField

_NAME_LENGTH = 200
_SOURCE_LENGTH = 500
_OVER_HEAD_PX = 12
_WINDOWS = {
    "window_days": N_("Without a reason"),
    "fault_window_days": N_("With a fault"),
}
# The waits that have a clock, by the field that gives each its time.
_CLOCKS = {
    "decide_hours": ("decide", N_("To decide")),
    "send_days": ("send", N_("Buyer sends it")),
    "arrive_days": ("arrive", N_("Parcel arrives")),
    "inspect_days": ("inspect", N_("To inspect")),
    "refund_days": ("refund", N_("To refund, from arrival")),
    "reship_days": ("reship", N_("To send goods")),
    "tell_days": ("tell", N_("To tell the buyer")),
    "reply_hours": ("reply", N_("To the first reply to a complaint")),
    "solve_days": ("solve", N_("To offer a way out")),
    "choose_days": ("choose", N_("For the buyer to choose")),
    "act_days": ("act", N_("To do what was chosen")),
}
_REMIND = N_("After a reminder")
_FREIGHT: dict[Fault, str] = {
    "nobody": N_("Nobody's fault"),
    "buyer": N_("The buyer's choice"),
    "seller": N_("Our fault"),
    "courier": N_("The courier's fault"),
}


class PolicyFields:
    """Fields named after the policy's own, so that a refusal finds its place."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._shown: Rules | None = None
        self._spans: dict[str, SpanField] = {}
        self._payers: dict[Fault, ChoiceField] = {}
        self._add_windows()
        self._add_freight()
        self._add_clocks()
        self._add_goods()
        self._add_source()

    def fill(self, policy: Rules) -> None:
        """Put a policy in."""
        self._shown = policy
        for name, span in self._spans.items():
            clock = _CLOCKS[name][0] if name in _CLOCKS else ""
            span.set_value(getattr(policy, name), working=clock in policy.working)
        for fault, payer in self._payers.items():
            payer.set_value(policy.freight[fault])
        self.count_from.set_value(policy.count_from)
        self.excluded.set_value(policy.excluded)
        self.conditions.set_value(policy.conditions)
        self.evidence_for.set_value(policy.evidence_for)
        self.name.set_value(_(policy.name))
        self.source.set_value(_(policy.source))
        self.certainty.set_value(policy.certainty)
        self.checked_on.set_value(policy.checked_on)

    def policy(self) -> Rules:
        """Return the policy that was put in with what stands in the fields now."""
        shown = self._shown
        assert shown is not None  # noqa: S101 - filled before it is shown
        figures: dict[str, int] = {name: span.value()[0] for name, span in self._spans.items()}
        worked = {clock for name, (clock, _words) in _CLOCKS.items() if self._counts_working(name)}
        changed = replace(
            shown,
            count_from=cast("CountFrom", self.count_from.value()),
            excluded=self.excluded.value(),
            conditions=self.conditions.value(),
            evidence_for=cast("frozenset[Fault]", self.evidence_for.value()),
            working=frozenset(worked),
            freight={fault: payer.value() for fault, payer in self._payers.items()},
            name=_unless_same(self.name.value(), shown.name),
            source=_unless_same(self.source.value(), shown.source),
            certainty=cast("Certainty", self.certainty.value()),
            checked_on=self.checked_on.value(),
        )
        return replace(changed, **figures)  # type: ignore[arg-type] # each name is a figure's

    def _counts_working(self, name: str) -> bool:
        return self._spans[name].value()[1]

    def _add_windows(self) -> None:
        self._head(_("How long a buyer may ask"))
        counts = [(code, _(words)) for code, words in COUNTS.items()]
        self.count_from = self._form.add("count_from", N_("Counted from"), ChoiceField(counts))
        for name, words in _WINDOWS.items():
            self._span(name, words)

    def _add_freight(self) -> None:
        self._head(_("Who pays the way back"))
        payers = [(code, _(words)) for code, words in FREIGHT_PAYERS.items()]
        for fault, words in _FREIGHT.items():
            name = "freight" if not self._payers else f"freight_{fault}"
            self._payers[fault] = self._form.add(name, words, ChoiceField(payers))

    def _add_clocks(self) -> None:
        self._head(_("How long each step may take"))
        for name, (_clock, words) in _CLOCKS.items():
            self._span(name, words)
        self._span("remind_days", _REMIND)

    def _add_goods(self) -> None:
        self._head(_("Goods and evidence"))
        every = [(code, _(category.name)) for code, category in CATEGORIES.items()]
        asked = [(code, words) for code, words in every if code in CONDITIONED]
        faults = [(code, _(words)) for code, words in FAULTS.items()]
        self.excluded = self._form.add(
            "excluded", N_("Not without a fault"), TicksField([c for c in every if _special(c)])
        )
        self.conditions = self._form.add("conditions", N_("Ask the condition"), TicksField(asked))
        self.evidence_for = self._form.add(
            "evidence_for", N_("Photo, by whose fault"), TicksField(faults)
        )

    def _add_source(self) -> None:
        self._head(_("Where it comes from"))
        sure = [(code, _(words)) for code, words in CERTAINTIES.items()]
        self.name = self._form.add("name", N_("&Name"), LineField(_NAME_LENGTH))
        self.source = self._form.add("source", N_("S&ource"), NoteField(_SOURCE_LENGTH))
        self.certainty = self._form.add("certainty", N_("How sure"), ChoiceField(sure))
        self.checked_on = self._form.add("checked_on", N_("Checked on"), DateField())

    def _head(self, words: str) -> None:
        head = plain_label(words, "heading")
        head.setContentsMargins(0, _OVER_HEAD_PX, 0, 4)
        self._form.add_row(head)

    def _span(self, name: str, words: str) -> None:
        in_hours = name.endswith("_hours")
        unit = _("hours") if in_hours else _("days")
        working = _("Working days (24 h each)") if in_hours else _("Working days")
        field = SpanField(BOUNDS[name], unit, working if name in _CLOCKS else "")
        self._spans[name] = self._form.add(name, words, field)


def _special(choice: tuple[str, str]) -> bool:
    """Leave out goods in general: what is never taken back is a window of 0 days."""
    return choice[0] != "general"


def _unless_same(text: str, kept: str) -> str:
    """Keep a preset's own words untranslated, so that they read in any language later."""
    return kept if text == _(kept) else text
