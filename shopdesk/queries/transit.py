"""What the shop says of how long parcels take, and on which days its couriers move."""

from collections.abc import Mapping
from dataclasses import dataclass

from shopdesk.rules.transit import Week, usual_days, week_of
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class TransitFigures:
    """The shop's own days by courier and zone, and its own weeks by courier."""

    days: Mapping[tuple[str, str], int]
    weeks: Mapping[str, str]

    def days_of(self, courier: str, zone: str) -> int:
        """Return how many days may pass; an empty courier stands for all without a figure."""
        return usual_days(courier, zone, self.days)

    def week_of(self, courier: str) -> Week:
        """Return on which days a courier moves."""
        return week_of(courier, self.weeks.get(courier, ""))


def load_transit(reader: Reader) -> TransitFigures:
    """Return the figures that the shop changed."""
    own = reader.rows("SELECT courier, zone, days FROM transit_time")
    weeks = reader.rows("SELECT code, week FROM courier WHERE week <> ''")
    return TransitFigures({(courier, zone): days for courier, zone, days in own}, dict(weeks))
