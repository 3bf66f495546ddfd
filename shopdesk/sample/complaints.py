"""Complaints written down as the desk would have logged them, with all that came of each."""

from collections.abc import Iterator, Mapping

from shopdesk.rules.complaints import LEAST_OPTIONS
from shopdesk.rules.liability import suggested_party
from shopdesk.rules.options import DEEDS
from shopdesk.rules.situations import SITUATIONS, causes_of
from shopdesk.sample.care import moment_of
from shopdesk.sample.care_rows import ComplaintRow, OptionRow
from shopdesk.sample.case_rows import CaseRow, ClockRow, CostEntryRow, LiabilityRow
from shopdesk.sample.complaint_clerk import Clerk, Grievance
from shopdesk.sample.grievances import Course, Taken, platform_due_s
from shopdesk.sample.matters import Matter, in_time
from shopdesk.sample.tables import Row
from shopdesk.sample.voices import (
    CHOICES,
    FEW,
    PLATFORM_ASKS,
    REOPENED,
    REPLIES,
    UNANSWERED,
    VERDICT_NOTES,
    WISHES,
    WITHDRAWN,
)

_CHANNELS = {"chat": 60, "phone": 15, "platform": 10, "wechat": 8, "review": 7}
_VERDICTS = {"ours": 40, "buyers": 30, "shared": 20, "dropped": 10}
_TOLD = {
    "withdraw": ("complaint_withdraw", WITHDRAWN),
    "settle_unanswered": ("complaint_settle_unanswered", UNANSWERED),
    "reopen": ("complaint_reopen", REOPENED),
}


def log(clerk: Clerk, grievance: Grievance) -> tuple[Matter, list[Row]]:
    """Return a complaint's matter and all of its rows, with those of what it opened."""
    matter = clerk.matter_of(grievance)
    rows = list(in_time(_Writing(clerk, matter, grievance).rows()))
    return matter, rows


