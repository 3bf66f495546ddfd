"""The page of solutions: known situations, what to do in each, and what it came to."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _, ngettext
from shopdesk.rules.solutions import CATEGORIES
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.columns import Wanted
from shopdesk.ui.base.find_field import FindField
from shopdesk.ui.base.found_of import found_of
from shopdesk.ui.base.table_page import EmptyWords, TablePage
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.solutions.columns import SOLUTION_COLUMNS
from shopdesk.ui.pages.solutions.detail import SolutionDetail
from shopdesk.ui.pages.solutions.listed import (
    ALL,
    RETIRED,
    Listed,
    count_chips,
    load_listed,
    wanted_rows,
)
from shopdesk.ui.workbench import Workbench

_DETAIL_PX = 420


class SolutionsPage(TablePage[Listed]):
    """The library is read at once and kept: it is small, and rows are painted from it."""

    title = N_("Solutions")
    new_words = N_("New solution")
    columns = SOLUTION_COLUMNS
    chips = (
        *(Chip(code, name) for code, name in CATEGORIES.items()),
        Chip(RETIRED, N_("Retired")),
        Chip(ALL, N_("All")),
    )
    empty = EmptyWords(
        "lightbulb",
        N_("No solution is here."),
        N_("No solution is found by this. Try another word, or make one with Ctrl+N."),
    )

    def __init__(self, bench: Workbench) -> None:
        self._rows: Mapping[int, Listed] = {}
        super().__init__(bench)
        self.finder = FindField(_("What the buyer says…"), self)
        self.finder.wanted.connect(self.search)
        self.finder.left.connect(self.table.setFocus)
        self.frame.buttons.addWidget(self.finder)
        self.frame.widen_detail(_DETAIL_PX)
        self.show_chip(ALL)

    def find_ids(self, reader: Reader, wanted: Wanted) -> Iterable[int]:
        """Find what the chip and the text leave; the rows are replaced as a whole."""
        self._rows = load_listed(reader)
        return [row.id for row in wanted_rows(list(self._rows.values()), wanted)]

    def load_rows(self, _reader: Reader, ids: Sequence[int]) -> Sequence[Listed]:
        """Take the rows in view from what was read."""
        rows = self._rows
        return [rows[row_id] for row_id in ids if row_id in rows]

    def count_chips(self, reader: Reader) -> Mapping[str, int]:
        """Count the solutions of each category."""
        return count_chips(list(load_listed(reader).values()))

    def foot_line(self, reader: Reader) -> str:
        """Say how many solutions there are, and how many of them are found."""
        rows = list(load_listed(reader).values())
        count = len(rows)
        if self.wanted.text:
            return found_of(len(wanted_rows(rows, self.wanted)), count)
        return ngettext("{n} solution", "{n} solutions", count).format(n=count)

    def make_detail(self) -> QWidget:
        """Make the right-hand side."""
        return SolutionDetail(self.bench)

    def open_record(self, record_id: int) -> None:
        """Show one solution; the search gives way if it hides it."""
        if not self.table.choose(record_id) and self.wanted.text:
            self.finder.put("")
            self.search("")
        super().open_record(record_id)

    def start_new(self) -> None:
        """Open the form of a solution of the shop's own."""
        from shopdesk.ui.pages.solutions.editing import EditDialog

        dialog = EditDialog(self.bench, self.window(), None)
        dialog.done_saving.connect(self.open_record)
        dialog.open()
