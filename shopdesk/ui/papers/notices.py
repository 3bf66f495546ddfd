"""What is said beside a preview: one box for each matter, none while there is nothing to say.

notices = Notices(("remarks", "printer", "outcome"))
notices.tell("printer", sentence, "wait"); notices.tell("printer", "")
notices.offer("marked", sentence, _("&Undo"), undo)
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from shopdesk.ui.base.notice import Notice
from shopdesk.ui.theme import Tone


class Notices(QWidget):
    """Boxes one under the other, in the order of their matters."""

    def __init__(self, matters: Sequence[str]) -> None:
        super().__init__()
        self._boxes = {matter: _Box() for matter in matters}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for box in self._boxes.values():
            layout.addWidget(box)
            box.hide()
        self.hide()

    def tell(self, matter: str, sentence: str, tone: Tone = "good") -> None:
        """Say something about a matter; an empty sentence takes it back."""
        box = self._boxes[matter]
        box.set_text(sentence, tone)
        box.button.hide()
        box.setVisible(bool(sentence))
        self.setVisible(any(not one.isHidden() for one in self._boxes.values()))

    def offer(self, matter: str, sentence: str, button: str, step: Callable[[], object]) -> None:
        """Say something good, with one step about it; taken, the step takes the sentence back."""
        self.tell(matter, sentence)
        box = self._boxes[matter]
        box.step = step
        box.button.setText(button)
        box.button.show()

    def button(self, matter: str) -> QPushButton:
        """Return the button of the step that is offered about a matter."""
        return self._boxes[matter].button

    def sentence(self, matter: str) -> str:
        """Return what is said about a matter now."""
        box = self._boxes[matter]
        return "" if box.isHidden() else box.sentence


class _Box(Notice):
    """A notice that may have a button."""

    def __init__(self) -> None:
        super().__init__("", "good")
        self.step: Callable[[], object] = lambda: None
        self.button = QPushButton()
        self.button.setProperty("kind", "small")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._take)
        self.add(self.button)
        self.button.hide()

    def _take(self) -> None:
        self.hide()
        self.step()
