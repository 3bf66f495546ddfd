"""What the desk has to do, one after the other, in the order in which it was scanned.

scans = Scans(bench, parent)
scans.answered.connect(page.show_answer)    # an Answer, one for every `put`
scans.put("R-2611-0001")
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_
from shopdesk.queries.desk import CaseMatch, Scanned, find_scanned
from shopdesk.services.drafts import ReceiptDraft
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.pages.desk.answers import Answer, answer_of, failed, received
from shopdesk.ui.workbench import Workbench

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """One thing to do; `name` is said if it fails."""

    name: str
    start: Callable[["_Job"], None]


class Scans(QObject):
    """One scan at a time is looked up and written; those after it wait, none is lost."""

    answered = Signal(object)
    """An Answer to what has waited longest."""
    written = Signal(object, object)
    """An Answer and the Change that was written for it, so that it can be undone."""
    waiting = Signal(int)
    """How many scans are not answered yet."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = bench.operations
        self._jobs: deque[_Job] = deque()
        self._now: _Job | None = None
        bench.operations.failed.connect(self._give_up)

    @property
    def count(self) -> int:
        """How many scans are not answered yet, the one at work included."""
        return len(self._jobs) + (self._now is not None)

    @property
    def is_idle(self) -> bool:
        """Whether everything is answered."""
        return self.count == 0

    def put(self, typed: str) -> None:
        """Look a scan up and, if it is one return's that awaits its parcel, receive it."""
        self._add(typed, partial(self._look_up, typed))

    def receive(
        self, scanned: Scanned, cases: tuple[CaseMatch, ...], *, another: bool = False
    ) -> None:
        """Take in returns that a person has chosen; `another` is a further parcel."""
        self._add(scanned.code.text, partial(self._receive, scanned, cases, another))

    def write(
        self,
        label: str,
        work: Callable[[Session], int],
        answer: Callable[[Reader, int], Answer],
        name: str,
    ) -> None:
        """Do another use case of the desk in its turn; `answer` reads what is said to its id."""
        self._add(name, partial(self._write, label, work, answer))

    def _add(self, name: str, start: Callable[[_Job], None]) -> None:
        self._jobs.append(_Job(name, start))
        self._go_on()
        self.waiting.emit(self.count)

    def _go_on(self) -> None:
        if self._now is None and self._jobs:
            self._now = job = self._jobs.popleft()
            job.start(job)

    def _tell(self, job: _Job, answer: Answer, change: Change | None = None) -> None:
        """Hand over the answer of the job that is being done; one given up has none any more."""
        if job is not self._now:
            return
        self._now = None
        self.answered.emit(answer)
        if change is not None and change.id is not None:
            self.written.emit(answer, change)
        self._go_on()
        self.waiting.emit(self.count)

    def _look_up(self, typed: str, job: _Job) -> None:
        self._read(job, lambda reader: find_scanned(reader, typed), partial(self._found, job))

    def _found(self, job: _Job, scanned: Scanned) -> None:
        one = scanned.cases[0] if scanned.count == 1 and scanned.cases else None
        if one is not None and one.verdict.receives:
            self._receive(scanned, (one,), one.awaits, job)
        else:
            self._tell(job, answer_of(scanned))

    def _receive(
        self,
        scanned: Scanned,
        cases: tuple[CaseMatch, ...],
        another: bool,  # noqa: FBT001 - handed on from `receive`
        job: _Job,
    ) -> None:
        draft = ReceiptDraft(scanned.code.text, scanned.waybill)
        ids = [case.id for case in cases]

        def work(session: Session) -> None:
            if len(ids) > 1:
                services.receiving.receive_together(session, ids, draft)
            else:
                services.receiving.receive_parcel(session, ids[0], draft, another=another)

        done = partial(self._received, job, scanned, cases)
        self._operations.write(N_("Parcel arrived."), work, done, partial(self._refused, job))

    def _received(
        self,
        job: _Job,
        scanned: Scanned,
        cases: tuple[CaseMatch, ...],
        _value: object,
        change: Change,
    ) -> None:
        self._tell(job, received(scanned, cases), change)

    def _write(
        self,
        label: str,
        work: Callable[[Session], int],
        answer: Callable[[Reader, int], Answer],
        job: _Job,
    ) -> None:
        done = partial(self._read_answer, job, answer)
        self._operations.write(label, work, done, partial(self._refused, job))

    def _read_answer(
        self, job: _Job, answer: Callable[[Reader, int], Answer], row_id: int, change: Change
    ) -> None:
        def told(found: Answer) -> None:
            self._tell(job, found, change)

        self._read(job, lambda reader: answer(reader, row_id), told)

    def _read(self, job: _Job, load: Callable[[Reader], T], done: Callable[[T], None]) -> None:
        """Read for a job; where that fails the window says why, and the job is over too."""
        answers: list[T] = []

        def ended() -> None:
            if answers:
                done(answers[0])
            else:
                self._tell(job, failed(job.name))

        self._operations.stream(
            (id(self), "desk"), lambda reader: iter((load(reader),)), answers.append, ended
        )

    def _refused(self, job: _Job, error: ShopDeskError) -> None:
        self._tell(job, Answer("late", job.name, error.sentence, "wrong"))

    def _give_up(self, _error: object) -> None:
        """Go on after a mistake of ours, which the window has told."""
        if self._now is not None:
            self._tell(self._now, failed(self._now.name))
