"""The first start, in place of the pages: one card with defaults, one key to begin.

page = WelcomePage(bench)
page.done.connect(show_pages)                  # the shop is set up
page.sample_wanted.connect(open_sample)
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import LANGUAGES, N_, _, current_language
from shopdesk.ui.base.chips import Chip, ChipRow
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.icons import icon
from shopdesk.ui.pages.welcome.card import WelcomeCard
from shopdesk.ui.qt_texts import speak_in_windows
from shopdesk.ui.workbench import Workbench

_CARD_PX = 900
_MARK_PX = 40


class WelcomePage(QWidget):
    """Asks for nothing that it can do without; all of it can be changed in Settings."""

    done = Signal()
    sample_wanted = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.card = self._fill()

    def use_language(self, language: str) -> None:
        """Speak a language from now on, keep the choice, and keep what was typed."""
        try:
            self._bench.desk.settings.change(language=language)
        except ShopDeskError as error:
            self.card.refuse(error)
        speak_in_windows(language)
        old = self.card
        clear(self._layout)
        self.card = self._fill()
        if old.is_touched:
            self.card.take_over(old.typed())
        self.setFocus()

    def _fill(self) -> WelcomeCard:
        card = WelcomeCard()
        card.submitted.connect(self._set_up_shop)
        card.sample_wanted.connect(self.sample_wanted)
        card.setMaximumWidth(_CARD_PX)
        column = ScrollColumn()
        column.body.addLayout(self._make_head())
        column.body.addStretch(1)
        column.body.addLayout(_centred(_make_greeting()))
        column.body.addLayout(_centred(card))
        column.body.addStretch(3)
        self._layout.addWidget(column)
        self.setFocusProxy(card)
        return card

    def _make_head(self) -> QHBoxLayout:
        languages = ChipRow([Chip(*language) for language in LANGUAGES.items()], _("Language"))
        if current_language() in LANGUAGES:
            languages.choose(current_language())
        languages.chosen.connect(self.use_language)
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(languages)
        return head

    def _set_up_shop(self) -> None:
        card = self.card
        shop, person = card.draft, card.person

        def set_up(session: Session) -> int:
            return services.setup.set_up(session, shop, person)

        try:  # first, so that the change carries the name of whom it was made by
            self._bench.desk.settings.change(person=person, slip_size=card.slip_size)
        except ShopDeskError as error:
            card.refuse(error)
            return
        self._bench.operations.write(N_("Shop set up"), set_up, self._finish, card.refuse)

    def _finish(self, _shop_id: int, _change: Change) -> None:
        self.done.emit()


def _make_greeting() -> QWidget:
    greeting = QWidget()
    mark = QLabel()
    mark.setTextFormat(Qt.TextFormat.PlainText)
    mark.setPixmap(icon("shopdesk").pixmap(_MARK_PX, _MARK_PX))
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(plain_label(_("Welcome to ShopDesk"), "title"))
    words.addWidget(
        plain_label(
            _("Everything stays on this computer, and all of this can be changed in Settings."),
            "muted",
            wrap=True,
        )
    )
    row = QHBoxLayout(greeting)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    row.addWidget(mark)
    row.addLayout(words, 1)
    greeting.setMaximumWidth(_CARD_PX)
    return greeting


def _centred(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 100)
    row.addStretch(1)
    return row
