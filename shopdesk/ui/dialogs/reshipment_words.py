"""A step of a reshipment that asks for nothing but words: why, what happened, what was done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.rules.states import Step
from shopdesk.services.case_drafts import FailureDraft
from shopdesk.services.drafts import ReasonDraft
from shopdesk.ui.actions import plain_text
from shopdesk.ui.base.fields import NoteField
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.reshipment_dialog import ReshipmentDialog
from shopdesk.ui.workbench import Workbench

_MAX_LENGTH = 10_000


@dataclass(frozen=True, slots=True)
class Words:
    """What a form says, marked for translation; a title that is empty is the step's name."""

    label: str
    draft: Callable[[str], ReasonDraft | FailureDraft]
    hint: str = ""
    title: str = ""
    keep: str = ""
    """What the button says that leaves all as it is, where "Cancel" could be misread."""


WORDS = {
    "cancel": Words(N_("&Reason"), ReasonDraft, title=N_("Cancel reshipment"), keep=N_("&Keep it")),
    "failure": Words(
        N_("What &happened"),
        FailureDraft,
        N_("As far as it is known; it stands on the timeline."),
    ),
    "note": Words(N_("&Words for the timeline"), ReasonDraft),
    "refund_instead": Words(
        N_("What was &agreed"),
        ReasonDraft,
        N_("A return that keeps the goods is opened and agreed; settle it there."),
        title=N_("Refund instead"),
    ),
}
"""By what a step asks for."""


class ReshipmentWordsDialog(ReshipmentDialog):
    """The words stay on the timelines of the reshipment and of the case that it is for."""

    def __init__(self, bench: Workbench, row: ReshipmentRow, step: Step, parent: QWidget) -> None:
        words = WORDS[step.asks or "note"]
        title = _(words.title or step.name).rstrip("…")
        super().__init__(bench, row, parent, (title, f"&{plain_text(title)}"))
        self.said = step.done
        self._step, self._words = step, words
        hint = _(words.hint) if words.hint else ""
        self.text = self.form.add("text", words.label, NoteField(_MAX_LENGTH), hint)
        if words.keep:
            self.cancel_button.setText(_(words.keep))
        self.form.settle()

    def save(self) -> None:
        """Take the step; an empty text is refused by those that need one."""
        draft, code = self._words.draft(self.text.value()), self._step.code
        case_id, version = self.seen.id, self.seen.version

        def work(session: Session) -> None:
            services.reshipments.take_reshipment_step(session, case_id, code, draft, version)

        self.write(work)
