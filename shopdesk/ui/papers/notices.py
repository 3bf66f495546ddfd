"""What is said beside a preview: one box for each matter, none while there is nothing to say.

notices = Notices(("remarks", "printer", "outcome"))
notices.tell("printer", sentence, "wait"); notices.tell("printer", "")
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.ui.base.notice import Notice
from shopdesk.ui.theme import Tone


class Notices(QWidget):
    """Boxes one under the other, in the order of their matters."""

    def __init__(self, matters: Sequence[str]) -> None:
        super().__init__()
        self._boxes = {matter: Notice("", "good") for matter in matters}
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
        box.setVisible(bool(sentence))
        self.setVisible(any(not one.isHidden() for one in self._boxes.values()))

    def sentence(self, matter: str) -> str:
        """Return what is said about a matter now."""
        box = self._boxes[matter]
        return "" if box.isHidden() else box.sentence
