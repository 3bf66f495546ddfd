"""The reshipments page: the list by state, one reshipment with its next step."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language, ngettext
from shopdesk.queries.case_sorts import count_late
from shopdesk.queries.reshipment_list import (
    ReshipmentListRow,
    count_reshipment_chips,
    find_reshipment_ids,
    load_reshipment_rows,
)
from shopdesk.rules.reshipments import RESHIPMENT_CHIPS
from shopdesk.ui.actions import Action, Actions, action_button
from shopdesk.ui.base.buttons import sign_button
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.columns import Wanted
from shopdesk.ui.base.selected_panel import SelectedPanel
from shopdesk.ui.base.table_page import EmptyWords
from shopdesk.ui.desk import Reader
from shopdesk.ui.dialogs.reshipment_steps import ReshipmentSteps
from shopdesk.ui.pages.cases.list_page import CaseListPage
from shopdesk.ui.pages.reshipments.actions import ReshipmentActions
from shopdesk.ui.pages.reshipments.columns import RESHIPMENT_COLUMNS
from shopdesk.ui.pages.reshipments.detail import ReshipmentDetailView
from shopdesk.ui.pages.reshipments.many_panel import ManyReshipmentsPanel
from shopdesk.ui.workbench import Workbench

ACTIONS = {
    "packing": Action(N_("&Packing list"), "package", "", N_("What to pack now, by courier")),
    "send_many": Action(N_("Send &many…"), "list", "", N_("Paste numbers with their waybills")),
}


class ReshipmentsPage(CaseListPage[ReshipmentListRow]):
    """A moving one that is quiet for too long is shown as stalled, and asked about first."""

    title = N_("Reshipments")
    new_words = N_("New reshipment")
    columns = RESHIPMENT_COLUMNS
    chips = tuple(Chip(chip.code, chip.name) for chip in RESHIPMENT_CHIPS)
    sort = "opened"
    descending = True
    shown_from_px: ClassVar = {"parcel": 1_160, "reason": 1_320}
    empty = EmptyWords(
        "truck",
        N_("Nothing goes out again. Open a reshipment when goods were missing, wrong or lost."),
        N_("No reshipment is in this state."),
        ("new_return",),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._page_actions = Actions(self)
        self._page_actions.add("packing", ACTIONS["packing"], self._pack)
        self._page_actions.add("send_many", ACTIONS["send_many"], self._send_many)
        for name in ACTIONS:
            self.frame.buttons.addWidget(action_button(self._page_actions[name]))
        tracking = sign_button(_("Import tracking…"), "upload", self._import_tracking)
        self.frame.buttons.addWidget(tracking)

    def find_ids(self, reader: Reader, wanted: Wanted) -> Iterable[int]:
        """Find the reshipments of the chosen chip."""
        sort = (wanted.sort, wanted.descending)
        now = datetime.now(UTC)
        return find_reshipment_ids(reader, wanted.chip, sort, now=now, owner=wanted.owner)

    def load_rows(self, reader: Reader, ids: Sequence[int]) -> Sequence[ReshipmentListRow]:
        """Load the rows in view."""
        return load_reshipment_rows(reader, ids)

    def count_chips(self, reader: Reader) -> Mapping[str, int]:
        """Count what is behind each chip whose count is cheap."""
        return count_reshipment_chips(reader, datetime.now(UTC), self.wanted.owner)

    def foot_line(self, reader: Reader) -> str:
        """Say how much is open, late, and stalled."""
        now, owner = datetime.now(UTC), self.wanted.owner
        counts = count_reshipment_chips(reader, now, owner)
        late = count_late(reader, "reshipment", now, owner)
        number = Formats(current_language()).number
        parts = (
            (ngettext("{n} open", "{n} open", counts["open"]), counts["open"]),
            (ngettext("{n} overdue", "{n} overdue", late), late),
            (ngettext("{n} stalled", "{n} stalled", counts["stalled"]), counts["stalled"]),
        )
        return " · ".join(words.format(n=number(count)) for words, count in parts)

    def make_detail(self) -> QWidget:
        """Make the right-hand side and what can be done there."""
        taking = ReshipmentSteps(self.bench, self, self.show_again)
        self.case_actions: ReshipmentActions = ReshipmentActions(self.bench, self, taking)
        detail = ReshipmentDetailView(self.bench, self.case_actions)
        self.evidence = detail.evidence
        return detail

    def make_many(self) -> SelectedPanel:
        """Make what stands there while several are selected."""
        return ManyReshipmentsPanel(self.bench, self)

    def start_new(self) -> None:
        """Begin a reshipment of any order, or of none."""
        self.bench.guide.go("new_reshipment")

    def _pack(self) -> None:
        self.bench.guide.go("packing")

    def _send_many(self) -> None:
        from shopdesk.ui.dialogs.send_many import SendManyDialog

        SendManyDialog(self.bench, self.window()).open()

    def _import_tracking(self) -> None:
        from shopdesk.ui.tracking.file_dialog import TrackingFileDialog

        TrackingFileDialog(self.bench, self.window()).open()
