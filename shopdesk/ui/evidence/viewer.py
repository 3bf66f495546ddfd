"""Evidence in full: a picture fitted or at its own size, a PDF's pages, or the way to a film."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.queries.evidence import EvidenceRow
from shopdesk.storage.attachments import place_of
from shopdesk.storage.files import open_ordinary, system_errors_as_sentences
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.labels import ElidedLabel, plain_label
from shopdesk.ui.base.pdf_view import PdfView
from shopdesk.ui.evidence.handing_out import open_outside
from shopdesk.ui.evidence.picture_view import PictureView
from shopdesk.ui.evidence.pictures import read_picture
from shopdesk.ui.evidence.tile import trouble_text
from shopdesk.ui.workbench import Workbench

_MARGIN_PX = 12
_PART_OF_WINDOW = 0.9
_FILMS = ("mp4", "mov")
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class EvidenceViewer(QDialog):
    """Left and Right lead along the strip, Space changes the size, Enter plays a film."""

    def __init__(
        self, bench: Workbench, rows: Sequence[EvidenceRow], first: EvidenceRow, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._rows = rows
        self._at = next((n for n, row in enumerate(rows) if row.id == first.id), 0)
        self.picture = PictureView()
        self._pdf = PdfView(_("Evidence"))
        self._stack = QStackedWidget()
        self._caption = ElidedLabel("", "strong")
        self._place = plain_label("", "muted")
        self.size_button = icon_button("", "search", self.change_size)
        self.outside_button = icon_button(_("&Play (Enter)"), "external-link", self._open_outside)
        self.resize(parent.size() * _PART_OF_WINDOW)
        self._arrange()
        self._show()

    @property
    def row(self) -> EvidenceRow:
        """What is shown now."""
        return self._rows[self._at]

    def go(self, by: int) -> None:
        """Show another one; behind the last comes the first."""
        self._at = (self._at + by) % len(self._rows)
        self._show()

    def change_size(self) -> None:
        """Fit the picture into the room, or show it at its own size."""
        self.picture.set_whole(whole=not self.picture.shows_whole)
        self._name_size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead by the arrows, change the size by Space; Escape is the dialog's own."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.go(step)
        elif event.key() == Qt.Key.Key_Space:
            self.change_size()
        elif event.key() in _OPENING and self.row.kind in _FILMS:
            self._open_outside()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Evidence"))
        for view in (self.picture, self._pdf):
            self._stack.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        layout.addLayout(self._head())
        layout.addWidget(self._stack, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._caption, 1)
        head.addWidget(self._place)
        back = _arrow("chevron-left", _("The one before (Left)"), partial(self.go, -1))
        on = _arrow("chevron-right", _("The next one (Right)"), partial(self.go, 1))
        close = icon_button(_("&Close"), "x", self.reject)
        for button in (back, on, self.size_button, self.outside_button, close):
            # The arrow keys and Space stay the viewer's own wherever Tab leads.
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            head.addWidget(button)
        for button in (back, on):
            button.setVisible(len(self._rows) > 1)
        return head

    def _show(self) -> None:
        row = self.row
        words = (row.name, row.note, row.line_title)
        self._caption.setText(" · ".join(word for word in words if word))
        self._place.setText(_("{n} of {total}").format(n=self._at + 1, total=len(self._rows)))
        self.size_button.setVisible(row.is_picture)
        self.outside_button.setVisible(row.kind in _FILMS)
        self._name_size()
        self._stack.setCurrentWidget(self._pdf if row.kind == "pdf" else self.picture)
        self.picture.show_words(trouble_text(row) or self._words())
        self._read(place_of(self._bench.desk.folder.attachments, row.file_name))

    def _words(self) -> str:
        return _("Reading…") if self.row.is_picture else _("A film plays in the system's player.")

    def _read(self, path: Path) -> None:
        """Read what is shown, off the window's thread; the newest wanted one wins."""
        work = self._bench.operations.work
        key = ("evidence.view", id(self))
        if self.row.is_picture:
            work(key, partial(read_picture, path), self._show_picture)
        elif self.row.kind == "pdf":
            work(key, partial(_bytes_of, path), self._show_pdf, self._tell)

    def _show_pdf(self, content: bytes) -> None:
        self._pdf.show_pdf(content)

    def _tell(self, error: ShopDeskError) -> None:
        self._stack.setCurrentWidget(self.picture)
        self.picture.show_words(trouble_text(self.row) or error.sentence)

    def _show_picture(self, image: QImage | None) -> None:
        if image is None:
            self.picture.show_words(trouble_text(self.row) or _("This picture cannot be read."))
        else:
            self.picture.show_picture(QPixmap.fromImage(image))

    def _name_size(self) -> None:
        whole = self.picture.shows_whole
        self.size_button.setText(_("Own size (Space)") if whole else _("Fit (Space)"))

    def _open_outside(self) -> None:
        try:
            open_outside(self._bench.desk.folder, self.row)
        except ShopDeskError as error:
            self._tell(error)


def _bytes_of(path: Path) -> bytes:
    with system_errors_as_sentences(), open_ordinary(path) as file:
        return file.read()


def _arrow(name: str, text: str, do: "partial[None]") -> QPushButton:
    button = icon_button("", name, do)
    button.setAccessibleName(text)
    button.setToolTip(text)
    return button