class _Writing:
    """The rows of one complaint, gathered step by step."""

    def __init__(self, clerk: Clerk, matter: Matter, grievance: Grievance) -> None:
        self._clerk = clerk
        self._matter = matter
        self._grievance = grievance
        self._course = Course(grievance.opened_s, matter.timing)
        self._options: list[OptionRow] = []
        self._costs: list[CostEntryRow] = []
        self._told: list[Row] = []
        situation = SITUATIONS[grievance.situation]
        self._party = suggested_party(situation.reason)
        self._complaint = ComplaintRow(
            id=matter.case.id,
            category=situation.category,
            situation=situation.code,
            channel=clerk.draw(_CHANNELS),
            severity=situation.severity,
            wanted=clerk.say(WISHES[matter.speech]),
        )

    def rows(self) -> Iterator[Row]:
        matter, channel = self._matter, self._complaint.channel
        self._tell(
            self._grievance.opened_s,
            "complain",
            situation=self._complaint.situation,
            channel=channel,
        )
        for step in self._grievance.steps:
            self._take(step)
        course, cost = self._course, sum(entry.amount_minor for entry in self._costs)
        yield self._case(course, cost)
        yield self._complaint._replace(round=course.round, **_columns(course.stamps))  # type: ignore[arg-type]
        yield from self._options
        yield from (ClockRow(matter.case.id, *clock) for clock in course.clocks if clock)
        yield from self._costs
        yield LiabilityRow(matter.case.id, self._party, 100, cost, None, "")
        yield from self._told

    def _case(self, course: Course, cost: int) -> CaseRow:
        running = course.running
        chosen = [option for option in self._options if option.chosen_at]
        settled = course.stamps.get("done_at")
        return self._matter.case._replace(
            state=course.state,
            due_at=running[0].due_s if running else None,
            due_clock=running[0].code if running else "",
            settled_at=settled,
            closed_at=course.stamps.get("closed_at"),
            amount_minor=chosen[-1].amount_minor if chosen else 0,
            cost_minor=cost,
        )

    def _take(self, step: Taken) -> None:
        self._course.take(step)
        if step.code in _TOLD:
            event, voices = _TOLD[step.code]
            self._tell(step.at, event, self._clerk.say(voices[self._matter.speech]))
        else:
            getattr(self, f"_{step.code}")(step.at)

    def _reply(self, at: int) -> None:
        text = self._clerk.say(REPLIES[self._matter.speech])
        event = "complaint_reply_said" if text else "complaint_reply"
        self._tell(at, event, text, channel=self._complaint.channel)

    def _offer(self, at: int) -> None:
        self._find_cause(at)
        offered = self._clerk.options_of(self._matter, self._grievance, self._course.round)
        offered = [option._replace(offered_at=at) for option in offered]
        self._options.extend(offered)
        few = self._clerk.say(FEW[self._matter.speech]) if len(offered) < LEAST_OPTIONS else ""
        self._complaint = self._complaint._replace(few_reason=few)
        titles = [option.title for option in offered]
        self._tell(at, "offer_few" if few else "offer", few, options=titles)

    def _find_cause(self, at: int) -> None:
        causes = causes_of(self._grievance.situation)
        if not causes or self._complaint.cause:
            return
        code = self._clerk.say(tuple(causes))
        self._complaint = self._complaint._replace(cause=code)
        self._party = causes[code].liable
        self._tell(at, "cause", situation=self._grievance.situation, cause=code)

    def _choose(self, at: int) -> None:
        place, chosen = self._chosen()
        self._options[place] = chosen._replace(chosen_at=at)
        note = self._clerk.say(CHOICES[self._matter.speech])
        self._tell(at, "choose_said" if note else "choose", note, option=chosen.title)

    def _act(self, at: int) -> None:
        place, chosen = self._chosen()
        opened_id = self._open(chosen, at)
        if DEEDS[chosen.does].books:
            self._pay(chosen, at)
        self._options[place] = chosen._replace(done_at=at, opened_id=opened_id)
        self._party = chosen.party or self._party
        self._tell(at, "act", option=chosen.title)
        self._told.extend(self._clerk.follow(self._matter, chosen, at))

    def _open(self, chosen: OptionRow, at: int) -> int | None:
        kind = DEEDS[chosen.does].opens
        if kind == "return":
            self._tell(at, "opened_return", number=self._grievance.opened_number)
            return self._grievance.opened_id
        if not kind:
            return None
        opened_id, number, rows = self._clerk.reship(self._matter, self._grievance, at)
        self._told.extend(rows)
        self._tell(at, "goods_out", number=number)
        self._tell(at, "opened_reshipment", number=number)
        return opened_id

    def _pay(self, chosen: OptionRow, at: int) -> None:
        case, minor = self._matter.case, chosen.amount_minor
        kind = DEEDS[chosen.does].books
        self._costs.append(CostEntryRow(case.id, None, at, kind, minor, "", self._matter.owner))
        self._tell(
            at,
            "compensate",
            paid_minor=minor,
            currency=case.currency,
            method="platform",
            reference="",
        )

    def _close(self, at: int) -> None:
        self._tell(at, "close")
        self._told.extend(self._clerk.closed(self._matter, at) if self._is_last(at) else ())

    def _is_last(self, at: int) -> bool:
        """Whether it was not reopened since: a rule makes its follow-up once."""
        return self._grievance.steps[-1].at == at

    def _escalate(self, at: int) -> None:
        due, asks = platform_due_s(at), self._clerk.say(PLATFORM_ASKS[self._matter.speech])
        number = f"PT{at}"
        self._complaint = self._complaint._replace(
            platform_number=number, platform_due_at=due, platform_asks=asks
        )
        self._tell(at, "escalate_said", asks, moment=moment_of(due), number=number)

    def _verdict(self, at: int) -> None:
        verdict = self._clerk.draw(_VERDICTS)
        note = self._clerk.say(VERDICT_NOTES[self._matter.speech])
        self._complaint = self._complaint._replace(verdict=verdict, verdict_note=note)
        currency = self._matter.case.currency
        event = "verdict_said" if note else "verdict"
        self._tell(at, event, note, verdict=verdict, paid_minor=0, currency=currency)

    def _merge(self, at: int) -> None:
        into_id, number = self._grievance.into or (0, "")
        self._complaint = self._complaint._replace(merged_into_id=into_id)
        self._tell(at, "merge", number=number)
        told = self._matter.entry(at, "merged_in", number=self._matter.case.number)
        self._told.append(told._replace(case_id=into_id))

    def _chosen(self) -> tuple[int, OptionRow]:
        """Return the option that the buyer chooses in this round, with its place."""
        return next(
            (place, option)
            for place, option in enumerate(self._options)
            if option.round == self._course.round
        )

    def _tell(self, at: int, event: str, text: str = "", **values: object) -> None:
        self._told.append(self._matter.entry(at, event, text, **values))


def _columns(stamps: Mapping[str, int]) -> dict[str, int]:
    """Return the time columns of `complaint`: the case has the end."""
    found = {name: at for name, at in stamps.items() if name != "closed_at"}
    if "offered_at" in found:
        found.setdefault("replied_at", found["offered_at"])
    return found
