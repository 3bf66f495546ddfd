"""What an event says of a parcel, and which step of a reshipment follows from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shopdesk.i18n import N_

DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class TrackStatus:
    """One thing that an event can say; `tone` is as that of a state.

    `proposes` is the step of rules.reshipments that a person may take because of it. A status
    that does not move is of before the courier had the parcel.
    """

    code: str
    name: str
    tone: str = "wait"
    proposes: str = ""
    moves: bool = True


STATUSES = {
    status.code: status
    for status in (
        TrackStatus("created", N_("Announced"), "neutral", moves=False),
        TrackStatus("other", N_("Something else"), "neutral"),
        TrackStatus("picked_up", N_("Picked up")),
        TrackStatus("arrived", N_("Arrived at a branch")),
        TrackStatus("moving", N_("Moving on")),
        TrackStatus("customs", N_("At customs")),
        TrackStatus("exception", N_("Held up"), "late"),
        TrackStatus("out_for_delivery", N_("Out for delivery")),
        TrackStatus("attempted", N_("Delivery tried"), "late"),
        TrackStatus("waiting", N_("To be collected")),
        TrackStatus("out_of_range", N_("Out of range"), "late", "mark_out_of_range"),
        TrackStatus("damaged", N_("Damaged"), "late", "mark_damaged"),
        TrackStatus("lost", N_("Lost"), "late", "mark_lost"),
        TrackStatus("refused", N_("Refused"), "late", "mark_refused"),
        TrackStatus("returning", N_("Coming back"), "late", "mark_returned"),
        TrackStatus("returned", N_("Back with the sender"), "late", "mark_returned"),
        TrackStatus(DELIVERED, N_("Delivered"), "good"),
    )
}
"""In the order of how much they tell: of two events at one moment the later one here counts."""

_RANKS = {code: rank for rank, code in enumerate(STATUSES)}


def latest_of(events: Iterable[tuple[datetime, str]]) -> tuple[datetime, str] | None:
    """Return time and status of the latest event, whatever order they come in."""
    return max(events, key=lambda event: (event[0], _RANKS.get(event[1], -1)), default=None)
