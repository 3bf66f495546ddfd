"""The tasks of a day, as a list and a paper get them, and the one step that moves each on."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.i18n import N_
from shopdesk.rules import complaints, reshipments, states
from shopdesk.rules.remedies import remedy_of
from shopdesk.rules.states import Standing
from shopdesk.rules.transit import usual_days


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the button of a task does; `code` is a step of its kind, or one of those below.

    `name` is marked for translation; a step that `asks` has a form to be filled in first.
    """

    code: str
    name: str
    asks: bool = False


OPEN = NextStep("open", N_("Open it"), asks=True)
LOG_CALL = NextStep("log_call", N_("Log call"), asks=True)


@dataclass(frozen=True, slots=True)
class ReturnTask:
    """A return that waits; `item` is its first line, `others` how many lines it has besides."""

    id: int
    version: int
    number: str
    buyer: str
    state: str
    clock: str
    due_at: datetime | None
    remedy: str
    is_settled: bool
    reason: str
    reason_text: str
    wanted: str
    item: str
    others: int
    amount_minor: int
    currency: str
    arrived_at: datetime | None
    photos: int
    has_unsent_goods: bool
    """Whether goods that it sends out are still here, so that it cannot be closed."""
    owner: str

    kind = "return"

    def next_step(self, now: datetime) -> NextStep:
        """Return what moves it on: the buyer is reminded once their time has run out."""
        standing = Standing(self.state, remedy_of(self.remedy), settled=self.is_settled)
        remind = states.STEPS["remind"]
        if _is_late(self.due_at, now) and states.allows(standing, remind):
            return _as_next(remind)
        step = states.next_step(standing)
        if step is None or (step.target == "closed" and self.has_unsent_goods):
            return OPEN
        return _as_next(step)


@dataclass(frozen=True, slots=True)
class ReshipmentTask:
    """Goods that go out; `started_at` is the start of its earliest clock: the last movement.

    The shop's own days without a scan are for its courier and for all others; None if not said.
    """

    id: int
    version: int
    number: str
    buyer: str
    state: str
    clock: str
    due_at: datetime | None
    reason: str
    item: str
    others: int
    wait_note: str
    courier: str
    courier_name: str
    started_at: datetime | None
    owner: str
    zone: str = ""
    courier_days: int | None = None
    zone_days: int | None = None

    kind = "reshipment"

    @property
    def usual_days(self) -> int | None:
        """How many days may pass without a scan; None where it is not known how far it goes."""
        if not self.zone:
            return None
        own = {(self.courier, self.zone): self.courier_days, ("", self.zone): self.zone_days}
        told = {key: days for key, days in own.items() if days is not None}
        return usual_days(self.courier, self.zone, told)

    def next_step(self, now: datetime) -> NextStep:
        """Return what moves it on."""
        moving = reshipments.Moving(self.state, is_late=_is_late(self.due_at, now))
        step = reshipments.next_step(moving)
        return _as_next(step) if step else OPEN


@dataclass(frozen=True, slots=True)
class ComplaintTask:
    """A complaint; `option` is the title of what the buyer chose, `offered` how many there are."""

    id: int
    version: int
    number: str
    buyer: str
    state: str
    clock: str
    due_at: datetime | None
    situation: str
    offered: int
    option: str
    at_platform: bool
    platform_asks: str
    owner: str

    kind = "complaint"

    def next_step(self, now: datetime) -> NextStep:
        """Return what moves it on: a buyer who does not answer is asked again."""
        if self.clock == "platform":
            return OPEN
        grievance = complaints.Grievance(self.state, at_platform=self.at_platform)
        again = complaints.STEPS["ask_again"]
        if _is_late(self.due_at, now) and complaints.allows(grievance, again):
            return _as_next(again)
        step = complaints.next_step(grievance)
        return _as_next(step) if step else OPEN


@dataclass(frozen=True, slots=True)
class FollowUpTask:
    """A follow-up; `number` is its case's, empty where it is about a buyer only."""

    id: int
    version: int
    number: str
    buyer: str
    state: str
    """What it is: a key of rules.follow_ups.KINDS."""
    due_at: datetime | None
    note: str
    channel: str
    case_id: int | None
    owner: str

    kind = "follow_up"
    clock = ""

    def next_step(self, _now: datetime) -> NextStep:
        """Return the same for all: what came of it is written down."""
        return LOG_CALL


Task = ReturnTask | ReshipmentTask | ComplaintTask | FollowUpTask


def _is_late(due_at: datetime | None, now: datetime) -> bool:
    return due_at is not None and due_at < now


def _as_next(step: states.Step) -> NextStep:
    return NextStep(step.code, step.name, asks=step.asks is not None)
