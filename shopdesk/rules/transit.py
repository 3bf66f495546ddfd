"""How long a parcel may be quiet: the days of a zone, counted as its courier moves."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from shopdesk.i18n import N_
from shopdesk.rules.calendar import SATURDAY, SUNDAY, WorkCalendar
from shopdesk.rules.clocks import DAY_END


@dataclass(frozen=True, slots=True)
class Week:
    """On which days a courier moves; one that rests at all rests on public holidays, too."""

    code: str
    name: str
    rests: frozenset[int] = frozenset()

    @property
    def keeps_holidays(self) -> bool:
        """Whether it stands still on the public holidays of the shop's country."""
        return bool(self.rests)


WEEKS = {
    week.code: week
    for week in (
        Week("every_day", N_("Every day")),
        Week("six_days", N_("Not on Sundays and public holidays"), frozenset({SUNDAY})),
        Week("weekdays", N_("Monday to Friday"), frozenset({SATURDAY, SUNDAY})),
    )
}

WEEK_OF_COURIER = {
    **dict.fromkeys(("usps", "royal_mail", "dhl_de", "evri", "yodel", "dpd_uk"), "six_days"),
    **dict.fromkeys(("fedex", "colissimo", "dhl_ecommerce"), "six_days"),
    **dict.fromkeys(("ups", "dhl", "dpd", "gls"), "weekdays"),
    **dict.fromkeys(("canada_post", "purolator", "australia_post"), "weekdays"),
}
"""The couriers that rest; those of China and whoever is not named here move every day."""

USUAL_DAYS = {"province": 3, "country": 6, "remote": 10, "domestic": 6, "abroad": 15}
"""The upper end of what is usual in a zone; quiet for longer, a parcel is stalled."""

USUAL_DAYS_OF_COURIER = {
    ("sf", "province"): 2,
    ("sf", "country"): 4,
    ("sf", "abroad"): 10,
    ("ups", "abroad"): 6,
    ("fedex", "abroad"): 6,
    ("dhl", "abroad"): 6,
    ("dpd", "abroad"): 8,
    ("gls", "abroad"): 8,
    ("ems", "abroad"): 20,
    ("cainiao", "abroad"): 20,
    ("usps", "abroad"): 20,
    ("royal_mail", "abroad"): 12,
}
"""Where a courier is known to be quicker or slower than its zone, by courier and zone."""

MOST_DAYS = 90
"""No figure is longer than this; what is, is a slip of the finger."""


def week_of(courier: str, own: str = "") -> Week:
    """Return on which days a courier moves: as the shop says, else by the preset."""
    return WEEKS.get(own) or WEEKS[WEEK_OF_COURIER.get(courier, "every_day")]


def usual_days(courier: str, zone: str, own: Mapping[tuple[str, str], int] | None = None) -> int:
    """Return how many days may pass without a scan; what is told of the courier goes first.

    `own` are the shop's figures by courier and zone; an empty courier stands for all others.
    An unknown zone is taken for the slowest in the country.
    """
    told, place = own or {}, zone if zone in USUAL_DAYS else "remote"
    known = (
        told.get((courier, place)) if courier else None,
        USUAL_DAYS_OF_COURIER.get((courier, place)),
        told.get(("", place)),
    )
    return next((days for days in known if days is not None), USUAL_DAYS[place])


def courier_calendar(week: Week, holidays: AbstractSet[date]) -> WorkCalendar:
    """Return the days on which a courier moves; `holidays` are those of the shop's country."""
    closed = frozenset(holidays) if week.keeps_holidays else frozenset()
    return WorkCalendar(closed=closed, weekend=week.rests)


def moves_by(moved_at: datetime, days: int, calendar: WorkCalendar, zone: ZoneInfo) -> datetime:
    """Return when a parcel that last moved then is stalled, in UTC.

    That is at the end, on the shop's clock, of so many days after it on which the courier moves.
    """
    last = calendar.after(moved_at.astimezone(zone).date(), days)
    return datetime.combine(last, DAY_END, zone).astimezone(UTC)
