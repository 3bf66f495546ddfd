"""The fields of a form; each knows its value, and says itself what is wrong with it.

    form.add("name", N_("&Name"), LineField(max_length=80))
    form.add("freight_minor", N_("&Freight"), MoneyField("CNY"))
    form.add("reason", N_("&Reason"), ChoiceField(choices))

`complaint()` is a sentence, or empty; the form shows it under the field. Nothing that was
typed or pasted is ever cut short in silence.
"""

from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
)

from shopdesk.formats import Formats, parse_money
from shopdesk.i18n import _, current_language, ngettext
from shopdesk.ui.base.choice_field import ChoiceField
from shopdesk.ui.theme import current_theme

__all__ = [
    "CheckField",
    "ChoiceField",
    "DateField",
    "Field",
    "LineField",
    "MoneyField",
    "NoteField",
    "QuantityField",
]

_NOTE_HEIGHT_PX = 72
_NUMBER_WIDTH_PX = 96
_MONEY_WIDTH_PX = 116
_CODE_PX = 8
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DATE_WIDTH_PX = 140


class Field(Protocol):
    """What a form needs of a field; every field is a widget too."""

    changed: Any

    def value(self) -> Any:  # noqa: ANN401 - each field has a type of its own
        """Return what stands in the field."""
        ...

    def complaint(self) -> str:
        """Return what is wrong with it as a sentence, or an empty text."""
        ...


class LineField(QLineEdit):
    """One line of text, without blanks around it."""

    changed = Signal()

    def __init__(self, max_length: int = 200, placeholder: str = "") -> None:
        super().__init__()
        self._max_length = max_length
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.text().strip()

    def set_value(self, text: str) -> None:
        """Put a text in."""
        self.setText(text)
        self.setCursorPosition(0)

    def complaint(self) -> str:
        """Tell when the text is too long for its place."""
        return _too_long(self.value(), self._max_length)


class NoteField(QPlainTextEdit):
    """Some lines of text; Tab leaves it, Ctrl+Enter is the form's."""

    changed = Signal()

    def __init__(self, max_length: int = 2_000, placeholder: str = "") -> None:
        super().__init__()
        self._max_length = max_length
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(_NOTE_HEIGHT_PX)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Put a text in."""
        self.setPlainText(text)

    def complaint(self) -> str:
        """Tell when the text is too long for its place."""
        return _too_long(self.value(), self._max_length)


class MoneyField(QLineEdit):
    """An amount in one currency, typed as the person's language writes it."""

    changed = Signal()

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(_MONEY_WIDTH_PX)
        self._leave_room()
        self.textChanged.connect(self.changed)

    @property
    def currency(self) -> str:
        """The currency of what is typed."""
        return self._currency

    def set_currency(self, currency: str) -> None:
        """Take what is typed for an amount in another currency."""
        self._currency = currency
        self._leave_room()
        self.changed.emit()

    def value(self) -> int | None:
        """Return minor units; None when the field is empty or holds no amount."""
        try:
            return parse_money(self.text(), self._currency, current_language())
        except ValueError:
            return None

    def set_value(self, minor: int | None) -> None:
        """Put an amount in, or none."""
        formats = Formats(current_language())
        self.setText("" if minor is None else formats.amount(minor, self._currency))

    def complaint(self) -> str:
        """Tell when this is no amount, or a negative one."""
        if not self.text().strip():
            return ""
        minor = self.value()
        if minor is None:
            return _("Enter an amount, such as {example}.").format(
                example=Formats(current_language()).amount(12_50, self._currency)
            )
        return "" if minor >= 0 else _("Enter an amount that is not negative.")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the currency before the amount."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(current_theme().ink("muted"))
        place = self.rect().adjusted(_CODE_PX, 0, 0, 0)
        painter.drawText(place, int(_AT_LEFT), self._currency)

    def _leave_room(self) -> None:
        self.setTextMargins(self.fontMetrics().horizontalAdvance(self._currency), 0, 0, 0)


class QuantityField(QSpinBox):
    """How many; the arrows up and down change it, and the wheel leaves it alone."""

    changed = Signal()

    def __init__(self, minimum: int = 0, maximum: int = 999) -> None:
        super().__init__()
        self.setRange(minimum, maximum)
        self.setFixedWidth(_NUMBER_WIDTH_PX)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(lambda _value: self.changed.emit())

    def set_value(self, value: int) -> None:
        """Put a quantity in."""
        self.setValue(value)

    def complaint(self) -> str:
        """Find nothing wrong: the range holds."""
        return ""

    def wheelEvent(self, event: Any) -> None:  # noqa: ANN401 - QWheelEvent, handed on
        """Scroll the form rather than change a figure unseen."""
        event.ignore()


class DateField(QDateEdit):
    """A day, with a calendar behind its arrow."""

    changed = Signal()

    def __init__(self, earliest: date | None = None, latest: date | None = None) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setDate(QDate.currentDate())
        self.setMinimumWidth(_DATE_WIDTH_PX)
        self._earliest = earliest
        self._latest = latest
        self.dateChanged.connect(lambda _date: self.changed.emit())

    def value(self) -> date:
        """Return the day."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_value(self, day: date) -> None:
        """Put a day in."""
        self.setDate(QDate(day.year, day.month, day.day))

    def complaint(self) -> str:
        """Tell when the day is out of its bounds."""
        day = self.value()
        if self._earliest is not None and day < self._earliest:
            return _("Choose {date} or a later day.").format(date=self._earliest.isoformat())
        if self._latest is not None and day > self._latest:
            return _("Choose {date} or an earlier day.").format(date=self._latest.isoformat())
        return ""


class CheckField(QCheckBox):
    """Yes or no; its own words stand beside it."""

    changed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.toggled.connect(lambda _on: self.changed.emit())

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:  # noqa: FBT001 - a field's value
        """Tick it, or not."""
        self.setChecked(value)

    def complaint(self) -> str:
        """Find nothing wrong: both are right."""
        return ""


def _too_long(text: str, max_length: int) -> str:
    over = len(text) - max_length
    if over <= 0:
        return ""
    return ngettext(
        "At most {most} characters fit here: take {n} away.",
        "At most {most} characters fit here: take {n} away.",
        over,
    ).format(most=max_length, n=over)
