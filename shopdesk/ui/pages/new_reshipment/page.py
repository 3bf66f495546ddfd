"""The page of the form: begins, saves, gives up, and keeps what was typed while it is away."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk import services
from shopdesk.errors import FieldError, ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.ui.base.boxes import ask_to_throw_away
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.open_reshipment import OPENED
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.new_reshipment.sheet import ReshipmentSheet
from shopdesk.ui.workbench import Workbench


class NewReshipmentPage(QWidget):
    """Holds one sheet at a time; a new one replaces it when it was saved or given up."""

    new_words = N_("New reshipment")

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._is_saving = False
        self._is_new = True
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(plain_label(_(self.new_words), "title"))
        self.sheet = self._make_sheet()

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return self.sheet.is_touched

    def start(self, order_id: int | None = None) -> None:
        """Begin one, of an order if one is given; nothing typed before is lost unasked."""
        if self._is_new or not self.sheet.is_touched:
            self._begin(order_id)
        elif order_id is not None:
            ask_to_throw_away(self, partial(self._begin, order_id))

    def start_new(self) -> None:
        """Stay with what is typed, or begin anew."""
        self.start()

    def open_record(self, order_id: int) -> None:
        """Begin one of the order that another page leads here with."""
        self.start(order_id)

    def save(self) -> None:
        """Open the reshipment and show it; a second press waits for the answer to the first."""
        if self._is_saving or not self.sheet.accepts():
            return
        try:
            draft = self.sheet.draft()
        except FieldError as error:
            self.sheet.refuse(error)
            return
        self._is_saving = True

        def work(session: Session) -> int:
            case_id: int = services.reshipments.log_reshipment(session, draft)
            return case_id

        self._bench.operations.write(OPENED, work, self._saved, self._refused)

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

    def _make_sheet(self) -> ReshipmentSheet:
        sheet = ReshipmentSheet(self._bench, self.save, self.cancel)
        sheet.submitted.connect(self.save)
        sheet.submitted_primary.connect(self.save)
        self._layout.addWidget(sheet, 1)
        self.setFocusProxy(sheet)
        return sheet

    def _renew(self) -> None:
        old = self.sheet
        self._layout.removeWidget(old)
        old.hide()
        self.sheet = self._make_sheet()
        old.deleteLater()

    def _begin(self, order_id: int | None) -> None:
        """Show an empty sheet; the first one needs no other."""
        if not self._is_new:
            self._renew()
        self._is_new = False
        self.sheet.setFocus()
        if order_id is not None:
            self.sheet.open_order(order_id, untouched=True)

    def _leave(self) -> None:
        self._bench.guide.go("reshipments")
        self._renew()

    def _saved(self, case_id: int, change: Change) -> None:
        self._is_saving = False
        self._bench.guide.go("reshipments", case_id)
        self._renew()
        offer_undo(self._bench, change, _(OPENED))

    def _refused(self, error: ShopDeskError) -> None:
        self._is_saving = False
        self.sheet.refuse(error)
