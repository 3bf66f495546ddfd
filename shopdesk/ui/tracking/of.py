"""Which parcel a form about tracking is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from shopdesk.queries.return_detail import ParcelRow
from shopdesk.queries.tracking import TrackRow
from shopdesk.rules.tracking import ReadEvent


@dataclass(frozen=True, slots=True)
class TrackingOf:
    """A parcel with what is known of its way; `number` names its case or order."""

    parcel: ParcelRow
    number: str
    timezone: str
    events: tuple[TrackRow, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The shop's clock, on which times are typed and shown."""
        return ZoneInfo(self.timezone)

    def new_of(self, events: Sequence[ReadEvent]) -> list[ReadEvent]:
        """Return those events that are not known yet, to the minute."""
        known = {(event.at.replace(second=0), event.text) for event in self.events}
        return [each for each in events if (each.at.replace(second=0), each.text) not in known]
