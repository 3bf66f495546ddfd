"""The solutions that fit what is at hand, best first, and the words to say.

card = SolutionsCard(bench)
card.offer_wanted.connect(self.add_options)     # list[SolutionOption]
card.copied.connect(self.note_copied)           # the Words, already on the clipboard
card.show_occasion(Occasion(shop_id, Asked(words, situation), self.blanks, messages))
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk import services
from shopdesk.i18n import N_, _, current_language
from shopdesk.rules.solutions import Solution
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.ready_words import ReadyWords, Words
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.solutions.occasion import Occasion, Shelf, load_shelf
from shopdesk.ui.solutions.suggestions import Suggestions
from shopdesk.ui.workbench import Workbench

_GAP_PX = 12


class SolutionsCard(QWidget):
    """Two cards, one over the other; `replies` leaves the words away where others stand."""

    offer_wanted = Signal(object)
    """The options that the person wants to offer, a list of `SolutionOption`."""
    copied = Signal(object)
    """The `Words` that are on the clipboard now."""

    def __init__(self, bench: Workbench, *, replies: bool = True) -> None:
        super().__init__()
        self._bench = bench
        self._occasion: Occasion | None = None
        self._shelf: Shelf | None = None
        self._stale = True
        self.suggestions = Suggestions(self._open)
        self.words = ReadyWords(_("Ready reply"))
        self.reply_card = Card(_("Ready reply"))
        self.reply_card.body.addWidget(self.words)
        self._replies = replies
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP_PX)
        layout.addWidget(self.suggestions)
        layout.addWidget(self.reply_card)
        self.hide()
        self.reply_card.hide()

    @property
    def language(self) -> str:
        """The language in which the buyers of the shop are written to."""
        return self._shelf.voice.language if self._shelf else current_language()

    def show_occasion(self, occasion: Occasion) -> None:
        """Show what fits; the library is read anew only after something was written."""
        self._occasion = occasion
        shelf = self._shelf
        if self._stale or shelf is None or shelf.shop.id != occasion.shop_id:
            self._stale = False
            load = partial(load_shelf, shop_id=occasion.shop_id)
            self._bench.operations.query((id(self), "shelf"), load, self._take)
        else:
            self._show(shelf, occasion)

    def put_away(self) -> None:
        """Show nothing: there is nothing at hand to look for."""
        self._occasion = None
        self.hide()

    def begin(self) -> None:
        """Forget what was chosen: what is shown next is about something else."""
        self.suggestions.begin()
        self.words.begin()

    def _take(self, shelf: Shelf) -> None:
        self._shelf = shelf
        if self._occasion is not None:
            self._show(shelf, self._occasion)

    def _show(self, shelf: Shelf, occasion: Occasion) -> None:
        found = shelf.suggested(occasion.asked)
        self.suggestions.show_solutions(found, shelf.stats, can_offer=occasion.can_offer)
        self._show_words(self.suggestions.chosen)
        self.show()

    def _show_words(self, solution: Solution | None) -> None:
        shelf, occasion = self._shelf, self._occasion
        if shelf is None or occasion is None or not self._replies:
            return
        offered = shelf.words(occasion, solution)
        self.reply_card.setVisible(bool(offered))
        if offered:
            self.words.offer(offered, shelf.voice.language)

    def _turn_to(self, solution: Solution) -> None:
        self.words.begin()
        self._show_words(solution)

    def _told(self, words: Words) -> None:
        self._bench.messages.toast(_("Reply copied"))
        self.copied.emit(words)

    def _open(self, solution: Solution) -> None:
        self._bench.guide.go("solutions", solution.id)

    def _speak(self, language: str) -> None:
        """Answer the shop's buyers in another language from now on."""
        occasion = self._occasion
        if occasion is None:
            return

        def work(session: Session) -> None:
            services.replies.speak_to_buyers(session, occasion.shop_id, language)

        def done(_value: object, _change: Change) -> None:
            self.show_occasion(occasion)

        self._bench.operations.write(N_("Language of replies changed"), work, done)

    def _connect(self) -> None:
        self.suggestions.offer_wanted.connect(self.offer_wanted)
        self.suggestions.turned.connect(self._turn_to)
        self.words.copied.connect(self._told)
        self.words.language_wanted.connect(self._speak)
        self._bench.operations.changed.connect(self._follow)

    def _follow(self, _change: Change) -> None:
        self._stale = True
