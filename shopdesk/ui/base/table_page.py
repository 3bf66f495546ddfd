"""A list page: title, chips with counts, the table, the detail of the chosen row, a foot line.

    class ReturnsPage(TablePage[ReturnRow]):
        title = N_("Returns")
        columns = RETURN_COLUMNS
        chips = (Chip("open", N_("Open")), Chip("all", N_("All")))
        sort, descending = "opened", True
        empty = EmptyWords("rotate-ccw", N_("Returns stand here once the first one is logged."),
                           N_("No return is in this state."), ("new_return", "import_orders"))

        def find_ids(self, reader, wanted):        # an iterator; the first 100 are shown at once
            return find_return_ids(reader, wanted.chip, wanted.sort, wanted.descending)

        def load_rows(self, reader, ids):          # any order; GUI thread, under a millisecond
            return load_return_rows(reader, ids)

        def count_chips(self, reader):             # {"open": 31, ...}
            return count_returns(reader, owner=self.wanted.owner)

        def make_detail(self):                     # a widget with show_row(row | None)
            return ReturnDetail(self.bench)

        def make_many(self):                       # only where many can be selected at once
            return ReturnsPanel(self.bench)        # a widget with show_ids(ids)

    page.frame.buttons.addWidget(action_button(actions["print_slips"]))

With `owned = True` the page offers whose work is listed; what is chosen stands in
`wanted.owner`, for the ids and for the counts.

Sorting and filtering are the query's. The page reads again after every write, keeps the
chosen row by its id and the place to which it is scrolled, and drops late answers.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import ClassVar, Generic

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.rules.owners import EVERYONE
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.columns import Column, Row, Wanted
from shopdesk.ui.base.empty import Empty
from shopdesk.ui.base.focus import keeping_focus
from shopdesk.ui.base.id_table import BLOCK_ROWS, IdTableModel
from shopdesk.ui.base.owner_choice import OwnerChoice
from shopdesk.ui.base.page_frame import PageFrame
from shopdesk.ui.base.table_view import IdTableView
from shopdesk.ui.desk import Change, Reader
from shopdesk.ui.workbench import Workbench

FIRST_IDS = BLOCK_ROWS
NONE_OF_THEIRS = N_("Nothing here is in these hands. Choose everyone’s to see the rest.")


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """What an empty page says, and the window's actions that it offers as first steps.

    `never` is said while there is nothing at all, `here` when only this chip is empty.
    """

    icon: str
    never: str
    here: str
    steps: tuple[str, ...] = ()


class TablePage(QWidget, Generic[Row]):
    """Declares what is listed; everything that lists have in common is solved here."""

    title: ClassVar[str] = ""
    columns: tuple[Column[Row], ...] = ()
    chips: ClassVar[tuple[Chip, ...]] = ()
    sort: ClassVar[str] = ""
    descending: ClassVar[bool] = True
    owned: ClassVar[bool] = False
    shown_from_px: ClassVar[Mapping[str, int]] = {}
    """How wide the page must be for a column that a narrower one leaves to the detail, by key."""
    empty: ClassVar[EmptyWords] = EmptyWords("list", "", "")

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench
        self._wanted = Wanted("", self.sort, self.descending)
        self._awaited: int | None = None
        self._stale = False
        self._reading = False
        self._led = False
        self._shows_many = False
        self.model: IdTableModel[Row] = IdTableModel(self.columns, self._fetch)
        self.detail = self.make_detail()
        self.many = self.make_many()
        self.table: IdTableView[Row] = IdTableView(
            self.model, self.columns, _(self.title), many=self.many is not None
        )
        self.frame = PageFrame(
            _(self.title), self.chips, self.table, self._make_empty(), self.detail, many=self.many
        )
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.frame)
        self.owners = OwnerChoice(bench.desk, self) if self.owned else None
        self.setFocusProxy(self.table)
        self._connect()
        self.table.show_sort(self.sort, descending=self.descending)
        self.read_again()

    # -- what a page declares ------------------------------------------------------------

    def find_ids(self, reader: Reader, wanted: Wanted) -> Iterable[int]:
        """Find the ids in their order; runs on the reader thread, best as an iterator."""
        raise NotImplementedError

    def load_rows(self, reader: Reader, ids: Sequence[int]) -> Sequence[Row]:
        """Load about a hundred rows by id, in any order; runs while the table is painted."""
        raise NotImplementedError

    def count_chips(self, _reader: Reader) -> Mapping[str, int]:
        """Count what is behind each chip; 1,001 stands for "more than 1,000"."""
        return {}

    def foot_line(self, _reader: Reader) -> str:
        """Return the sentence under the table; runs on the reader thread."""
        return ""

    def make_detail(self) -> QWidget | None:
        """Make the right-hand side, a widget with `show_row(row | None)`; None for no detail."""
        return None

    def make_many(self) -> QWidget | None:
        """Make what stands there for several records, a widget with `show_ids(ids)`, if any."""
        return None

    def open_record(self, record_id: int) -> None:
        """Show one record; another page leads here with it.

        The chip stays where it holds the record, else the last chip shows all.
        """
        self._awaited = record_id
        if self.table.choose(record_id) and not self._reading:
            self._awaited = None
            return
        self._led = True  # what is being read may no longer hold the record
        if not self._reading:
            self.read_again()

    def row_opened(self, record_id: int) -> None:
        """Answer Enter or a double click on a row; by default the keyboard goes to the detail."""
        if self.detail is not None and self.table.choose(record_id):
            self.detail.setFocus()

    # -- what pages use --------------------------------------------------------------------

    @property
    def wanted(self) -> Wanted:
        """What the list shows now."""
        return self._wanted

    @property
    def chosen_row(self) -> Row | None:
        """The record of the chosen row."""
        row = -1 if self.table.chosen is None else self.model.row_of(self.table.chosen)
        return self.model.record(row) if row >= 0 else None

    @property
    def has_many(self) -> bool:
        """Whether several rows are selected."""
        return self.table.selected_count > 1

    def show_chip(self, key: str) -> None:
        """Show another state."""
        self._led = False
        self.frame.chips.choose(key)
        self._want(key, self._wanted.sort, descending=self._wanted.descending)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the list, across the page."""
        self._layout.addWidget(widget)

    def search(self, text: str) -> None:
        """Show only what a text finds; the text stands in `wanted.text`."""
        self._wanted = replace(self._wanted, text=text)
        self.read_again()

    def read_again(self) -> None:
        """Read ids, counts and rows anew; what is seen stays where it is."""
        self._read(at_once=bool(self.model.ids))

    def hidden_columns(self) -> Collection[str]:
        """Return the keys of the columns that there is no room for."""
        return {key for key, least_px in self.shown_from_px.items() if self.width() < least_px}

    def show_columns(self) -> None:
        """Show the columns that belong to what is listed and have room."""
        hidden = self.hidden_columns()
        for n, column in enumerate(self.columns):
            self.table.setColumnHidden(n, column.key in hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the page has no room for any more, or show it again."""
        super().resizeEvent(event)
        self.show_columns()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while the page was not seen."""
        super().showEvent(event)
        if self._stale or self._owner_wanted() != self._wanted.owner:
            self.read_again()

    # -- inside ----------------------------------------------------------------------------

    @property
    def _last_chip(self) -> str:
        """The chip that shows all; the page's own view where there are no chips."""
        return self.chips[-1].key if self.chips else self._wanted.chip

    def _read(self, *, at_once: bool) -> None:
        wanted = self._wanted = replace(self._wanted, owner=self._owner_wanted())
        self._stale = False
        self._reading = True
        operations = self.bench.operations
        self.frame.busy.start()
        operations.stream(
            (id(self), "ids"),
            lambda reader: _in_parts(self.find_ids(reader, wanted), at_once=at_once),
            self._take_ids,
            self._all_found,
        )
        operations.query((id(self), "counts"), self._read_frame, self._show_frame)

    def _owner_wanted(self) -> int:
        """Return whose work is listed now, here and on the other lists."""
        if self.owners is None:
            return EVERYONE
        self.owners.follow()
        return self.owners.owner

    def _connect(self) -> None:
        if self.owners is not None:
            self.frame.buttons.addWidget(self.owners)
            self.owners.picked.connect(self._show_anew)
        if self.chips:
            self._wanted = Wanted(self.chips[0].key, self.sort, self.descending)
        self.frame.chips.chosen.connect(self.show_chip)
        self.table.sort_wanted.connect(
            lambda key, descending: self._want(self._wanted.chip, key, descending=descending)
        )
        self.table.record_chosen.connect(self._show_detail)
        self.table.selected.connect(self._show_side)
        self.table.record_opened.connect(self.row_opened)
        self.bench.operations.changed.connect(self._follow)

    def _follow(self, _change: Change) -> None:
        """Read again after a write; a page that is not seen waits until it is."""
        if self.isVisible():
            self.read_again()
        else:
            self._stale = True

    def _make_empty(self) -> Empty:
        actions = self.bench.actions
        steps = [actions[name] for name in self.empty.steps if name in actions]
        return Empty(self.empty.icon, self.empty.never, steps)

    def _want(self, chip: str, sort: str, *, descending: bool) -> None:
        self._wanted = replace(self._wanted, chip=chip, sort=sort, descending=descending)
        self._show_anew()

    def _show_anew(self) -> None:
        """Read another list, in which the chosen record stays chosen if it is there."""
        if self._awaited is None:
            self._awaited = self.table.chosen
        self._read(at_once=False)

    def _fetch(self, ids: Sequence[int]) -> Sequence[Row]:
        try:
            with self.bench.desk.reading() as reader:
                return self.load_rows(reader, ids)
        except ShopDeskError as error:
            self.bench.messages.refuse(error.sentence)
            return []

    def _take_ids(self, part: "tuple[bool, array[int]]") -> None:
        is_first, ids = part
        if not is_first:
            self.model.append_ids(ids)
        elif ids == self.model.ids:
            self.model.forget_rows()
            self._show_detail(self.table.chosen)
        else:
            self.model.set_ids(ids)
        self._choose_awaited()
        if self.table.chosen is None:
            self._show_detail(None)
        self.frame.show_table(shown=bool(self.model.ids))

    def _all_found(self) -> None:
        self.frame.busy.stop()
        self._reading = False
        if self._led and self._awaited is not None and self._is_narrowed:
            self._show_all()
            return
        self._led = False
        self._awaited = None
        self._choose_awaited()

    @property
    def _is_narrowed(self) -> bool:
        return self._wanted.chip != self._last_chip or self._wanted.owner != EVERYONE

    def _show_all(self) -> None:
        if self.owners is not None:
            self.owners.drop()
        self.show_chip(self._last_chip)

    def _choose_awaited(self) -> None:
        """Choose the record that is waited for once it is found, and the first if none is."""
        if self._awaited is not None:
            if self.table.choose(self._awaited):
                self._awaited = None
        elif self.table.chosen is None and self.model.ids:
            self.table.choose(self.model.id_at(0))

    def _show_detail(self, _record_id: int | None = None) -> None:
        """Show what is chosen: one record, or what can be done with several."""
        if self.has_many:
            self._show_side()
        elif self.detail is not None:
            with keeping_focus(self.detail, self.table):
                self.detail.show_row(self.chosen_row)  # type: ignore[attr-defined]

    def _show_side(self) -> None:
        """Change between the detail of one record and what is there for several."""
        was_many, self._shows_many = self._shows_many, self.has_many
        if self.many is not None and self._shows_many:
            self.many.show_ids(self.table.selected_ids())  # type: ignore[attr-defined]
        elif was_many:
            self._show_detail()
        self.frame.show_many(shown=self._shows_many)

    def _read_frame(self, reader: Reader) -> tuple[Mapping[str, int], str]:
        return self.count_chips(reader), self.foot_line(reader)

    def _show_frame(self, read: tuple[Mapping[str, int], str]) -> None:
        counts, sentence = read
        self.frame.chips.set_counts(counts)
        self.frame.set_foot(sentence)
        is_everyones = self._wanted.owner == EVERYONE
        never = is_everyones and not any(counts.values()) and not self._wanted.text
        words = self.empty.never if never else self.empty.here if is_everyones else NONE_OF_THEIRS
        self.frame.empty.set_sentence(_(words))
        self.frame.empty.set_steps_shown(shown=never)


def _in_parts(ids: Iterable[int], *, at_once: bool) -> "Iterator[tuple[bool, array[int]]]":
    """Yield the first ids by themselves, so that they are seen before the rest is found.

    A list that shows something already is replaced in one piece, so that nothing jumps.
    """
    found = iter(ids)
    first = array("q", found if at_once else islice(found, FIRST_IDS))
    yield True, first
    if not at_once and len(first) == FIRST_IDS:
        yield False, array("q", found)
