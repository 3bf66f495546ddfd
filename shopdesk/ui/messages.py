"""What the window tells a person: a word, a refusal, an offer of Undo, an honest failure.

messages.toast(_("Copied"))
messages.refuse(error.sentence)                # a bar that stays until it is closed
messages.undo(change.sentence, lambda: operations.undo(change))
"""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.boxes import plain_box
from shopdesk.ui.base.message_bar import MessageBar, Step
from shopdesk.ui.base.toast import Toast
from shopdesk.ui.theme import Tone

log = logging.getLogger(__name__)


class Messages(QObject):
    """The one place through which sentences reach the person."""

    def __init__(self, window: QWidget, bar: MessageBar, toast: Toast, log_file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._bar = bar
        self._toast = toast
        self._log_file = log_file

    def toast(self, sentence: str) -> None:
        """Say that something small was done."""
        self._toast.say(sentence)

    def undo(self, sentence: str, step: Callable[[], None]) -> None:
        """Say what was done and offer to take it back."""
        self._toast.offer(sentence, _("&Undo"), step)

    def refuse(self, sentence: str) -> None:
        """Show why something was not done, and what to do; it stays until it is closed."""
        self._bar.tell(sentence, "late")

    def note(self, sentence: str) -> None:
        """Show something worth knowing that needs no answer."""
        self._bar.tell(sentence, "accent")

    def remark(self, sentence: str, tone: Tone = "accent") -> None:
        """Show what concerns only the page that is shown; it goes once another is opened."""
        self._bar.tell(sentence, tone, of_page=True)

    def leave_page(self) -> None:
        """Put a remark away: another page is opened."""
        self._bar.leave_page()

    def remind(self, sentence: str, steps: Sequence[Step]) -> None:
        """Show something that has come due, with what can be done about it at once."""
        self._bar.tell(sentence, "wait", steps)

    def bug(self, error: BaseException) -> None:
        """Log a mistake of ours and say so, once at a time."""
        log.error("A mistake of ShopDesk", exc_info=error)
        if self._window.findChild(QMessageBox) is None:
            self._bug_box(error).open()

    def _bug_box(self, error: BaseException) -> QMessageBox:
        box = plain_box(self._window, _("Something went wrong"), self._bug_text(error))
        box.setIcon(QMessageBox.Icon.Warning)
        return box

    def _bug_text(self, error: BaseException) -> str:
        text = _(
            "This is a mistake in ShopDesk, not yours. What you did last is saved whole or not at"
            " all: look before you do it again.\n\n"
            "What happened: {error}\n\nThe log tells more: {file}"
        )
        return text.format(error=f"{type(error).__name__}: {error}", file=self._log_file)
