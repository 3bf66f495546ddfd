"""The answer to a scan, read at a glance: a colour, an icon, a large word, a sentence."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from shopdesk.i18n import _
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import ElidedLabel, wrapped_label
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.pages.desk.answers import CHOICES, ICONS, Answer, ready
from shopdesk.ui.theme import CONTROL_RADIUS_PX, current_theme

_ICON_PX = 40
_BAR_PX = 6
_HEIGHT_PX = 104
_LOW_ICON_PX = 22
_LOW_HEIGHT_PX = 46


class AnswerBand(QFrame):
    """Shows one answer and what can be done next; the first of it is also Enter's.

    It is a single line while something is worked on under it.
    """

    chosen = Signal(str)
    """A key of CHOICES."""

    def __init__(self) -> None:
        super().__init__()
        self.answer: Answer = ready()
        self._icon = QLabel()
        self._icon.setTextFormat(Qt.TextFormat.PlainText)
        self._headline = wrapped_label("", "answer")
        self._sentence = wrapped_label("")
        self._line = ElidedLabel("", "strong")
        self._is_low = False
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._arrange()
        self.show_answer(self.answer)

    def show_answer(self, answer: Answer) -> None:
        """Show another answer."""
        self.answer = answer
        self._headline.setText(answer.headline)
        self._sentence.setText(answer.sentence)
        self._line.setText(" · ".join(filter(None, (answer.headline, answer.sentence))))
        self.setAccessibleName(answer.headline)
        self.setAccessibleDescription(answer.sentence)
        clear(self._buttons)
        for choice in answer.choices:
            self._buttons.addWidget(self._button(choice, is_enter=choice == answer.by_enter))
        self._buttons.addStretch(1)
        self._fit()

    def set_low(self, on: bool) -> None:  # noqa: FBT001 - a switch, as Qt's own are
        """Be one line, or as large as the answer needs to be read from afar."""
        if on != self._is_low:
            self._is_low = on
            self._fit()

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
        size_px = _LOW_ICON_PX if self._is_low else _ICON_PX
        self._icon.setPixmap(tinted_pixmap(icon, name, size_px, self.devicePixelRatioF()))
        for label in (self._headline, self._sentence, self._line):
            label.setStyleSheet(f"color: {name};")
        self.update()

    def _fit(self) -> None:
        low, box = self._is_low, QBoxLayout.Direction
        self._headline.setVisible(not low)
        self._sentence.setVisible(not low and bool(self.answer.sentence))
        self._line.setVisible(low)
        self._words.setDirection(box.LeftToRight if low else box.TopToBottom)
        edge_px = 6 if low else 14
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        self._row.setAlignment(self._icon, middle if low else top)
        self._row.setContentsMargins(20, edge_px, 16, edge_px)
        self.setMinimumHeight(_LOW_HEIGHT_PX if low else _HEIGHT_PX)
        self._tint()

    def _arrange(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addStretch(1)
        for label in (self._headline, self._sentence, self._line):
            texts.addWidget(label)
        texts.addStretch(1)
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._words.setSpacing(8)
        self._words.addLayout(texts, 1)
        self._words.addLayout(self._buttons)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(16)
        self._row.addWidget(self._icon)
        self._row.addLayout(self._words, 1)

    def sizeHint(self) -> QSize:
        """Keep its height from answer to answer, where the words allow it."""
        return super().sizeHint().expandedTo(QSize(0, self.minimumHeight()))
