"""The head of the desk: its name, what a scan opens, the sound, and the way to the shelf."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.fields import CheckField
from shopdesk.ui.base.labels import plain_label


class DeskHead(QWidget):
    """The choices are remembered by whoever listens."""

    opens_changed = Signal(bool)
    sound_changed = Signal(bool)
    shelf_wanted = Signal()

    def __init__(self, *, opens: bool, sound: bool) -> None:
        super().__init__()
        self.opens = CheckField(_("Open the &inspection"))
        self.opens.setToolTip(_("Without it scans only receive: for a fast intake."))
        self.sound = CheckField(_("Soun&d"))
        self.shelf = icon_button("", "package", self.shelf_wanted.emit)
        self.opens.set_value(opens)
        self.sound.set_value(sound)
        self.opens.toggled.connect(self.opens_changed)
        self.sound.toggled.connect(self.sound_changed)
        self.show_shelf_count(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(plain_label(_("Receive parcel"), "title"), 1)
        for widget in (self.opens, self.sound, self.shelf):
            row.addWidget(widget)

    def show_shelf_count(self, count: int) -> None:
        """Say how many parcels wait for their return."""
        words = ngettext("{n} parcel without a return", "{n} parcels without a return", count)
        self.shelf.setText(words.format(n=count) if count else _("Parcels without a return"))
