"""What can be told to a buyer now: the part of a detail that any case has.

class ReplySection(TellingSection):
    def show_return(self, found) -> None:
        ...
        self.tell(found, words, language)
"""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.return_detail import TimelineRow
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.ready_words import ReadyWords, Words
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.workbench import Workbench

COPIED = N_("Reply copied")


class ToldCase(Protocol):
    """A case of any kind, as far as telling needs it."""

    @property
    def id(self) -> int:
        """The case's id."""
        ...

    @property
    def shop_id(self) -> int:
        """The shop that speaks."""
        ...

    @property
    def timeline(self) -> Sequence[TimelineRow]:
        """What happened, the newest first."""
        ...


class TellingSection(QWidget):
    """Copying is written on the timeline; `again` shows the case anew in another language."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._case: ToldCase | None = None
        self.words = ReadyWords(_("Tell the buyer"))
        self.words.copied.connect(self._copied)
        self.words.language_wanted.connect(self._speak)
        self.setAccessibleName(_("Tell the buyer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(plain_label(_("Tell the buyer"), "heading"))
        layout.addWidget(self.words)

    def again(self) -> None:
        """Show the case that is shown once more."""
        raise NotImplementedError

    def tell(self, case: ToldCase, words: Sequence[Words], language: str) -> None:
        """Offer words about a case; another case begins anew, and none hide the section."""
        if self._case is None or self._case.id != case.id:
            self.words.begin()
        self._case = case
        self.setVisible(bool(words))
        if words:
            self.words.offer(words, language)

    def _copied(self, words: Words) -> None:
        case = self._case
        self._bench.messages.toast(_(COPIED))
        if case is None or _is_told(case, words):
            return

        def work(session: Session) -> None:
            services.replies.note_copied(session, case.id, words.code, words.text)

        self._bench.operations.write(COPIED, work, undoable=False)

    def _speak(self, language: str) -> None:
        """Answer the shop's buyers in another language from now on."""
        case = self._case
        if case is None:
            return

        def work(session: Session) -> None:
            services.replies.speak_to_buyers(session, case.shop_id, language)

        def done(_value: object, _change: Change) -> None:
            self.again()

        self._bench.operations.write(N_("Language of replies changed"), work, done)


def _is_told(case: ToldCase, words: Words) -> bool:
    """Tell whether the very words were the last that happened: copied twice is told once."""
    last = case.timeline[0] if case.timeline else None
    return last is not None and (last.event, last.text) == ("copied", words.text)
