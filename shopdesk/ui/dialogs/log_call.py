"""What came of a follow-up: outcome, score, and the next one, in one go and by keys alone.

LogCallDialog(bench, row, times, window).open()
"""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.follow_ups import FollowUpRow
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.follow_times import ShopTimes
from shopdesk.rules.follow_ups import (
    KINDS,
    OUTCOMES,
    SCORE_WORDS,
    WITHOUT_NEXT,
    outcomes_of,
)
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.rules.sentences import task_name
from shopdesk.services.case_drafts import OutcomeDraft
from shopdesk.ui.base.chip_field import ChipsField
from shopdesk.ui.base.contact_facts import ContactFacts
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.fields import ChoiceField, LineField, NoteField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.follow_ups.time_field import TimeField
from shopdesk.ui.follow_ups.words import buyer_of
from shopdesk.ui.workbench import Workbench

_NOTE_LENGTH = 10_000
_LINE_LENGTH = 500
LOGGED = N_("Outcome written down.")
LOGGED_NEXT = N_("Outcome written down, the next one planned.")
WIDTH_PX = 600


class LogCallDialog(FormDialog):
    """Asks for a score only where somebody answered, for a time only where something is next."""

    def __init__(
        self, bench: Workbench, row: FollowUpRow, times: ShopTimes, parent: QWidget
    ) -> None:
        about = row.case_number or buyer_of(row)
        title = task_name(row.kind)
        super().__init__(parent, f"{title} · {about}" if about else title)
        self.setMinimumWidth(WIDTH_PX)
        self._bench = bench
        self._row = row
        self.buyer = Facts(bench.messages.toast)
        self.buyer.set_facts(list(_buyer_facts(row)))
        self.form.add_row(self.buyer)
        self._add_outcome(row)
        self._add_next(times)
        self._follow_outcome()
        self._follow_next()
        self.form.settle()
        self.outcome.changed.connect(self._follow_outcome)
        self.next_kind.changed.connect(self._follow_next)

    def save(self) -> None:
        """Write the outcome."""
        if not self.outcome.value():
            self.refused(FieldError("outcome", _("Choose what came of it.")))
            return
        row, draft = self._row, self._draft()

        def work(session: Session) -> int | None:
            made: int | None = services.follow_ups.log_outcome(session, row.id, draft, row.version)
            return made

        label = LOGGED_NEXT if draft.next_kind else LOGGED
        self._bench.operations.write(label, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        offer_undo(self._bench, change, change.words)

    def _draft(self) -> OutcomeDraft:
        answered = self.outcome.value() == "answered"
        score = self.score.value() if answered else ""
        kind = "" if self.outcome.value() in WITHOUT_NEXT else self.next_kind.value()
        return OutcomeDraft(
            self.outcome.value(),
            note=self.note.value(),
            channel=self.channel.value(),
            score=int(score) if score else None,
            score_note=self.why.value() if answered else "",
            next_kind=kind,
            next_due_at=self.next_at.value() if kind else None,
        )

    def _add_outcome(self, row: FollowUpRow) -> None:
        add = self.form.add
        outcomes = [(code, OUTCOMES[code]) for code in outcomes_of(row.kind)]
        self.outcome = add("outcome", N_("&Outcome"), ChipsField(outcomes))
        scores = [(str(score), words) for score, words in SCORE_WORDS.items()]
        self.score = add("score", N_("How &content"), ChipsField(scores))
        self.why = add("score_note", N_("&Why"), LineField(_LINE_LENGTH))
        self.note = add("note", N_("What was &said"), NoteField(_NOTE_LENGTH))
        channels = [("", "—"), *((code, _(name)) for code, name in CHANNELS.items())]
        self.channel = add("channel", N_("C&hannel"), ChoiceField(channels))
        self.channel.set_value(row.channel)

    def _add_next(self, times: ShopTimes) -> None:
        kinds = [("", _("Nothing more")), *((code, _(name)) for code, name in KINDS.items())]
        self.next_kind = self.form.add("next_kind", N_("&Next"), ChoiceField(kinds))
        self.next_at = self.form.add("next_due_at", N_("Wh&en"), TimeField(times))
        self.next_at.choose("tomorrow")

    def _follow_outcome(self) -> None:
        """Ask what belongs to the outcome; after no answer the same is proposed for tomorrow."""
        outcome = self.outcome.value()
        for name in ("score", "score_note"):
            self.form.show_field(name, shown=outcome == "answered")
        self.form.show_field("next_kind", shown=outcome not in WITHOUT_NEXT)
        if outcome == "no_answer" and not self.next_kind.value():
            self.next_kind.set_value(self._row.kind)
        elif outcome != "no_answer" and self.next_kind.value() == self._row.kind:
            self.next_kind.set_value("")
        self._follow_next()

    def _follow_next(self) -> None:
        planned = bool(self.next_kind.value()) and self.outcome.value() not in WITHOUT_NEXT
        self.form.show_field("next_due_at", shown=planned)
        self._grow()


def _buyer_facts(row: FollowUpRow) -> Iterator[Fact]:
    """Yield what one needs to call: it is hidden where the shop wants it, and copied in full."""
    handle = PLATFORMS.get(row.platform, PLATFORMS["other"]).handle
    yield Fact(_("Buyer"), row.buyer_name)
    yield ContactFacts(row.masks).phone(row.buyer_phone)
    yield Fact(_(handle), row.buyer_handle, copy=True)
    yield Fact(_("Note"), row.note)
