"""Whose public holidays a shop keeps."""

from functools import lru_cache

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.holidays import known_countries
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_DONE = N_("Public holidays chosen.")


class CalendarDialog(FormDialog):
    """Any country, or none; the choice is a version of the shop's policy."""

    def __init__(self, bench: Workbench, parent: QWidget, shop: ShopRow) -> None:
        super().__init__(parent, f"{_('Public holidays')} · {shop.name}")
        self._bench = bench
        self._shop_id = shop.id
        hint = _("Returns that are judged already keep their deadlines.")
        choices = [("", _("None: Saturdays and Sundays only")), *_countries(current_language())]
        self.country = self.form.add("calendar", N_("&Country"), ChoiceField(choices), hint)
        self.country.set_value(shop.rules.calendar)
        self.form.settle()

    def save(self) -> None:
        """Keep the choice."""
        shop_id, country = self._shop_id, self.country.value()

        def work(session: Session) -> None:
            services.policies.set_calendar(session, shop_id, country)

        self._bench.operations.write(_DONE, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        if change.id is not None:
            offer_undo(self._bench, change, _(_DONE))


@lru_cache(maxsize=4)
def _countries(language: str) -> tuple[tuple[str, str], ...]:
    """Return the known countries by their names in a language, in the order of the names."""
    formats = Formats(language)
    named = [(code, formats.country(code)) for code in known_countries()]
    return tuple(sorted(named, key=lambda country: country[1].casefold()))
