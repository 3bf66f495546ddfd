"""The sheets of labels: the shop's own, and those that are sold everywhere, to be copied."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.printing.papers import paper_name
from shopdesk.queries.label_sheets import LabelSheetRow, load_label_sheet_rows
from shopdesk.rules.label_sheets import PRESETS, LabelSheet, own_code
from shopdesk.ui.actions import Action, Actions, action_button
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.mnemonics import settle_mnemonics
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo, undo_last
from shopdesk.ui.papers.sheet_dialog import change_sheet, new_sheet
from shopdesk.ui.papers.sheet_drawing import SheetDrawing
from shopdesk.ui.papers.sheet_test import SheetTestButton
from shopdesk.ui.workbench import Workbench

REMOVED = N_("Label sheet removed.")
_WIDTH_PX, _HEIGHT_PX = 800, 600
_LIST_PX = 330
_CODE = Qt.ItemDataRole.UserRole


class LabelSheetsDialog(QDialog):
    """A sheet that is sold cannot be changed; a copy of it can."""

    def __init__(self, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        self._own: dict[str, LabelSheetRow] = {}
        self._wanted = ""  # chosen once the list is read: a write makes it read twice
        self.setWindowTitle(_("Label sheets"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Label sheets"))
        self.list.setFixedWidth(_LIST_PX)
        self.drawing = SheetDrawing()
        self.test = SheetTestButton(bench)
        self.deeds = Actions(self, within=True)
        self._add_actions()
        self._arrange()
        self.list.currentItemChanged.connect(lambda *_items: self._show_chosen())
        self.list.itemActivated.connect(lambda _item: self.edit())
        bench.operations.changed.connect(self._follow)
        self._read()

    @property
    def chosen(self) -> LabelSheet | None:
        """The sheet that is chosen in the list."""
        item = self.list.currentItem()
        code = "" if item is None else str(item.data(_CODE))
        own = self._own.get(code)
        return own.sheet if own else PRESETS.get(code)

    def choose(self, code: str) -> None:
        """Choose a sheet; the first one where there is none with this code."""
        rows = {self.list.item(n).data(_CODE): n for n in range(self.list.count())}
        self.list.setCurrentRow(rows.get(code, next(n for c, n in rows.items() if c)))

    def add(self) -> None:
        """Ask for the measures of a further sheet."""
        self._open(None)

    def copy(self) -> None:
        """Ask for the measures of a sheet that is like the chosen one."""
        self._open(self.chosen)

    def edit(self) -> None:
        """Show the measures of the chosen sheet to be changed, or copied where it is sold so."""
        row = self._chosen_row
        if row is None:
            self.copy()
        else:
            change_sheet(self._bench, self, row).open()

    def remove(self) -> None:
        """Remove the chosen sheet, which can be taken back."""
        row = self._chosen_row
        if row is None:
            return

        def work(session: Session) -> None:
            services.label_sheets.remove_label_sheet(session, row.id, row.version)

        self._bench.operations.write(REMOVED, work, self._removed)

    @property
    def _chosen_row(self) -> LabelSheetRow | None:
        sheet = self.chosen
        return None if sheet is None else self._own.get(sheet.code)

    def _open(self, like: LabelSheet | None) -> None:
        dialog = new_sheet(self._bench, self, like)
        dialog.done_saving.connect(self._read)
        dialog.open()

    def _removed(self, _value: object, change: Change) -> None:
        offer_undo(self._bench, change, _(REMOVED))

    def _follow(self, _change: Change) -> None:
        self._read()

    def _read(self, code: str = "") -> None:
        """Read the own sheets again, and choose one, or the one that was chosen."""
        before = self.chosen
        self._wanted = code or self._wanted or (before.code if before else "")
        self._bench.operations.query((id(self), "sheets"), load_label_sheet_rows, self._show)

    def _show(self, rows: Sequence[LabelSheetRow]) -> None:
        self._own = {own_code(row.id): row for row in rows}
        own = [row.sheet for row in rows]
        self.list.clear()
        if own:
            self._head(_("The shop's own"))
        for sheet in own:
            self._line(sheet.code, sheet.name)
        self._head(_("Sold everywhere"))
        for code in PRESETS:
            self._line(code, paper_name(code, own))
        self.choose(self._wanted)
        self._wanted = ""

    def _show_chosen(self) -> None:
        self.drawing.show_sheet(self.chosen)
        self.test.offer(self.chosen)
        self.deeds.refresh()

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _line(self, code: str, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(_CODE, code)
        self.list.addItem(item)

    def _why_not_change(self) -> str:
        if self._chosen_row is not None:
            return ""
        return _("This sheet is sold everywhere. Copy it, and change the copy.")

    def _add_actions(self) -> None:
        add = self.deeds.add
        why_not = self._why_not_change
        add("new", Action(N_("&New…"), "plus"), self.add)
        add("copy", Action(N_("Co&py…"), "copy"), self.copy)
        add("change", Action(N_("&Change…"), "pencil"), self.edit, why_not)
        add("remove", Action(N_("&Remove"), "trash"), self.remove, why_not)
        # The window's own keys are out of reach while this dialog stands over it.
        add("undo", Action(N_("Undo"), "undo", "Ctrl+Z"), partial(undo_last, self._bench))

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        for name in ("new", "copy", "change", "remove"):
            buttons.addWidget(action_button(self.deeds[name]))
        buttons.addWidget(self.test)
        buttons.addStretch(1)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.accept)
        buttons.addWidget(close)
        panes = QHBoxLayout()
        panes.setSpacing(20)
        panes.addWidget(self.list)
        panes.addWidget(self.drawing, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(16)
        layout.addWidget(plain_label(_("Label sheets"), "title"))
        layout.addLayout(panes, 1)
        layout.addLayout(buttons)
        settle_mnemonics(self)
