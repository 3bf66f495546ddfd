"""What becomes of a return: why, what for, how far it has come, and when each step was taken."""

from collections.abc import Mapping
from itertools import accumulate, cycle
from random import Random
from typing import NamedTuple

from shopdesk.rules.clocks import Timing
from shopdesk.rules.remedies import REMEDIES
from shopdesk.rules.states import STEPS, waiting
from shopdesk.sample.draws import one_of
from shopdesk.sample.goods import USUAL_REASONS, Goods
from shopdesk.sample.policies import due_s

_DECLINE_AS_ADVISED = 0.6
_LONGEST_STRETCH = 4
_LINGER = (0.05, 1.3)
_ASKED_HOURS = 60
_DECIDED_BY_THEN = 0.75

REFUSED = "refused"
"""The fate of a return that was declined and then closed."""

SENT_BACK = "sent_back"
"""The fate of a return that was declined after inspection: its goods went back to the buyer."""

_ENDED = frozenset({REFUSED, SENT_BACK})

NOT_ACCEPTED = "refused_undeliverable"
"""The reason of a return that nobody asked for: the parcel out came back by itself."""

# What buyers want, weights by code of rules.remedies.
_USUAL_REMEDIES: Mapping[str, int] = {
    "refund": 80,
    "exchange": 14,
    "refund_only": 6,
    "send_back": 1,
}
_REMEDIES: Mapping[str, Mapping[str, int]] = {
    "too_small": {"exchange": 55, "refund": 45},
    "too_large": {"exchange": 50, "refund": 50},
    "defective": {"refund": 60, "exchange": 25, "repair": 10, "refund_only": 5},
    "damaged_in_transit": {"refund_only": 45, "refund": 30, "exchange": 25},
    "wrong_item_sent": {"exchange": 70, "refund": 30},
    "missing_parts": {"missing_part": 60, "refund_only": 30, "refund": 10},
    "not_received": {"refund_only": 100},
}

_WAY = ("agree", "send", "receive", "inspect", "settle", "close")
_WAY_REFUSED = ("receive_early", "inspect", "settle", "close")
_WAY_SENT_BACK = ("agree", "send", "receive", "inspect", "send_back", "close")
_WAY_GOODS_KEPT = ("agree", "settle_kept", "close")

# Shortest, longest and usual hours that a step lets wait.
_HOURS: Mapping[str, tuple[float, float, float]] = {
    "agree": (0.2, 30, 3),
    "decline": (1, 40, 6),
    "send": (6, 140, 40),
    "receive": (30, 130, 60),
    "receive_early": (0.2, 3, 1),
    "inspect": (0.5, 60, 6),
    "settle": (0.2, 70, 8),
    "settle_kept": (0.5, 40, 5),
    "send_back": (0.5, 70, 10),
    "close": (0.1, 30, 2),
    "cancel": (4, 160, 48),
}

_FATES: Mapping[str, int] = {"closed": 82, "cancelled": 10, REFUSED: 6, SENT_BACK: 2}
_REMINDED = 0.15
_LATE_HOURS = 80
_LABEL_SENT = 0.3

# States of the returns that are open at the end, from the newest quarter to the oldest.
_OPEN_LADDER = (
    ("asked", "asked", "agreed", "asked", "declined", "asked"),
    ("agreed", "on_its_way", "asked", "agreed", "on_its_way", "declined"),
    ("on_its_way", "arrived", "settled", "inspected", "agreed", "on_its_way"),
    ("inspected", "arrived", "on_its_way", "settled", "arrived", "agreed"),
)
_FINISHED_EVERY = 6


class Taken(NamedTuple):
    """A step that was taken, by its code."""

    code: str
    at: int


class Story(NamedTuple):
    """A return's course from asked to the last step that was taken."""

    reason: str
    remedy: str
    steps: tuple[Taken, ...]
    has_label: bool = False
    """Whether the shop itself paid the parcel back, where it is at its cost."""

    @property
    def goods_back(self) -> bool:
        """Whether the goods come back."""
        return REMEDIES[self.remedy].goods_back

    @property
    def state(self) -> str:
        """The state that the last step led to."""
        targets = [STEPS[step.code].target for step in self.steps]
        return next((target for target in reversed(targets) if target), "asked")

    @property
    def settled_at(self) -> int | None:
        """When it was settled, with goods back or without."""
        return self.at("settle", "settle_kept", "send_back")

    @property
    def is_settled(self) -> bool:
        """Whether the money, or the goods in its place, went to the buyer."""
        return self.settled_at is not None

    @property
    def goes_back(self) -> bool:
        """Whether what came is sent to the buyer again, and no money is."""
        return self.remedy == "send_back" or self.at("send_back") is not None

    @property
    def is_unasked(self) -> bool:
        """Whether it is the parcel out that came back."""
        return self.reason == NOT_ACCEPTED

    def at(self, *codes: str) -> int | None:
        """Return when the first of these steps was taken, or None if none was."""
        return next((step.at for step in self.steps if step.code in codes), None)


