"""A currency by its three letters: the usual ones are offered, any other can be typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from shopdesk.i18n import _
from shopdesk.rules.regions import CURRENCIES
from shopdesk.ui.base.fields import LineField

_LETTERS = 3


class CurrencyField(LineField):
    """Gives an ISO code in capitals, however it was typed."""

    def __init__(self) -> None:
        super().__init__(_LETTERS)
        usual = QCompleter(CURRENCIES, self)
        usual.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(usual)

    def value(self) -> str:
        """Return the code in capitals."""
        return super().value().upper()

    def complaint(self) -> str:
        """Tell when these are not three letters."""
        code = self.value()
        if len(code) == _LETTERS and code.isascii() and code.isalpha():
            return ""
        return _("Enter a currency's three letters, such as CNY or EUR.")
