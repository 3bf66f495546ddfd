"""What the button of a task does: the step at once, its form, or the place where it is done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.states import Step
from shopdesk.rules.today.tasks import LOG_CALL, OPEN, Task
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.returns.step_taking import StepTaking
from shopdesk.ui.pages.today.wording import TaskWords
from shopdesk.ui.workbench import Workbench

Work = Callable[[Session], object]
_FOLLOW_UPS = "follow_ups"


class TaskDoing(QObject):
    """Acts on tasks as they were seen; a key held down takes a step once only."""

    def __init__(
        self,
        bench: Workbench,
        page: QWidget,
        show_again: Callable[[tuple[str, int]], None],
        read_again: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._show_again = show_again
        self._read_again = read_again
        self._sent: tuple[str, int, int] | None = None
        self._returns = StepTaking(
            bench, page, lambda case_id: show_again(("return", case_id)), read_again
        )
        bench.operations.failed.connect(self._forget)

    def do(self, words: TaskWords) -> None:
        """Do what the button of a row says."""
        if words.step == OPEN:
            self.open(words)
        elif words.step == LOG_CALL:
            self._log_call(words.task)
        elif not words.step.asks:
            self._take(words.task, KINDS[words.task.kind].steps[words.step.code])
        elif words.task.kind == "return":
            self._fill_in(words)
        else:
            self._bench.guide.go(KINDS[words.task.kind].page, words.task.id, step=words.step.code)

    def open(self, words: TaskWords) -> None:
        """Show the case, or the follow-up, on its own page."""
        task = words.task
        page = KINDS[task.kind].page if task.kind in KINDS else _FOLLOW_UPS
        self._bench.guide.go(page, task.id)

    def _fill_in(self, words: TaskWords) -> None:
        """Open a return's form over this page: the next task waits here."""
        step = KINDS["return"].steps[words.step.code]

        def load(reader: Reader) -> ReturnDetail | None:
            return load_return_detail(reader, words.task.id)

        def show(found: ReturnDetail | None) -> None:
            if found is None or found.version != words.task.version:
                self._read_again()
            else:
                self._returns.take(found, step)

        self._bench.operations.query("today.form", load, show)

    def _log_call(self, task: Task) -> None:
        from shopdesk.ui.dialogs.log_call import open_log_call

        open_log_call(self._bench, task.id, self._page.window())

    def _take(self, task: Task, step: Step) -> None:
        seen = (task.kind, task.id, task.version)
        if seen == self._sent:
            return
        self._sent = seen
        work = _TAKERS[task.kind](task, step)
        done = partial(self._taken, task, step)
        self._bench.operations.write(step.done, work, done, self._refused)

    def _taken(self, task: Task, step: Step, _value: object, change: Change) -> None:
        sentence = _("{number}: {done}").format(number=task.number, done=_(step.done))
        again = partial(self._show_again, (task.kind, task.id))
        offer_undo(self._bench, change, sentence, again)

    def _refused(self, error: ShopDeskError) -> None:
        self._forget()
        self._bench.messages.refuse(error.sentence)
        self._read_again()

    def _forget(self, _error: object = None) -> None:
        self._sent = None


def _take_return(task: Task, step: Step) -> Work:
    return lambda session: services.steps.take_step(session, task.id, step.code, None, task.version)


def _take_reshipment(task: Task, step: Step) -> Work:
    return lambda session: services.reshipments.take_reshipment_step(
        session, task.id, step.code, version=task.version
    )


def _take_complaint(task: Task, step: Step) -> Work:
    return lambda session: services.complaints.take_complaint_step(
        session, task.id, step.code, version=task.version
    )


_TAKERS: dict[str, Callable[[Task, Step], Work]] = {
    "return": _take_return,
    "reshipment": _take_reshipment,
    "complaint": _take_complaint,
}
