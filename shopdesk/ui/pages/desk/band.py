"""The answer to a scan, read at a glance: a colour, an icon, a large word, a sentence."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from shopdesk.i18n import _
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.pages.desk.answers import CHOICES, ICONS, Answer, ready
from shopdesk.ui.theme import CONTROL_RADIUS_PX, current_theme

_ICON_PX = 40
_BAR_PX = 6
_HEIGHT_PX = 104


class AnswerBand(QFrame):
    """Shows one answer and what can be done next; the first of it is also Enter's."""

    chosen = Signal(str)
    """A key of CHOICES."""

    def __init__(self) -> None:
        super().__init__()
        self.answer: Answer = ready()
        self._icon = QLabel()
        self._icon.setTextFormat(Qt.TextFormat.PlainText)
        self._headline = wrapped_label("", "answer")
        self._sentence = wrapped_label("")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self.setMinimumHeight(_HEIGHT_PX)
        self._arrange()
        self.show_answer(self.answer)

    def show_answer(self, answer: Answer) -> None:
        """Show another answer."""
        self.answer = answer
        self._headline.setText(answer.headline)
        self._sentence.setText(answer.sentence)
        self._sentence.setVisible(bool(answer.sentence))
        self.setAccessibleName(answer.headline)
        self.setAccessibleDescription(answer.sentence)
        clear(self._buttons)
        for choice in answer.choices:
            self._buttons.addWidget(self._button(choice, is_enter=choice == answer.by_enter))
        self._buttons.addStretch(1)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and a bar in the strong colour at its left."""
        theme, tone = current_theme(), self.answer.tone
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.soft(tone))
        painter.drawRoundedRect(self.rect(), CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
        painter.setBrush(theme.ink(tone))
        bar = self.rect().adjusted(0, 0, _BAR_PX - self.width(), 0)
        painter.drawRoundedRect(bar, _BAR_PX / 2, _BAR_PX / 2)

    def _button(self, choice: str, *, is_enter: bool) -> QPushButton:
        words = _(CHOICES[choice])
        button = QPushButton(_("{step}  ⏎").format(step=words) if is_enter else words)
        is_needed = is_enter and not self.answer.is_settled
        button.setProperty("kind", "primary" if is_needed else "plain")
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _on=False: self.chosen.emit(choice))
        return button

    def _tint(self) -> None:
        name = current_theme().ink_name(self.answer.tone)
        icon = ICONS.get(self.answer.tone, "info")
        self._icon.setPixmap(tinted_pixmap(icon, name, _ICON_PX, self.devicePixelRatioF()))
        for label in (self._headline, self._sentence):
            label.setStyleSheet(f"color: {name};")
        self.update()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self._headline)
        words.addWidget(self._sentence)
        words.addSpacing(4)
        words.addLayout(self._buttons)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 16, 14)
        row.setSpacing(16)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def sizeHint(self) -> QSize:
        """Keep its height from answer to answer, where the words allow it."""
        return super().sizeHint().expandedTo(QSize(0, _HEIGHT_PX))
