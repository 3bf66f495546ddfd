"""Why things came back in the last days: a bar for each of the most frequent reasons."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.i18n import _
from shopdesk.queries.paper import ReasonCount
from shopdesk.queries.periods import REASON_DAYS
from shopdesk.rules.sentences import reason_name
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.theme import colour, current_theme

_SHOWN = 6
_ROW_PX, _BAR_PX, _RADIUS_PX = 26, 13, 3
_NAME_SHARE = 0.52
_FIGURE_PX = 36
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ReasonsCard(Card):
    """The first bar stands out; a time without returns says so."""

    def __init__(self) -> None:
        super().__init__(_("Reasons, {n} days").format(n=REASON_DAYS))
        self.bars = Bars()
        self._nothing = plain_label(_("Nothing came back."), "muted")
        self._nothing.hide()
        self.body.addWidget(self.bars)
        self.body.addWidget(self._nothing)

    def show_reasons(self, reasons: Sequence[ReasonCount]) -> None:
        """Show other counts, most frequent first."""
        named = [(reason_name(r.code, r.text), r.count) for r in reasons if r.count]
        self.bars.show_counts(named[:_SHOWN])
        self.bars.setVisible(bool(named))
        self._nothing.setVisible(not named)


class Bars(QWidget):
    """Names, bars and counts, painted."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Sequence[tuple[str, int]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def counts(self) -> Sequence[tuple[str, int]]:
        """What is drawn."""
        return self._counts

    def show_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Draw other bars."""
        self._counts = counts
        self.setAccessibleName(", ".join(f"{name}: {count}" for name, count in counts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a row for each bar."""
        return QSize(200, _ROW_PX * max(1, len(self._counts)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw all of them; the longest fills the room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((count for _name, count in self._counts), default=1)
        for nth, (name, count) in enumerate(self._counts):
            self._paint_bar(painter, nth, (name, count), count / most)

    def _paint_bar(self, painter: QPainter, nth: int, words: tuple[str, int], share: float) -> None:
        theme, top = current_theme(), nth * _ROW_PX
        name_px = round(self.width() * _NAME_SHARE)
        bar_px = max(4.0, (self.width() - name_px - _FIGURE_PX) * share)
        painter.setPen(theme.ink("text"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(words[0], Qt.TextElideMode.ElideRight, name_px - 8)
        painter.drawText(QRect(0, top, name_px, _ROW_PX), _LEFT, name)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.accent if nth == 0 else theme.accent_soft))
        bar = QRectF(name_px, top + (_ROW_PX - _BAR_PX) / 2, bar_px, _BAR_PX)
        painter.drawRoundedRect(bar, _RADIUS_PX, _RADIUS_PX)
        painter.setPen(theme.ink("muted"))
        figure = QRect(round(bar.right()) + 6, top, _FIGURE_PX, _ROW_PX)
        painter.drawText(figure, _LEFT, str(words[1]))
