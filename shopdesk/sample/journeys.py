"""How a parcel that goes out again travels: what its courier says, and where it ends."""

from collections.abc import Mapping
from random import Random
from typing import NamedTuple

from shopdesk.rules.tracking import DELIVERED
from shopdesk.sample.draws import one_of
from shopdesk.sample.voices import SCANS

_HOUR_S = 3600
_FIRST_HOURS = (2.0, 10.0)
_GAP_HOURS = (5.0, 22.0)
_MARKED_HOURS = (1.0, 8.0)
_GIVEN_UP_DAYS = (8.0, 12.0)
_DEALT_HOURS = (8.0, 60.0)
_CONFIRMED_HOURS = (20.0, 80.0)
_CONFIRMED = 0.35

_FATES: Mapping[str, int] = {
    DELIVERED: 92,
    "lost": 2,
    "damaged": 2,
    "refused": 1,
    "returned": 2,
    "out_of_range": 1,
}

# What the courier says last, by fate; of what is lost it says nothing more.
_LAST = {
    DELIVERED: ("out_for_delivery", "delivered"),
    "lost": (),
    "damaged": ("damaged",),
    "refused": ("out_for_delivery", "refused"),
    "returned": ("attempted", "returned"),
    "out_of_range": ("out_of_range",),
}
_ON_THE_WAY = ("picked_up", "moving", "arrived")


class Scan(NamedTuple):
    """One line of a courier's page; `status` is a key of rules.tracking.STATUSES."""

    at: int
    place: str
    text: str
    status: str


class Journey(NamedTuple):
    """What became of a parcel so far; without a `fate` it is on its way still.

    `fate` is delivered, or a key of rules.reshipments.FAILED from the moment somebody marked it.
    """

    scans: tuple[Scan, ...] = ()
    fate: str = ""
    fate_s: int | None = None
    dealt_s: int | None = None
    confirmed_s: int | None = None

    def unmarked(self) -> "Journey":
        """Return it as before anybody said that it went wrong."""
        return Journey(self.scans)

    @property
    def delivered_s(self) -> int | None:
        """When the buyer got it."""
        return self.fate_s if self.fate == DELIVERED else None

    @property
    def state(self) -> str:
        """Its state, a key of rules.reshipments.STATES."""
        if self.dealt_s is not None:
            return "dealt_with"
        if self.confirmed_s is not None:
            return "confirmed"
        return self.fate or ("on_its_way" if self.scans else "sent")


class Traveller:
    """Draws journeys; nothing is told after `end_s`."""

    def __init__(self, rng: Random, end_s: int) -> None:
        self._rng = rng
        self._end_s = end_s

    def travel(self, sent_s: int, speech: str, fate: str = "") -> Journey:
        """Return the journey of a parcel sent then; its fate is drawn unless it is said."""
        wanted = fate or one_of(self._rng, _FATES)
        planned = self._scans(sent_s, speech, (*_ON_THE_WAY, *_LAST[wanted]))
        scans = tuple(scan for scan in planned if scan.at < self._end_s)
        if len(scans) < len(planned):
            return Journey(scans)
        return self._ended(wanted, scans)

    def _scans(self, sent_s: int, speech: str, statuses: tuple[str, ...]) -> list[Scan]:
        at, found = sent_s + self._seconds(_FIRST_HOURS), []
        for status in statuses:
            place, text = self._rng.choice(SCANS[speech][status])
            found.append(Scan(at, place, text, status))
            at += self._seconds(_GAP_HOURS)
        return found

    def _ended(self, fate: str, scans: tuple[Scan, ...]) -> Journey:
        last = scans[-1].at
        if fate == DELIVERED:
            return Journey(scans, fate, last, confirmed_s=self._confirmed(last))
        wait = int(self._rng.uniform(*_GIVEN_UP_DAYS) * 24) if fate == "lost" else 0
        marked = self._by_then(last + wait * _HOUR_S + self._seconds(_MARKED_HOURS))
        if marked is None:
            return Journey(scans)
        return Journey(scans, fate, marked, self._by_then(marked + self._seconds(_DEALT_HOURS)))

    def _confirmed(self, delivered_s: int) -> int | None:
        if self._rng.random() >= _CONFIRMED:
            return None
        return self._by_then(delivered_s + self._seconds(_CONFIRMED_HOURS))

    def _seconds(self, hours: tuple[float, float]) -> int:
        return int(self._rng.uniform(*hours) * _HOUR_S)

    def _by_then(self, at: int) -> int | None:
        return at if at < self._end_s else None
