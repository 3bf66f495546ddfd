"""A shop's logo as a field of a form: picked, dropped or pasted, and shown as it prints.

logo = form.add("logo", N_("Logo"), LogoField(bench))
logo.set_value(paper.logo)                     # a PNG in base64, or empty
"""

from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.errors import FieldError, ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.storage.files import open_ordinary, system_errors_as_sentences
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.labels import plain_label, plain_tooltip
from shopdesk.ui.evidence.pictures import picture_bytes
from shopdesk.ui.evidence.taking import Offered, offered_in
from shopdesk.ui.papers.logo_picture import LogoPicture
from shopdesk.ui.workbench import Workbench

_KINDS = "*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff"


class LogoField(QWidget):
    """Its value is the logo as it is kept; the picture itself is not."""

    changed = Signal()
    refused = Signal(object)
    """A FieldError about the picture that was offered last; the logo stays as it was."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._logo = ""
        self._pictures = (
            LogoPicture(N_("In greys"), is_dots=False),
            LogoPicture(N_("On a label printer"), is_dots=True),
        )
        self.choose_button = icon_button(_("Choose…"), "image", self.ask_file)
        self.paste_button = icon_button(_("Paste"), "copy", self.paste)
        self.remove_button = icon_button(_("Remove"), "trash", partial(self.set_value, ""))
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.choose_button)
        self._arrange()
        self._show()

    def value(self) -> str:
        """Return the logo, a PNG in base64, or an empty text."""
        return self._logo

    def set_value(self, logo: str) -> None:
        """Put a kept logo in, or none."""
        self._logo = logo
        self._show()
        self.changed.emit()

    def complaint(self) -> str:
        """Find nothing wrong: a picture that cannot be a logo is not taken."""
        return ""

    def offer(self, offered: Offered) -> None:
        """Take the first picture of what was dropped or pasted, beside the window."""
        if offered.image is not None:
            self._take(partial(picture_bytes, offered.image))
        elif offered.paths:
            self._take(partial(_content, offered.paths[0]))
        else:
            self._refuse(FieldError("logo", _("There is no picture to paste. Copy one first.")))

    def paste(self) -> None:
        """Take the picture of the clipboard."""
        self.offer(offered_in(QGuiApplication.clipboard().mimeData()))

    def ask_file(self) -> None:
        """Ask for a picture's file."""
        kinds = f"{_('Pictures')} ({_KINDS})"
        folder = self._bench.desk.settings.now.last_folder or str(Path.home())
        dialog = QFileDialog(self, _("Choose a logo"), folder, kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.offer(Offered((Path(name),))))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures."""
        if offered_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        event.acceptProposedAction()
        self.offer(offered_in(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste with the keys for it from any of the buttons."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def setAccessibleName(self, name: str) -> None:
        """Name the buttons, which are what a screen reader meets."""
        super().setAccessibleName(name)
        for button in self._buttons:
            button.setAccessibleName(f"{name}: {button.text()}")

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.choose_button, self.paste_button, self.remove_button)

    def _take(self, read: Callable[[], bytes]) -> None:
        job = partial(_normalised, read)
        self._bench.operations.work((id(self), "logo"), job, self._took, self._refuse)

    def _took(self, png: bytes) -> None:
        self.set_value(b64encode(png).decode())

    def _refuse(self, error: ShopDeskError) -> None:
        self.refused.emit(FieldError("logo", error.sentence))

    def _show(self) -> None:
        png = b64decode(self._logo)
        for picture in self._pictures:
            picture.show_logo(png)
        self.remove_button.setEnabled(bool(png))
        why_not = "" if png else _("There is no logo yet.")
        self.remove_button.setToolTip(plain_tooltip(why_not))

    def _arrange(self) -> None:
        pictures = QHBoxLayout()
        pictures.setSpacing(12)
        for picture in self._pictures:
            pictures.addWidget(picture, 1)
        buttons = QHBoxLayout()
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(pictures)
        layout.addLayout(buttons)
        hint = _("You can also drop a picture here, or paste one.")
        layout.addWidget(plain_label(hint, "small", wrap=True))


def _content(path: Path) -> bytes:
    from shopdesk.printing.logos import MOST_CHOSEN_BYTES

    with system_errors_as_sentences(), open_ordinary(path.resolve()) as file:
        return file.read(MOST_CHOSEN_BYTES + 1)


def _normalised(read: Callable[[], bytes]) -> bytes:
    from shopdesk.printing.logos import normalised_logo

    return normalised_logo(read())
