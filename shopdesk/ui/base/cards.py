"""A card: a surface with a thin line around it, and a heading when it has one.

card = Card(_("What comes back"), note=_("Space ticks"))
card.body.addWidget(lines)
"""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.base.labels import plain_label

PADDING_PX = 16


class Card(QFrame):
    """Groups what belongs together; add widgets to `body`."""

    def __init__(self, title: str = "", note: str = "", padding_px: int = PADDING_PX) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding_px, padding_px, padding_px, padding_px)
        self.body.setSpacing(8)
        self._note = plain_label(note, "muted")
        if title or note:
            self.body.addLayout(self._head(title))

    def set_note(self, note: str) -> None:
        """Change the words at the right of the heading."""
        self._note.setText(note)

    def _head(self, title: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(plain_label(title, "heading"), 1)
        head.addWidget(self._note)
        return head


def separator() -> QFrame:
    """Return a one-pixel line across its layout."""
    line = QFrame()
    line.setProperty("role", "separator")
    return line


def column(*widgets: QWidget, spacing_px: int = 12) -> QWidget:
    """Return widgets one under the other, kept at the top."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing_px)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return holder
