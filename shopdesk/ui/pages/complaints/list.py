"""The list of complaints; Enter opens one, for answering it takes a page of its own."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent

from shopdesk.i18n import N_
from shopdesk.queries.complaints import (
    ComplaintRow,
    count_complaint_chips,
    find_complaint_ids,
    load_complaint_rows,
)
from shopdesk.rules.complaints import COMPLAINT_CHIPS
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.columns import Wanted
from shopdesk.ui.base.table_page import EmptyWords, TablePage
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.cases.list_page import TICK_MS
from shopdesk.ui.pages.complaints.columns import COMPLAINT_COLUMNS
from shopdesk.ui.workbench import Workbench

WIDE_PX = 1_080
"""From this width of the list on there is room for all columns."""
_WIDE_ONLY = ("channel", "owner")


class ComplaintList(TablePage[ComplaintRow]):
    """Tells which complaint is to be opened."""

    opened = Signal(int)
    title = N_("Complaints")
    columns = COMPLAINT_COLUMNS
    chips = tuple(Chip(chip.code, chip.name) for chip in COMPLAINT_CHIPS)
    sort = "due"
    descending = False
    owned = True
    empty = EmptyWords(
        "message-square-warning",
        N_("No complaint is open. Log one when a buyer is not content."),
        N_("No complaint is in this state."),
        ("new_complaint",),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        tick = QTimer(self, interval=TICK_MS)
        tick.timeout.connect(self.model.forget_rows)
        tick.start()

    def find_ids(self, reader: Reader, wanted: Wanted) -> Iterable[int]:
        """Find the complaints of the chosen chip."""
        sort = (wanted.sort, wanted.descending)
        return find_complaint_ids(reader, wanted.chip, sort, owner=wanted.owner)

    def load_rows(self, reader: Reader, ids: Sequence[int]) -> Sequence[ComplaintRow]:
        """Load the rows in view."""
        return load_complaint_rows(reader, ids)

    def count_chips(self, reader: Reader) -> Mapping[str, int]:
        """Count what is behind each chip whose count is cheap."""
        return count_complaint_chips(reader, self.wanted.owner)

    def row_opened(self, record_id: int) -> None:
        """Open a complaint on Enter or a double click."""
        self.opened.emit(record_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the complaint's own page says where there is little room."""
        super().resizeEvent(event)
        for n, column in enumerate(self.columns):
            if column.key in _WIDE_ONLY:
                self.table.setColumnHidden(n, self.width() < WIDE_PX)
