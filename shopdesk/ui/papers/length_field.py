"""A length, typed as the packet of labels states it.

width = LengthField(UNITS["mm"])
width.set_unit(UNITS["in"])                    # the same length, shown in another unit
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.rules.lengths import Unit, length_figure, parse_length
from shopdesk.ui.theme import current_theme

_SIGN_PX = 10
_MOST_LETTERS = 20
_EXAMPLE = 9910
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LengthField(QLineEdit):
    """Holds hundredths of a millimetre; what nobody retyped stays exactly what it was."""

    changed = Signal()

    def __init__(self, unit: Unit) -> None:
        super().__init__()
        self._unit = unit
        self._hundredths: int | None = 0
        self._trouble = ""
        self.setMaxLength(_MOST_LETTERS)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._show()
        self.textEdited.connect(self._read)

    def value(self) -> int | None:
        """Return hundredths of a millimetre; None when what stands there is no length."""
        return self._hundredths

    def set_value(self, hundredths: int) -> None:
        """Put a length in."""
        self._hundredths = hundredths
        self._show()
        self.changed.emit()

    def set_unit(self, unit: Unit) -> None:
        """Show the same length in another unit; what is no length stays as it was typed."""
        self._unit = unit
        self._show()
        self.changed.emit()

    def set_trouble(self, sentence: str) -> None:
        """Complain of what is wrong with this length beside the others; empty for nothing."""
        if sentence != self._trouble:
            self._trouble = sentence
            self.changed.emit()

    def complaint(self) -> str:
        """Tell when this is no length, or one that the other lengths leave no room for."""
        if self._hundredths is None:
            return _("Enter a length, such as {example}.").format(
                example=_figure(_EXAMPLE, self._unit)
            )
        return self._trouble

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the unit behind the figure."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(current_theme().ink("muted"))
        place = self.rect().adjusted(0, 0, -_SIGN_PX, 0)
        painter.drawText(place, int(_AT_RIGHT), _(self._unit.sign))

    def _read(self, text: str) -> None:
        try:
            self._hundredths = parse_length(text, self._unit)
        except ValueError:
            self._hundredths = None
        self.changed.emit()

    def _show(self) -> None:
        sign_px = self.fontMetrics().horizontalAdvance(_(self._unit.sign))
        self.setTextMargins(0, 0, sign_px + _SIGN_PX // 2, 0)
        if self._hundredths is not None:
            self.setText(_figure(self._hundredths, self._unit))
            self.setCursorPosition(0)


def _figure(hundredths: int, unit: Unit) -> str:
    value = length_figure(hundredths, unit)
    return Formats(current_language()).number(value, max(0, -int(value.as_tuple().exponent)))
