"""An empty place that says what belongs there and offers the first step.

Empty("package", N_("Returns stand here once the first one is logged."),
      (actions["new_return"], actions["import_orders"]))
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.actions import action_button
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.icons import icon

_ICON_PX = 40
_WIDTH_PX = 420


class Empty(QWidget):
    """An icon, a sentence, and up to three buttons; the first is the primary one."""

    def __init__(self, icon_name: str, sentence: str, steps: Sequence[QAction] = ()) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setPixmap(icon(icon_name).pixmap(_ICON_PX, _ICON_PX))
        self._sentence = plain_label("", "muted", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setFixedWidth(_WIDTH_PX)
        self._steps = QWidget()
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._steps)
        layout.addStretch(3)
        self._set_up_steps(steps)
        self.set_sentence(_(sentence))

    def set_sentence(self, sentence: str) -> None:
        """Say something else, already in the person's language."""
        self._sentence.setText(sentence)
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(_WIDTH_PX))
        self.setAccessibleName(sentence)

    def set_steps_shown(self, *, shown: bool) -> None:
        """Offer the first steps only where they help."""
        self._steps.setVisible(shown)

    def _set_up_steps(self, steps: Sequence[QAction]) -> None:
        row = QHBoxLayout(self._steps)
        row.setSpacing(8)
        row.addStretch(1)
        for n, step in enumerate(steps):
            row.addWidget(action_button(step, "plain" if n else "primary"))
        row.addStretch(1)
