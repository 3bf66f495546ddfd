"""The rules that make follow-ups: what has to happen, how long after, and what is to be done."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.follow_rules import FollowRuleRow, load_follow_rules
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.follow_rules import DEADLINE, EVENTS, MOST_DAYS, PRESETS, rule_sentence
from shopdesk.rules.follow_ups import KINDS
from shopdesk.rules.kinds import KINDS as CASE_KINDS
from shopdesk.rules.sentences import task_name
from shopdesk.services.case_drafts import FollowRuleDraft
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.fields import CheckField, ChoiceField, LineField, QuantityField
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.list_dialog import Entry, ListDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_NOTE_LENGTH = 500
_LIST_PX = 520
"""A rule is a sentence, which tells it from the others by its end."""
ADDED = N_("Rule added.")
CHANGED = N_("Rule changed.")
REMOVED = N_("Rule removed.")


class FollowRulesDialog(ListDialog):
    """A rule makes one follow-up of each case; what it made stays whatever becomes of it."""

    def __init__(self, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent, _("Rules for follow-ups"), _LIST_PX)
        self._bench = bench
        self._rules: dict[str, FollowRuleRow] = {}
        self._add_fields()
        self._said = plain_label("", "muted", wrap=True)
        self.below.addWidget(self._said)
        self.buttons.addWidget(icon_button(_("&Add a rule"), "plus", lambda: self.leave("")))
        self.remove_button = icon_button(_("&Remove"), "trash", self.remove)
        self.buttons.addWidget(self.remove_button)
        self.event_field.changed.connect(self._follow_event)
        self._read()

    def show_entry(self, key: str) -> None:
        """Show a rule, or the empty form of a new one."""
        row = self._rules.get(key)
        self.event_field.set_value(row.event if row else next(iter(EVENTS)))
        self._follow_event()
        self.case_kind.set_value(row.case_kind if row else "")
        self.clock.set_value(row.clock if row else "")
        self.days.set_value(row.days if row else 3)
        self.kind.set_value(row.kind if row else next(iter(KINDS)))
        self.channel.set_value(row.channel if row else "")
        self.note.set_value(row.note if row else "")
        self.active.set_value(row is None or row.active)
        self._said.setText("" if row is None else _said(row))
        self._offer_removal(row)
        self.form.settle()

    def save(self) -> None:
        """Write the rule."""
        row, draft = self._rules.get(self.chosen), self._draft()

        def work(session: Session) -> int:
            if row is None:
                made: int = services.follow_rule_list.add_follow_rule(session, draft)
                return made
            services.follow_rule_list.change_follow_rule(session, row.id, draft, row.version)
            return row.id

        label = ADDED if row is None else CHANGED
        self._bench.operations.write(label, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Stay open at the rule, and offer to take it back."""
        super().saved(value, change)
        self.chosen = str(value or "")
        self._read()
        if change.id is not None:
            offer_undo(self._bench, change, change.words, self._read)

    def remove(self) -> None:
        """Take a rule of the shop's own away."""
        row = self._rules.get(self.chosen)
        if row is None:
            return

        def work(session: Session) -> None:
            services.follow_rule_list.remove_follow_rule(session, row.id, row.version)

        self._bench.operations.write(REMOVED, work, self.saved, self.refused)

    def _draft(self) -> FollowRuleDraft:
        return FollowRuleDraft(
            event=self.event_field.value(),
            kind=self.kind.value(),
            days=self.days.value(),
            case_kind=self.case_kind.value(),
            clock=self.clock.value() if self.event_field.value() == DEADLINE else "",
            channel=self.channel.value(),
            note=self.note.value(),
            active=self.active.value(),
        )

    def _add_fields(self) -> None:
        add = self.form.add
        events = [(code, _(event.name)) for code, event in EVENTS.items()]
        self.event_field = add("event", N_("&When"), ChoiceField(events))
        self.case_kind = add("case_kind", N_("&Of"), ChoiceField())
        clocks = [(code, _(clock.name)) for code, clock in CLOCKS.items()]
        self.clock = add("clock", N_("D&eadline"), ChoiceField(clocks))
        self.days = add("days", N_("&Days after"), QuantityField(0, MOST_DAYS))
        self.kind = add("kind", N_("Wha&t"), ChoiceField([(k, _(w)) for k, w in KINDS.items()]))
        channels = [("", "—"), *((code, _(name)) for code, name in CHANNELS.items())]
        self.channel = add("channel", N_("C&hannel"), ChoiceField(channels))
        self.note = add("note", N_("&Note"), LineField(_NOTE_LENGTH))
        self.active = add("active", "", CheckField(_("Switched o&n")))

    def _follow_event(self) -> None:
        """Offer the kinds of case to which the event happens, and deadlines where it is one."""
        event = EVENTS[self.event_field.value()]
        kinds = [(code, _(CASE_KINDS[code].name)) for code in event.kinds]
        self.case_kind.set_choices([("", _("Every kind")), *kinds] if len(kinds) > 1 else kinds)
        self.form.show_field("clock", shown=event.code == DEADLINE)

    def _offer_removal(self, row: FollowRuleRow | None) -> None:
        ours = row is not None and row.code not in PRESETS
        self.remove_button.setEnabled(ours)
        why = _("A rule that came with ShopDesk is only switched off.")
        self.remove_button.setToolTip("" if ours else why)

    def _read(self) -> None:
        self._bench.operations.query((id(self), "rules"), load_follow_rules, self._show)

    def _show(self, rules: list[FollowRuleRow]) -> None:
        self._rules = {str(row.id): row for row in rules}
        self.set_entries([_entry(row) for row in sorted(rules, key=lambda row: not row.active)])


def _entry(row: FollowRuleRow) -> Entry:
    words = _words(row) if row.active else _("Off – {rule}").format(rule=_words(row))
    return Entry(str(row.id), words, faint=not row.active)


def _words(row: FollowRuleRow) -> str:
    return _("{task}: {when}").format(task=task_name(row.kind), when=rule_sentence(row))


def _said(row: FollowRuleRow) -> str:
    """Return the whole rule in words, which the list has no room for, and what came of it."""
    said = _("{sentence}.").format(sentence=_words(row))
    return f"{said}\n{_made_words(row.made)}"


def _made_words(made: int) -> str:
    if not made:
        return _("It has made no follow-up yet.")
    return ngettext(
        "It has made {n} follow-up so far.", "It has made {n} follow-ups so far.", made
    ).format(n=made)
