"""On which days a shop rests: its country's holidays, and days of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk import services
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.policies import OwnDayRow, load_own_days, load_work_calendar
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.calendar import WorkCalendar
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.settings.calendar_dialog import CalendarDialog
from shopdesk.ui.pages.settings.holiday_words import ahead_text, country_text, day_text
from shopdesk.ui.pages.settings.own_day_dialog import OwnDayDialog
from shopdesk.ui.workbench import Workbench

_REMOVED = N_("Own day removed.")


@dataclass(frozen=True, slots=True)
class _Found:
    """What the card shows of a shop, read off the window's thread."""

    own: list[OwnDayRow]
    calendar: WorkCalendar


class HolidaysCard(Card):
    """Moves only the deadlines that the return policy counts in working days."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Working days"))
        self._bench = bench
        self._shops: Sequence[ShopRow] = ()
        self.shop = ChoiceField()
        self.shop.setAccessibleName(_("Shop"))
        self.shop.changed.connect(self.read)
        self.country = plain_label("", wrap=True)
        self.ahead = plain_label("", "muted", wrap=True)
        self._days = QVBoxLayout()
        self._days.setSpacing(4)
        self._arrange()

    def show_shops(self, shops: Sequence[ShopRow]) -> None:
        """Offer the shops, the one that was looked at still chosen."""
        self._shops = shops
        with QSignalBlocker(self.shop):
            self.shop.set_choices([(str(shop.id), shop.name) for shop in shops])
        self.shop.setVisible(len(shops) > 1)
        self.read()

    def read(self) -> None:
        """Read the chosen shop's days."""
        shop = self._chosen()
        if shop is not None:
            load = partial(_load, shop=shop)
            self._bench.operations.query("settings.days", load, partial(self._show, shop))

    def change_country(self) -> None:
        """Ask whose public holidays count."""
        shop = self._chosen()
        if shop is not None:
            CalendarDialog(self._bench, self.window(), shop).open()

    def add_day(self) -> None:
        """Ask for a day of the shop's own."""
        shop = self._chosen()
        if shop is not None:
            OwnDayDialog(self._bench, self.window(), shop).open()

    def remove_day(self, row: OwnDayRow) -> None:
        """Take an own day away, with Undo."""

        def work(session: Session) -> None:
            services.holidays.remove_own_day(session, row.id, row.version)

        self._bench.operations.write(_REMOVED, work, self._removed)

    def _removed(self, _value: object, change: Change) -> None:
        offer_undo(self._bench, change, _(_REMOVED))

    def _chosen(self) -> ShopRow | None:
        return next((shop for shop in self._shops if str(shop.id) == self.shop.value()), None)

    def _show(self, shop: ShopRow, found: _Found) -> None:
        formats = Formats(current_language())
        self.country.setText(country_text(shop.rules.calendar, formats))
        self.ahead.setText(ahead_text(found.calendar, _today(shop), formats))
        clear(self._days)
        for row in found.own:
            self._days.addWidget(self._row(row, formats))

    def _row(self, row: OwnDayRow, formats: Formats) -> QWidget:
        holder = QWidget()
        words = day_text(row.day, rests=row.rests, formats=formats)
        remove = QPushButton(_("Remove"))
        remove.setAccessibleName(_("Remove {day}").format(day=formats.date(row.day)))
        remove.clicked.connect(lambda _on=False: self.remove_day(row))
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(plain_label(words))
        line.addWidget(plain_label(row.name, "muted", wrap=True), 1)
        line.addWidget(remove)
        return holder

    def _arrange(self) -> None:
        change = QPushButton(_("Change…"))
        change.setAccessibleName(_("Change the country of the holidays"))
        change.clicked.connect(lambda _on=False: self.change_country())
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.country, 1)
        head.addWidget(change)
        buttons = QHBoxLayout()
        buttons.addWidget(icon_button(_("Add a &day…"), "plus", self.add_day))
        buttons.addStretch(1)
        note = _("They move the deadlines that the return policy counts in working days.")
        self.body.addWidget(plain_label(note, "muted", wrap=True))
        self.body.addWidget(self.shop)
        self.body.addLayout(head)
        self.body.addWidget(self.ahead)
        self.body.addLayout(self._days)
        self.body.addLayout(buttons)


def _load(reader: Reader, shop: ShopRow) -> _Found:
    country, year = shop.rules.calendar, _today(shop).year
    calendar = load_work_calendar(reader, shop.id, country, year)
    return _Found(load_own_days(reader, shop.id), calendar)


def _today(shop: ShopRow) -> date:
    return datetime.now(UTC).astimezone(ZoneInfo(shop.timezone)).date()
