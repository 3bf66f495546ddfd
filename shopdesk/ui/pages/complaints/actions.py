"""What can be done with the shown complaint; buttons, menu and keys share its actions."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.case_detail import CaseDetail
from shopdesk.queries.complaint_detail import ComplaintDetail, OptionRow
from shopdesk.rules.complaints import LEAST_OPTIONS, STEPS, next_step, steps_from
from shopdesk.rules.options import asks_for_something
from shopdesk.rules.states import Step
from shopdesk.services.complaint_drafts import (
    ActDraft,
    ChoiceDraft,
    ComplaintStepDraft,
    OptionDraft,
)
from shopdesk.ui.actions import Action
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.sent_once import SentOnce
from shopdesk.ui.dialogs.undoing import offer_undo_of
from shopdesk.ui.pages.cases.money_actions import MoneyActions
from shopdesk.ui.pages.cases.shown_actions import EVIDENCE_PACK, HAND_OVER, SEND_GOODS
from shopdesk.ui.pages.cases.step_actions import COMMON, Doing, StepActions
from shopdesk.ui.workbench import Workbench

CAUSE_SET = N_("Cause noted.")
OPTIONS_CHANGED = N_("Options changed.")


class ComplaintActions(StepActions[CaseDetail]):
    """Beside the steps: options, the cause, what was logged wrong."""

    steps = STEPS
    names: ClassVar[Mapping[str, Action]] = {
        **COMMON,
        "add_option": Action(N_("&Add an option"), "plus", "Ctrl+O"),
        "correct": Action(N_("Correct &what was logged…"), "pencil"),
    }
    entries = (
        "",
        "add_option",
        "correct",
        "add_note",
        SEND_GOODS,
        HAND_OVER,
        EVIDENCE_PACK,
        "",
        "costs",
        "liability",
        "",
        "copy_number",
        "copy_order",
    )
    opens = (SEND_GOODS,)
    none_chosen = N_("Select a complaint first.")
    finished = N_("This complaint is over. The menu beside can reopen it.")

    def __init__(
        self,
        bench: Workbench,
        page: QWidget,
        read_again: Callable[[], None],
        show_again: Callable[[int], None] = lambda _case_id: None,
    ) -> None:
        self.detail: ComplaintDetail | None = None
        self._show_again = show_again
        self._once = SentOnce(bench, page, read_again)
        super().__init__(bench, page)
        MoneyActions(bench, page, self.actions, lambda: self.found)

    def show_complaint(self, detail: ComplaintDetail | None) -> None:
        """Act on another complaint from now on."""
        self.detail = detail
        self.show(detail.case if detail else None)

    def next_code(self) -> str:
        """Return the code of the step that moves it on; empty if there is none."""
        step = next_step(self.detail.grievance) if self.detail else None
        return step.code if step else ""

    def other_codes(self) -> Iterable[str]:
        """Return the codes of the other steps that can be taken now."""
        steps = steps_from(self.detail.grievance) if self.detail else []
        return [step.code for step in steps if step.code != self.next_code()]

    def take(self, code: str) -> None:
        """Take a step at once where it asks for nothing, else open its form."""
        if self.detail is None:
            return
        if code == "offer" and not self.detail.options_now:
            self.add_option()
        elif self._asks(self.detail, STEPS[code]):
            self._open_form(self.detail, STEPS[code])
        else:
            self._write_step(self.detail, STEPS[code], ActDraft() if code == "act" else None)

    def choose(self, option_id: int) -> None:
        """Note that the buyer chose an option."""
        if self.detail is not None:
            self._write_step(self.detail, STEPS["choose"], ChoiceDraft(option_id))

    def doing(self) -> Doing:
        """Return what can be done besides."""
        return {
            "add_option": (self.add_option, self._why_no_option),
            "correct": (self._correct, self.why_none),
        }

    def add_option(self) -> None:
        """Open the form for another option."""
        self._open_option(None)

    def change_option(self, option: OptionRow) -> None:
        """Open the form of an option that is not offered yet."""
        self._open_option(option)

    def remove_option(self, option: OptionRow) -> None:
        """Take an option away that is not offered yet."""

        def work(session: Session) -> None:
            services.complaints.remove_option(session, option.id, option.version)

        self._write(OPTIONS_CHANGED, work)

    def add_options(self, drafts: Iterable[OptionDraft]) -> None:
        """Add what the library proposes."""
        detail, wanted = self.detail, tuple(drafts)
        if detail is None:
            return

        def work(session: Session) -> None:
            services.complaints.add_options(session, detail.id, wanted)

        self._write(OPTIONS_CHANGED, work)

    def set_cause(self, cause: str) -> None:
        """Note why it went wrong."""
        detail = self.detail
        if detail is None or detail.cause == cause:
            return

        def work(session: Session) -> None:
            services.complaints.set_cause(session, detail.id, cause, detail.cause_note)

        self._write(CAUSE_SET, work)

    def _asks(self, detail: ComplaintDetail, step: Step) -> bool:
        if step.code == "offer":
            return len(detail.options_now) < LEAST_OPTIONS
        if step.code == "act":
            chosen = detail.chosen
            return chosen is not None and asks_for_something(chosen.does, chosen.follow_kind)
        if step.code == "close":
            return not detail.cause or bool(detail.to_be_done)
        return step.asks is not None

    def _open_form(self, detail: ComplaintDetail, step: Step) -> None:
        from shopdesk.ui.dialogs.complaints.by_step import COMPLAINT_DIALOGS

        form = COMPLAINT_DIALOGS[step.asks or ""]
        dialog = form(self._bench, detail, step, self._page.window())
        dialog.undone = partial(self._show_again, detail.id)
        dialog.open()

    def _open_option(self, option: OptionRow | None) -> None:
        from shopdesk.ui.dialogs.complaints.option import OptionDialog

        if self.detail is not None:
            OptionDialog(self._bench, self.detail, self._page.window(), option).open()

    def _correct(self) -> None:
        from shopdesk.ui.dialogs.complaints.change import ChangeDialog

        if self.detail is not None:
            ChangeDialog(self._bench, self.detail, self._page.window()).open()

    def _write_step(
        self, detail: ComplaintDetail, step: Step, draft: ComplaintStepDraft | None
    ) -> None:
        """Take a step on what was seen; a key held down takes it once only."""
        seen = detail.seen
        if not self._once.is_new(seen.number, seen.version, step.code):
            return

        def work(session: Session) -> None:
            services.complaints.take_complaint_step(
                session, seen.id, step.code, draft, seen.version
            )

        self._write(step.done, work)

    def _write(self, done: str, work: Callable[[Session], None]) -> None:
        if self.detail is not None:
            told = partial(self._written, self.detail.case, done)
            self._bench.operations.write(done, work, told, self._once.refuse)

    def _written(self, case: CaseDetail, done: str, _value: object, change: Change) -> None:
        again = partial(self._show_again, case.id)
        offer_undo_of(self._bench, change, case.number, done, again)

    def _why_no_option(self) -> str:
        if self.detail is None:
            return self.why_none()
        if self.detail.may_add_options:
            return ""
        return _("The buyer chose already, or it is over.")