def open_state(rank: int, open_cases: int) -> str | None:
    """Return the state of the return that is `rank` from the newest; None if it is finished."""
    window = open_cases * _FINISHED_EVERY // (_FINISHED_EVERY - 1)
    if rank >= window or rank % _FINISHED_EVERY == _FINISHED_EVERY - 1:
        return None
    states = _OPEN_LADDER[rank * len(_OPEN_LADDER) // window]
    return states[(rank - rank // _FINISHED_EVERY) % len(states)]


class StoryTeller:
    """Draws stories that end before the sample's end."""

    def __init__(self, rng: Random, end_s: int) -> None:
        self._rng = rng
        self._end_s = end_s
        self._inspected = cycle(("exchange", "refund"))

    def reason(self, goods: Goods, *, breaks: int, state: str | None) -> str:
        """Return why goods come back; where a parcel is under way, something was received."""
        weights = {**USUAL_REASONS}
        for code, weight in goods.reasons.items():
            weights[code] = weights.get(code, 0) + weight
        weights["damaged_in_transit"] *= breaks
        if state is not None:
            del weights["not_received"]
        return one_of(self._rng, weights)

    def remedy(self, reason: str, state: str | None) -> str:
        """Return what the buyer wants, fitting the state that is to be reached.

        What is settled and still open waits for goods to go out where it can, so that the
        packer of the sample has something to send; what is inspected and still open is settled
        by goods and by money in turn, so that both can be tried.
        """
        if reason == NOT_ACCEPTED:
            return "refund"
        weights = _REMEDIES.get(reason, _USUAL_REMEDIES)
        if state == "settled" and "exchange" in weights:
            return "exchange"
        if state == "inspected" and "exchange" in weights:
            return next(self._inspected)
        wanted = one_of(self._rng, weights)
        if state in {"on_its_way", "arrived", "inspected"} and not REMEDIES[wanted].goods_back:
            return "refund"
        return wanted

    def fate(self, verdict: str, reason: str) -> str:
        """Return how a finished return ended, given what the policy advised."""
        if reason == NOT_ACCEPTED:
            return "closed"
        if verdict == "decline" and self._rng.random() < _DECLINE_AS_ADVISED:
            return REFUSED
        return one_of(self._rng, _FATES)

    def tell(self, reason: str, remedy: str, fate: str, opened_s: int, timing: Timing) -> Story:
        """Return the story of a return that was asked for at `opened_s`."""
        goods_back = REMEDIES[remedy].goods_back
        hours_old = (self._end_s - opened_s) / 3600
        if fate == "asked" and hours_old > _ASKED_HOURS and self._rng.random() < _DECIDED_BY_THEN:
            fate = "agreed"
        codes = self._codes(fate, reason, goods_back=goods_back)
        waits = [self._rng.triangular(*_HOURS[code]) for code in codes]
        linger = self._linger(fate, remedy, opened_s, timing)
        stretch = _stretch(sum(waits), hours_old - linger, is_open=linger > 0)
        moments = accumulate(1 + int(wait * stretch * 3600) for wait in waits)
        steps = [Taken(code, opened_s + after) for code, after in zip(codes, moments, strict=True)]
        if goods_back:
            self._remind(steps)
        return Story(reason, remedy, tuple(steps), self._rng.random() < _LABEL_SENT)

    def _remind(self, steps: list[Taken]) -> None:
        """Put a reminder in where the buyer or the courier let the desk wait for long."""
        for at, code in enumerate(("send", "receive"), 1):
            if len(steps) < at or steps[at - 1].code not in {"agree", "send"}:
                return
            ended = steps[at].at if len(steps) > at else self._end_s
            waited = ended - steps[at - 1].at
            awaits_it = len(steps) == at or steps[at].code == code
            if awaits_it and waited > _LATE_HOURS * 3600 and self._rng.random() < _REMINDED:
                steps.insert(at, Taken("remind", steps[at - 1].at + int(waited * 0.8)))
                return

    def _codes(self, fate: str, reason: str, *, goods_back: bool) -> tuple[str, ...]:
        """Return the steps that lead to a fate."""
        way = _way(fate, reason, goods_back=goods_back)
        if fate == "asked":
            return ()
        if fate == "declined":
            return ("decline",)
        if fate == REFUSED:
            return ("decline", "close")
        if fate == "cancelled":
            return (*way[: self._rng.randrange(3 if goods_back else 2)], "cancel")
        if fate == SENT_BACK:
            return way
        targets = [STEPS[code].target for code in way]
        return way[: targets.index(fate) + 1]

    def _linger(self, fate: str, remedy: str, opened_s: int, timing: Timing) -> float:
        """Return for how many hours an open return has stood where it stands; 0 if finished."""
        wait = None if fate in _ENDED else waiting(fate, REMEDIES[remedy])
        if wait is None:
            return 0
        allowed = (due_s(wait.clock, timing, self._end_s) - self._end_s) / 3600
        hours_old = (self._end_s - opened_s) / 3600
        return min(allowed * self._rng.uniform(*_LINGER), hours_old * 0.8)


def _stretch(natural_hours: float, hours: float, *, is_open: bool) -> float:
    """Return the factor that fits waits into the time there is; an open one fills it."""
    if not natural_hours:
        return 1
    room = 0.95 * hours / natural_hours
    return min(room, _LONGEST_STRETCH if is_open else 1)


def _way(fate: str, reason: str, *, goods_back: bool) -> tuple[str, ...]:
    """Return all steps of a return that ends well, or as its fate says."""
    if reason == NOT_ACCEPTED:
        return _WAY_REFUSED
    if not goods_back:
        return _WAY_GOODS_KEPT
    return _WAY_SENT_BACK if fate == SENT_BACK else _WAY
