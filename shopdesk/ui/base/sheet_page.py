"""The page of a form: begins, gives up, and keeps what was typed while it is away.

class NewReturnPage(SheetPage[ReturnSheet]):
    title = N_("New return")
    leaves_to = "returns"

    def make_sheet(self) -> ReturnSheet:
        return ReturnSheet(self.bench, self._steps)
"""

from functools import partial
from typing import ClassVar, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.boxes import ask_to_throw_away
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.workbench import Workbench


class Sheet(Protocol):
    """A form that is thrown away once it was saved."""

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that would be lost by going away."""
        ...

    def begin_with(self, record_id: int) -> None:
        """Fill in what is known of the record that another page leads here with."""
        ...


SheetT = TypeVar("SheetT", bound=Sheet)


class SheetPage(QWidget, Generic[SheetT]):
    """Holds one sheet at a time; a new one replaces it when it was saved or given up."""

    title: ClassVar[str]
    leaves_to: ClassVar[str]
    """The page to which giving up leads."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench
        self._is_new = True
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(plain_label(_(self.title), "title"))
        self.sheet: SheetT = self._place_sheet()

    def make_sheet(self) -> SheetT:
        """Make an empty form, a widget."""
        raise NotImplementedError

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return self.sheet.is_touched

    def start(self, record_id: int | None = None) -> None:
        """Begin, with a record if one is given; nothing typed before is lost unasked."""
        if self._is_new or not self.sheet.is_touched:
            self._begin(record_id)
        elif record_id is not None:
            ask_to_throw_away(self, partial(self._begin, record_id))

    def open_record(self, record_id: int) -> None:
        """Begin with the record that another page leads here with."""
        self.start(record_id)

    def cancel(self) -> None:
        """Leave, after asking if something was typed."""
        if self.sheet.is_touched:
            ask_to_throw_away(self, self._leave)
        else:
            self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def renew(self) -> None:
        """Put an empty form in the place of the one that is done with."""
        old = _widget(self.sheet)
        self._layout.removeWidget(old)
        old.hide()
        self.sheet = self._place_sheet()
        old.deleteLater()

    def _place_sheet(self) -> SheetT:
        sheet = self.make_sheet()
        self._layout.addWidget(_widget(sheet), 1)
        self.setFocusProxy(_widget(sheet))
        return sheet

    def _begin(self, record_id: int | None) -> None:
        """Show an empty sheet of today; the first one needs no other."""
        if not self._is_new:
            self.renew()
        self._is_new = False
        _widget(self.sheet).setFocus()
        if record_id is not None:
            self.sheet.begin_with(record_id)

    def _leave(self) -> None:
        self.bench.guide.go(self.leaves_to)
        self.renew()


def _widget(sheet: Sheet) -> QWidget:
    return cast("QWidget", sheet)
