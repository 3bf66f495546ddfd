"""What the button of a task does: the step at once, or its form, over this page where it can be."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.queries.follow_ups import load_follow_up
from shopdesk.queries.reshipments import load_reshipment
from shopdesk.queries.return_detail import load_return_detail
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.states import Step
from shopdesk.rules.today.tasks import OPEN, Task
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.dialogs.reshipment_steps import ReshipmentSteps
from shopdesk.ui.dialogs.sent_once import SentOnce
from shopdesk.ui.dialogs.undoing import offer_undo_of
from shopdesk.ui.follow_ups.doing import FollowUpDoing
from shopdesk.ui.pages.returns.step_taking import StepTaking
from shopdesk.ui.pages.today.wording import TaskWords
from shopdesk.ui.workbench import Workbench

FOLLOW_UPS_PAGE = "follow_ups"
FoundT = TypeVar("FoundT")


class TaskDoing(QObject):
    """Acts on tasks as they were seen; a key held down takes a step once only.

    Forms open over this page, so that the next task waits behind them; those of a complaint
    open on its own page, for one answers with the whole story in view.
    """

    def __init__(
        self,
        bench: Workbench,
        page: QWidget,
        show_again: Callable[[tuple[str, int]], None],
        read_again: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._bench = bench
        self._show_again = show_again
        self._read_again = read_again
        self._once = SentOnce(bench, page, read_again)
        self._returns = StepTaking(
            bench, page, lambda case_id: show_again(("return", case_id)), read_again
        )
        self._reshipments = ReshipmentSteps(
            bench, page, lambda case_id: show_again(("reshipment", case_id))
        )
        self._follow_ups = FollowUpDoing(bench, page)

    def do(self, words: TaskWords) -> None:
        """Do what the button of a row says."""
        if words.step == OPEN:
            self.open(words)
            return
        doing: dict[str, Callable[[TaskWords], None]] = {
            "return": self._do_return,
            "reshipment": self._do_reshipment,
            "complaint": self._do_complaint,
            "follow_up": self._log_call,
        }
        doing[words.task.kind](words)

    def open(self, words: TaskWords) -> None:
        """Show the case, or the follow-up, on its own page."""
        task = words.task
        page = KINDS[task.kind].page if task.kind in KINDS else FOLLOW_UPS_PAGE
        self._bench.guide.go(page, task.id)

    def _do_return(self, words: TaskWords) -> None:
        step = KINDS["return"].steps[words.step.code]
        self._with(words, load_return_detail, lambda found: self._returns.take(found, step))

    def _do_reshipment(self, words: TaskWords) -> None:
        step = KINDS["reshipment"].steps[words.step.code]
        self._with(words, load_reshipment, lambda found: self._reshipments.take(found, step))

    def _log_call(self, words: TaskWords) -> None:
        self._with(words, load_follow_up, self._follow_ups.log)

    def _with(
        self,
        words: TaskWords,
        load: Callable[[Reader, int], FoundT | None],
        do: Callable[[FoundT], None],
    ) -> None:
        """Act on what is in the file now; where it is not what was seen, the list is read anew."""

        def act(found: FoundT | None) -> None:
            if found is None or getattr(found, "version", None) != words.task.version:
                self._read_again()
            else:
                do(found)

        key = ("today", words.key)
        self._bench.operations.query(key, lambda reader: load(reader, words.task.id), act)

    def _do_complaint(self, words: TaskWords) -> None:
        kind = KINDS["complaint"]
        if words.step.asks:
            self._bench.guide.go(kind.page, words.task.id, step=words.step.code)
        else:
            self._take_complaint(words.task, kind.steps[words.step.code])

    def _take_complaint(self, task: Task, step: Step) -> None:
        if not self._once.is_new(task.number, task.version):
            return

        def work(session: Session) -> None:
            services.complaints.take_complaint_step(
                session, task.id, step.code, version=task.version
            )

        done = partial(self._taken, task, step)
        self._bench.operations.write(step.done, work, done, self._once.refuse)

    def _taken(self, task: Task, step: Step, _value: object, change: Change) -> None:
        again = partial(self._show_again, (task.kind, task.id))
        offer_undo_of(self._bench, change, task.number, step.done, again)
