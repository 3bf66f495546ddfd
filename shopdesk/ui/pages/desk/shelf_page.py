"""The parcels that came and belong to no return yet, with what is known of each."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.shelf import ShelfRow, count_shelf, load_shelf, load_shelf_rows
from shopdesk.ui.actions import action_button
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.columns import Column, Wanted
from shopdesk.ui.base.find_field import FindField
from shopdesk.ui.base.table_page import EmptyWords, TablePage
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.desk.answers import when
from shopdesk.ui.pages.desk.shelf_detail import ShelfDetail
from shopdesk.ui.workbench import Workbench

SHELF_COLUMNS: tuple[Column[ShelfRow], ...] = (
    Column("number", N_("Parcel"), 124, lambda row: row.number, sort="number", strong=True),
    Column("waybill", N_("Waybill"), 160, lambda row: row.waybill),
    Column("note", N_("Note"), 180, lambda row: " ".join(row.note.split()), stretch=True),
    Column("photos", N_("Photos"), 90, lambda row: str(row.photos or ""), right=True),
    Column("came", N_("Came"), 140, lambda row: when(row.came_at, row.timezone)),
)


class ShelfPage(TablePage[ShelfRow]):
    """Enter on the list matches the parcel to a return."""

    title = N_("Parcels without a return")
    columns = SHELF_COLUMNS
    chips = (Chip("kept", N_("Kept")),)
    sort = "number"
    empty = EmptyWords(
        "package",
        N_("No parcel waits for its return. One that fits nothing is kept here by the desk."),
        N_("No parcel is like this."),
        ("receive_parcel",),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.finder = FindField(_("Number, waybill, note…"), self)
        self.finder.wanted.connect(self.search)
        self.finder.left.connect(self.table.setFocus)
        self.frame.buttons.addWidget(self.finder)
        if "receive_parcel" in bench.actions:
            self.frame.buttons.addWidget(action_button(bench.actions["receive_parcel"]))

    def find_ids(self, reader: Reader, wanted: Wanted) -> Iterable[int]:
        """Find the parcels that the text finds."""
        found = [row.id for row in load_shelf(reader, wanted.text)]
        return found if wanted.descending else reversed(found)

    def load_rows(self, reader: Reader, ids: Sequence[int]) -> Sequence[ShelfRow]:
        """Load the rows in view."""
        return load_shelf_rows(reader, ids)

    def count_chips(self, reader: Reader) -> Mapping[str, int]:
        """Count what is kept."""
        return {"kept": count_shelf(reader)}

    def make_detail(self) -> QWidget:
        """Make the right-hand side."""
        detail = ShelfDetail(self.bench)
        detail.strip.paste_within(self)
        return detail

    def row_opened(self, record_id: int) -> None:
        """Match a parcel with Enter or a double click."""
        if isinstance(self.detail, ShelfDetail) and self.table.choose(record_id):
            self.detail.match()

    def take_evidence(self, paths: Sequence[Path]) -> None:
        """Add files that were dropped on the window to the chosen parcel."""
        if isinstance(self.detail, ShelfDetail):
            self.detail.take_evidence(paths)
