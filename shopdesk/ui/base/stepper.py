"""Where a case stands: the steps behind it, the one it is at, the ones to come.

stepper = Stepper()
stepper.set_steps([Step(_("Asked"), "done"), Step(_("Agreed"), "now"), Step(_("Arrived"), "later")])
stepper.set_steps([Step(_("Asked"), "done"), Step(_("Declined"), "left")])   # a side exit
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.i18n import N_, _
from shopdesk.ui.fonts import sized
from shopdesk.ui.theme import Theme, Tone, colour, current_theme

StepState = Literal["done", "now", "later", "left"]

_WORDS: dict[StepState, str] = {
    "done": N_("{step}: done"),
    "now": N_("{step}: now"),
    "later": N_("{step}: to come"),
    "left": N_("{step}: ended here"),
}
_INKS: dict[StepState, Tone] = {"done": "muted", "now": "text", "later": "muted", "left": "late"}
_DOT_PX = 12
_LABEL_PX = 11
_LINE_PX = 2
_TOP_PX = 10
_WIDTH_PX = 268
_MIN_WIDTH_PX = 240


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `left` is a side exit, such as declined or cancelled."""

    title: str
    state: StepState


class Stepper(QWidget):
    """Dots on a line with a word under each; the shape tells the state, not the colour alone."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show other steps."""
        self._steps = tuple(steps)
        words = "; ".join(_(_WORDS[step.state]).format(step=step.title) for step in steps)
        self.setAccessibleName(_("Where it stands"))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fit into the detail at the right of a list."""
        return QSize(_WIDTH_PX, self.heightForWidth(_WIDTH_PX))

    def heightForWidth(self, width: int) -> int:
        """Return the height for words in one line, or in two where they are crowded."""
        lines = 2 if self._is_crowded(width) else 1
        return _TOP_PX + _DOT_PX + 4 + lines * self._metrics().height()

    def minimumSizeHint(self) -> QSize:
        """Fit into a detail of the smallest width."""
        return QSize(_MIN_WIDTH_PX, self.heightForWidth(_MIN_WIDTH_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line, dots and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        for n, step in enumerate(self._steps):
            if n:
                self._paint_line(painter, n, theme)
            self._paint_word(painter, n, step, theme)
        for n, step in enumerate(self._steps):
            _paint_dot(painter, self._centre(n), step.state, theme)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(sized(self.font(), _LABEL_PX, bold=True))

    def _is_crowded(self, width: int) -> bool:
        """Tell whether words would touch in one line, so that every other one stands lower."""
        metrics, room = self._metrics(), width / max(1, len(self._steps)) - 2
        return any(metrics.horizontalAdvance(step.title) > room for step in self._steps)

    def _width_of_one(self) -> float:
        return self.width() / max(1, len(self._steps))

    def _centre(self, n: int) -> QPointF:
        return QPointF((n + 0.5) * self._width_of_one(), _TOP_PX)

    def _paint_line(self, painter: QPainter, n: int, theme: Theme) -> None:
        reached = self._steps[n].state != "later"
        painter.setPen(QPen(colour(theme.accent if reached else theme.line), _LINE_PX))
        gap = QPointF(_DOT_PX / 2 + 1, 0)
        painter.drawLine(self._centre(n - 1) + gap, self._centre(n) - gap)

    def _paint_word(self, painter: QPainter, n: int, step: Step, theme: Theme) -> None:
        painter.setFont(sized(self.font(), _LABEL_PX, bold=step.state in ("now", "left")))
        painter.setPen(theme.ink(_INKS[step.state]))
        metrics = self._metrics()
        lower = n % 2 and self._is_crowded(self.width())
        top = _TOP_PX + _DOT_PX / 2 + 5 + (metrics.height() if lower else 0)
        width = metrics.horizontalAdvance(step.title) + 2
        left = min(max(0, self._centre(n).x() - width / 2), self.width() - width)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        painter.drawText(QRectF(left, top, width, metrics.height()), flags, step.title)


def _paint_dot(painter: QPainter, centre: QPointF, state: StepState, theme: Theme) -> None:
    """Draw a full dot for done, a ring for now, a faint ring for later, a cross for left."""
    rim = {"later": theme.outline, "left": theme.late}.get(state, theme.accent)
    painter.setPen(QPen(colour(rim), _LINE_PX))
    painter.setBrush(colour(theme.accent if state == "done" else theme.surface))
    radius = _DOT_PX / 2
    painter.drawEllipse(centre, radius, radius)
    if state == "left":
        arm = radius / 2.5
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))
    elif state == "now":
        painter.setBrush(colour(theme.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(centre, radius / 3, radius / 3)
