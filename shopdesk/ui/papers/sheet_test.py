"""The button that gives a test sheet away: printed, saved or opened.

button = SheetTestButton(bench)
button.offer(sheet)                            # or None while there is none to draw
"""

from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton

from shopdesk.i18n import _
from shopdesk.printers.order import Paper
from shopdesk.rules.label_sheets import LabelSheet
from shopdesk.ui.actions import ICON_SIZE
from shopdesk.ui.base.labels import plain_tooltip
from shopdesk.ui.icons import icon
from shopdesk.ui.papers.ways_out import WaysOut
from shopdesk.ui.theme import Tone
from shopdesk.ui.workbench import Workbench


class SheetTestButton(QPushButton):
    """The sheet is drawn when its menu is opened, beside the window."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(icon("printer"), _("&Test sheet…"))
        self.setIconSize(ICON_SIZE)
        self._bench = bench
        self._sheet: LabelSheet | None = None
        self._out = WaysOut(bench, self, "label_sheet_test")
        self._out.told.connect(self._tell)
        menu = QMenu(self)
        for name in ("print", "save", "open"):
            menu.addAction(self._out.actions[name])
        menu.aboutToShow.connect(self._draw)
        self.setMenu(menu)
        self.offer(None)

    def offer(self, sheet: LabelSheet | None) -> None:
        """Have a sheet to draw, or none, which the tooltip says."""
        self._sheet = sheet
        why_not = _("Enter the lengths of the sheet first.") if sheet is None else ""
        self.setEnabled(sheet is not None)
        about = _("Every label outlined and numbered, to lay over a sheet of labels.")
        self.setToolTip(plain_tooltip(why_not or about))

    def _tell(self, sentence: str, tone: Tone) -> None:
        """Say what became of it; a refusal stays until it is closed."""
        messages = self._bench.messages
        (messages.refuse if tone == "late" else messages.toast)(sentence)

    def _draw(self) -> None:
        if self._sheet is not None:
            self._out.expect()
            job = partial(_drawn, self._sheet)
            self._bench.operations.work((id(self), "sheet"), job, self._out.take)


def _drawn(sheet: LabelSheet) -> Paper:
    from shopdesk.printing.test_sheet import draw_test_sheet

    return draw_test_sheet(sheet)
