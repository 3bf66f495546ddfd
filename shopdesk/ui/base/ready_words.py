"""Words that are ready to be copied for a buyer: the fittest first, the others one click away.

words = ReadyWords(_("Tell the buyer"))
words.copied.connect(self.note)                 # the Words, already on the clipboard
words.language_wanted.connect(self.speak)       # a key of LANGUAGES
words.offer([Words("arrived", _("Parcel is here"), text)], "zh_CN")
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import LANGUAGES, _, ngettext
from shopdesk.rules.replies import blanks_left
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.labels import ElidedLabel, link_button, plain_label, plain_tooltip
from shopdesk.ui.base.soft_box import SoftBox

_COPY_KEY = "Ctrl+Shift+C"


@dataclass(frozen=True, slots=True)
class Words:
    """One ready text; with `step_text` a further button copies it and does what that says."""

    code: str
    title: str
    text: str
    step_text: str = ""


class ReadyWords(QWidget):
    """Shows one text at a time; offered the same ones again, it stays at the one that shows."""

    copied = Signal(object)
    """The `Words` that are on the clipboard now."""
    step_wanted = Signal(object)
    """The `Words` that were copied and whose step is to be taken."""
    language_wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._words: Sequence[Words] = ()
        self._at = 0
        self._other_language = ""
        self._title = ElidedLabel("", "muted")
        self._box = SoftBox(name)
        self.left = plain_label("", "strong", wrap=True)
        self.language_button = link_button("", self._want_language)
        self.copy_button = icon_button(_("&Copy"), "copy", self.copy)
        self.step_button = icon_button("", "check", self.copy_and_step)
        self.other_button = QPushButton(_("Other words"))
        self.other_button.clicked.connect(lambda _on=False: self.turn())
        self.copy_button.setShortcut(_COPY_KEY)
        self.copy_button.setToolTip(
            plain_tooltip(_("Copy these words ({keys})").format(keys=_COPY_KEY))
        )
        self._arrange()

    @property
    def current(self) -> Words:
        """The words that would be copied."""
        return self._words[self._at]

    @property
    def text(self) -> str:
        """What would be copied."""
        return self._box.text

    def begin(self) -> None:
        """Forget which words were turned to: those offered next are about something else."""
        self._words, self._at = (), 0

    def offer(self, words: Sequence[Words], language: str) -> None:
        """Offer other words, at least one, in a language that can be changed for the other."""
        same = [each.code for each in words] == [each.code for each in self._words]
        self._words = words
        self._at = self._at if same else 0
        self._other_language = next(code for code in LANGUAGES if code != language)
        self.language_button.setText(LANGUAGES[self._other_language])
        self._show()

    def copy(self) -> None:
        """Put the words on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        self.copied.emit(self.current)

    def copy_and_step(self) -> None:
        """Put the words on the clipboard, and ask for the step that telling them is."""
        QGuiApplication.clipboard().setText(self.text)
        self.step_wanted.emit(self.current)

    def turn(self) -> None:
        """Show the next words."""
        self._at = (self._at + 1) % len(self._words)
        self._show()

    def _show(self) -> None:
        words = self.current
        self._box.set_text(words.text)
        self._title.setText(words.title)
        self._tell_blanks(blanks_left(words.text))
        self.step_button.setText(words.step_text)
        self.step_button.setVisible(bool(words.step_text))
        self.other_button.setVisible(len(self._words) > 1)
        about = _("{n} of {count}").format(n=self._at + 1, count=len(self._words))
        self.other_button.setToolTip(about)
        self.other_button.setAccessibleDescription(about)
        named = _("Answer in {language}").format(language=self.language_button.text())
        self.language_button.setAccessibleName(named)
        self.language_button.setToolTip(plain_tooltip(named))

    def _tell_blanks(self, count: int) -> None:
        words = ngettext(
            "{n} blank to fill in: “…” stands for what is not known.",
            "{n} blanks to fill in: “…” stands for what is not known.",
            count,
        )
        self.left.setText(words.format(n=count))
        self.left.setVisible(count > 0)

    def _want_language(self) -> None:
        self.language_wanted.emit(self._other_language)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.language_button)
        step = QHBoxLayout()
        step.addWidget(self.step_button)
        step.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._box)
        layout.addWidget(self.left)
        layout.addLayout(step)
        layout.addLayout(buttons)
