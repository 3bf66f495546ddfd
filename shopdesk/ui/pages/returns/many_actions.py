"""What can be done with the selected returns together: steps and slips, each with its count."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.queries.many import load_chosen
from shopdesk.rules.many import MANY_STEPS, Chosen
from shopdesk.rules.slips import wants_inspection_sheet, wants_slip
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.base.work_watch import WorkCancelledError, WorkWatch
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.cases.handing_many import HAND_OVER
from shopdesk.ui.pages.cases.paper_actions import (
    MANY_RETURN_PAPERS,
    CasePaper,
    add_papers_of_many,
)
from shopdesk.ui.pages.cases.shown_actions import HANDING
from shopdesk.ui.pages.returns.lot import Lot, ask_to_settle, read_lot
from shopdesk.ui.pages.returns.refused import RefusedRow
from shopdesk.ui.workbench import Workbench

_PAPERS = {paper.name: paper for paper in MANY_RETURN_PAPERS}
_WANT = {
    "return_slip": wants_slip,
    "return_label": wants_slip,
    "inspection_sheet": wants_inspection_sheet,
}
"""Which returns are to have a document when many are printed for."""
MOST_AT_ONCE = 5_000
"""What one write takes in about half a minute; more is no step of a day's work."""


class ManyActions(QObject):
    """Acts on the returns shown last, all in one write with one Undo."""

    counted = Signal(object)
    """A Counter of Chosen: how those stand that are selected now."""
    began = Signal(object)
    """A WorkWatch: a step is being taken, which may take a while."""
    ended = Signal()
    refused = Signal(object)
    """A list of RefusedRow: those to which it was not done, and why."""

    def __init__(self, bench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._ids: Sequence[int] = ()
        self._chosen: dict[int, Chosen] = {}
        self._is_busy = False
        self.actions = Actions(page)
        for code, step in MANY_STEPS.items():
            take = partial(self._take, code)
            self.actions.add(code, Action(step.name), take, self._why_not(code))
        add_papers_of_many(
            bench, self.actions, MANY_RETURN_PAPERS, self._ids_of, self._why_no_papers
        )
        self.actions.add(HAND_OVER, HANDING, self._hand_over, self._why_nothing)
        bench.operations.failed.connect(self._fail)

    @property
    def names(self) -> tuple[str, ...]:
        """The actions in the order of buttons."""
        agree, *others = MANY_STEPS
        slips, *papers = _PAPERS
        return (agree, slips, *others, *papers, HAND_OVER)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Act on other returns from now on; none is nothing to act on."""
        self._ids = tuple(ids)
        if not ids:
            self._take_chosen({})
            return
        wanted = self._ids[:MOST_AT_ONCE]
        self._bench.operations.query(
            (id(self), "standings"),
            lambda reader: load_chosen(reader, wanted, datetime.now(UTC)),
            self._take_chosen,
        )

    def count(self, name: str) -> int:
        """Return to how many of the selected an action can be done."""
        return sum(_fits(name, one) for one in self._chosen.values())

    def _take_chosen(self, chosen: dict[int, Chosen]) -> None:
        self._chosen = chosen
        self.actions.refresh()
        self.counted.emit(Counter(chosen.values()))

    def _take(self, code: str) -> None:
        """Find those it is done to; a settlement is asked about first.

        One that somebody else changed since it was counted is refused, not passed over.
        """
        chosen = self._chosen
        self._bench.operations.query(
            (id(self), "lot"),
            lambda reader: read_lot(reader, code, chosen),
            partial(self._go_on, code),
        )

    def _go_on(self, code: str, lot: Lot) -> None:
        if code == "settle":
            ask_to_settle(self._page.window(), lot, partial(self._write, code, lot.ids))
        elif lot.ids:
            self._write(code, lot.ids)

    def _write(self, code: str, ids: Sequence[int]) -> None:
        step = MANY_STEPS[code]
        watch = WorkWatch()
        self._set_busy(busy=True)
        self.began.emit(watch)

        def work(session: Session) -> object:
            return services.many.take_step_of_many(session, code, ids, watch.progress_or_stop)

        done = partial(self._taken, code)
        self._bench.operations.write(step.done, work, done, self._not_taken, {"n": len(ids)})

    def _taken(self, code: str, value: object, change: Change) -> None:
        self._end()
        done, refused = value.done, value.refused  # type: ignore[attr-defined]
        self.refused.emit([RefusedRow(row.case_id, row.number, row.sentence) for row in refused])
        if done:
            sentence = _(MANY_STEPS[code].done).format(n=len(done))
            offer_undo(self._bench, change, sentence, self._undone)

    def _undone(self) -> None:
        self.refused.emit([])

    def _not_taken(self, error: ShopDeskError) -> None:
        self._end()
        if isinstance(error, WorkCancelledError):
            self._bench.messages.toast(error.sentence)
        else:
            self._bench.messages.refuse(error.sentence)

    def _fail(self, _error: object) -> None:
        """A mistake of ours is told elsewhere; what was begun must not wait for ever."""
        if self._is_busy:
            self._end()

    def _end(self) -> None:
        self._set_busy(busy=False)
        self.ended.emit()

    def _set_busy(self, *, busy: bool) -> None:
        self._is_busy = busy
        self.actions.refresh()

    def _ids_of(self, paper: CasePaper) -> list[int]:
        return [case_id for case_id, one in self._chosen.items() if _fits(paper.name, one)]

    def _hand_over(self) -> None:
        from shopdesk.ui.dialogs.hand_over import hand_over_cases

        hand_over_cases(self._bench, self._page.window(), tuple(self._chosen)).open()

    def _why_not(self, code: str) -> Callable[[], str]:
        return lambda: self._why_nothing() or ("" if self.count(code) else _(MANY_STEPS[code].none))

    def _why_no_papers(self, paper: CasePaper) -> str:
        none = "" if self.count(paper.name) else _("None of these needs such a paper.")
        return self._why_nothing() or none

    def _why_nothing(self) -> str:
        if not self._ids:
            return _("Select several returns first.")
        if len(self._ids) > MOST_AT_ONCE:
            return _("These are too many at once. Select {n} or fewer.").format(n=MOST_AT_ONCE)
        return _("Wait until this is done.") if self._is_busy else ""


def _fits(name: str, chosen: Chosen) -> bool:
    """Tell whether an action is done to a return that stands so."""
    if name == HAND_OVER:
        return True
    paper = _PAPERS.get(name)
    if paper is not None:
        return _WANT[paper.document](chosen.standing)
    return MANY_STEPS[name].takes(chosen)
