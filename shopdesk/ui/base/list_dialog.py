"""A list at the left, and at the right a form that changes what is chosen there.

class CouriersDialog(ListDialog):
    def show_entry(self, key: str) -> None: ...      # fill the form, end with form.settle()
    def save(self) -> None: ...                      # write; hand self.saved and self.refused over

dialog.set_entries([Entry("sf", _("SF Express")), ...])

What was typed is never lost unasked: choosing another entry asks first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.ui.base.boxes import ask_to_throw_away
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.labels import plain_label, plain_tooltip
from shopdesk.ui.base.mnemonics import settle_mnemonics
from shopdesk.ui.desk import Change

_LIST_PX = 260
_WIDTH_PX = 860
_HEIGHT_PX = 560
_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list; a heading, which nobody chooses, has no key. `faint` is set back."""

    key: str
    words: str
    faint: bool = False


class ListDialog(QDialog):
    """Subclasses fill `form`, put further widgets into `above` and `buttons`, and save."""

    def __init__(self, parent: QWidget, title: str, list_px: int = _LIST_PX) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH_PX - _LIST_PX + list_px, _HEIGHT_PX)
        self.chosen = ""
        """The key of the entry in the form; empty for a new one."""
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setFixedWidth(list_px)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = Form()
        self.above = QHBoxLayout()
        self.below = QVBoxLayout()
        self.buttons = QHBoxLayout()
        self.save_button = QPushButton(_("&Save"))
        self.save_button.setProperty("kind", "primary")
        self.close_button = QPushButton(_("Close"))
        self._arrange(title)
        self.list.currentItemChanged.connect(self._turn)
        self.form.submitted.connect(self._submit)
        self.form.submitted_primary.connect(self._submit)
        self.save_button.clicked.connect(self._press)
        self.close_button.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Open with a letter of its own for each field and button."""
        super().showEvent(event)
        settle_mnemonics(self)

    def show_entry(self, key: str) -> None:
        """Fill the form with an entry and settle it."""
        raise NotImplementedError

    def save(self) -> None:
        """Write what the form holds; called only when no field complains."""
        raise NotImplementedError

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries; the chosen one stays chosen, else the first is."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for entry in entries:
                self.list.addItem(_item(entry))
        keys = [entry.key for entry in entries if entry.key]
        self.choose(self.chosen if self.chosen in keys else next(iter(keys), ""))

    def choose(self, key: str) -> None:
        """Show an entry in the list and the form, without asking."""
        self.chosen = key
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(self._row(key))
        self.show_entry(key)

    def saved(self, _value: object, _change: Change) -> None:
        """Take what stands there for the saved state; hand this to `operations.write`."""
        self.save_button.setEnabled(True)
        self.form.settle()

    def refused(self, error: ShopDeskError) -> None:
        """Show a refusal at its field; hand this to `operations.write`."""
        self.save_button.setEnabled(True)
        self.form.refuse(error)

    def reject(self) -> None:
        """Close, after asking if something was typed."""
        if self.form.is_touched:
            ask_to_throw_away(self, super().reject)
        else:
            super().reject()

    def leave(self, key: str) -> None:
        """Go on to another entry, after asking if something was typed."""
        if not self.form.is_touched:
            self.choose(key)
            return
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(self._row(self.chosen))
        ask_to_throw_away(self, partial(self.choose, key))

    def _turn(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None and item.data(_KEY):
            self.leave(item.data(_KEY))

    def _row(self, key: str) -> int:
        rows = range(self.list.count())
        return next((n for n in rows if key and self.list.item(n).data(_KEY) == key), -1)

    def _press(self) -> None:
        if self.form.accepts():
            self._submit()

    def _submit(self) -> None:
        if self.save_button.isEnabled():
            self.save_button.setEnabled(False)
            self.save()

    def _arrange(self, title: str) -> None:
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.form)
        right.addLayout(self.below)
        right.addStretch(1)
        panes = QHBoxLayout()
        panes.setSpacing(20)
        panes.addWidget(self.list)
        panes.addLayout(right, 1)
        feet = QHBoxLayout()
        feet.addLayout(self.buttons)
        feet.addStretch(1)
        feet.addWidget(self.close_button)
        feet.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(16)
        layout.addWidget(plain_label(title, "title"))
        layout.addLayout(self.above)
        layout.addLayout(panes, 1)
        layout.addLayout(feet)


def _item(entry: Entry) -> QListWidgetItem:
    item = QListWidgetItem(entry.words)
    item.setData(_KEY, entry.key)
    item.setToolTip(plain_tooltip(entry.words))
    if not entry.key:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    elif entry.faint:
        font = item.font()
        font.setItalic(True)
        item.setFont(font)
    return item
