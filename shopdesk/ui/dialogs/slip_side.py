"""The right-hand side of the slip's preview: paper, language, and the buttons."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.printing.sizes import SLIP_SIZE_NAMES
from shopdesk.printing.words import SLIP_LANGUAGES
from shopdesk.settings import Settings
from shopdesk.ui.actions import ButtonKind
from shopdesk.ui.base.chips import Chip, ChipRow
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.base.progress import BusyLine
from shopdesk.ui.icons import icon
from shopdesk.ui.theme import Tone

_WIDTH_PX = 230
_ICON_SIZE = QSize(22, 16)


class SlipSide(QWidget):
    """Tells of another paper or language by `changed`; buttons are off until a slip is there."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._sizes = _chips(SLIP_SIZE_NAMES, _("Paper"), settings.slip_size)
        self._languages = _chips(SLIP_LANGUAGES, _("Language"), settings.slip_language)
        self._busy = BusyLine()
        self._notice = Notice("", "good")
        self._notice.hide()
        self.print_button = _button(N_("&Print…"), "printer", "primary")
        self.save_button = _button(N_("&Save PDF…"), "save")
        self.open_button = _button(N_("&Open PDF"), "external-link")
        self.close_button = _button(N_("&Close"), "")
        self.setFixedWidth(_WIDTH_PX)
        self._arrange()
        self._sizes.chosen.connect(lambda _key: self.changed.emit())
        self._languages.chosen.connect(lambda _key: self.changed.emit())
        self.set_ready(ready=False)

    @property
    def size_code(self) -> str:
        """The chosen paper, a key of SLIP_SIZES."""
        return self._sizes.current

    @property
    def language(self) -> str:
        """The chosen language, a key of SLIP_LANGUAGES."""
        return self._languages.current

    def set_ready(self, *, ready: bool) -> None:
        """Allow printing and saving, or say why not."""
        for button in (self.print_button, self.save_button, self.open_button):
            button.setEnabled(ready)
            button.setToolTip("" if ready else _("The slip is being made."))

    def start(self) -> None:
        """Show that something is under way; what was said before is over."""
        self._notice.hide()
        self._busy.start()
        self.set_ready(ready=False)

    def stop(self) -> None:
        """Show that it has ended."""
        self._busy.stop()
        self.set_ready(ready=True)

    def tell(self, sentence: str, tone: Tone = "good") -> None:
        """Say what became of it."""
        self._notice.set_text(sentence, tone)
        self._notice.show()

    def show_printed(self, page: int, pages: int) -> None:
        """Say how far the printing is."""
        self.tell(_("Page {n} of {total}").format(n=page, total=pages), "accent")

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for title, chips in ((_("Paper"), self._sizes), (_("Language"), self._languages)):
            layout.addWidget(plain_label(title, "muted"))
            layout.addWidget(chips)
            layout.addSpacing(8)
        layout.addWidget(self._busy)
        layout.addWidget(self._notice)
        layout.addStretch(1)
        for button in (self.print_button, self.save_button, self.open_button, self.close_button):
            layout.addWidget(button)


def _chips(choices: dict[str, str], name: str, chosen: str) -> ChipRow:
    row = ChipRow([Chip(key, title) for key, title in choices.items()], name)
    if chosen in choices:
        row.choose(chosen)
    return row


def _button(text: str, icon_name: str, kind: ButtonKind = "plain") -> QPushButton:
    button = QPushButton(_(text))
    button.setProperty("kind", kind)
    button.setAutoDefault(kind == "primary")
    if icon_name:
        button.setIcon(icon(icon_name, "on_accent" if kind == "primary" else "muted"))
        button.setIconSize(_ICON_SIZE)
    return button
