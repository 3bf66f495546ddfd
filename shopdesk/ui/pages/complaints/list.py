"""The list of complaints; Enter opens one, for answering it takes a page of its own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from shopdesk.i18n import N_
from shopdesk.queries.complaint_detail import load_complaint_detail
from shopdesk.queries.complaints import (
    ComplaintRow,
    count_complaint_chips,
    find_complaint_ids,
    load_complaint_rows,
)
from shopdesk.rules.complaints import COMPLAINT_CHIPS
from shopdesk.ui.base.acting_page import ActingPage
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.columns import Wanted
from shopdesk.ui.base.table_page import EmptyWords
from shopdesk.ui.desk import Reader
from shopdesk.ui.dialogs.hand_over import hand_over_cases
from shopdesk.ui.pages.cases.handing_many import HandingPanel
from shopdesk.ui.pages.complaints.actions import ComplaintActions
from shopdesk.ui.pages.complaints.columns import COMPLAINT_COLUMNS
from shopdesk.ui.workbench import Workbench


class ComplaintList(ActingPage[ComplaintRow]):
    """Tells which complaint is to be opened; its steps are in the menu here, too."""

    opened = Signal(int)
    title = N_("Complaints")
    columns = COMPLAINT_COLUMNS
    chips = tuple(Chip(chip.code, chip.name) for chip in COMPLAINT_CHIPS)
    sort = "due"
    descending = False
    shown_from_px: ClassVar = {"channel": 1_080, "owner": 1_080}
    owned = True
    empty = EmptyWords(
        "message-square-warning",
        N_("No complaint is open. Log one when a buyer is not content."),
        N_("No complaint is in this state."),
        ("new_complaint",),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.doing = ComplaintActions(bench, self, self.read_again, self.show_again)
        self.table.record_chosen.connect(self._forget)
        bench.operations.changed.connect(self._forget)

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

    def make_many(self) -> HandingPanel:
        """Make what stands there while several are selected."""
        return HandingPanel(self.bench, self, hand_over_cases)

    def menu_of_chosen(self) -> QMenu:
        """Return what can be done with the chosen complaint as it is now."""
        with self.bench.desk.reading() as reader:
            found = load_complaint_detail(reader, self.table.chosen or 0)
        self.doing.show_complaint(found)
        return self.doing.menu(self.table, with_next=True)

    def act_on_none(self) -> None:
        """Let no key act on one while several are selected."""
        self._forget()

    def _forget(self, _other: object = None) -> None:
        """Let no key act on the complaint that the menu was opened for last."""
        self.doing.show_complaint(None)
