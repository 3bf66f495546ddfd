"""One complaint of the sample as it was drawn, and the clerk who finds what it is made of."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shopdesk.rules.options import follow_of, reship_reason
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.solutions import SolutionOption
from shopdesk.sample.care import Planned, due_after, moment_of
from shopdesk.sample.care_rows import OptionRow
from shopdesk.sample.case_rows import CaseRow
from shopdesk.sample.draws import one_of
from shopdesk.sample.grievance_voices import GRIEVANCES
from shopdesk.sample.grievances import Taken
from shopdesk.sample.matters import Matter
from shopdesk.sample.orders import Placed
from shopdesk.sample.policies import Version
from shopdesk.sample.staff import Staff
from shopdesk.sample.tables import Row
from shopdesk.sample.ways_out import LANGUAGE, amount_of

KIND = "complaint"


class Grievance(NamedTuple):
    """One complaint, drawn whole; the first of `options` is what the buyer chooses.

    `opened_id` and `opened_number` are of the return that doing it opened, `into` those of the
    complaint that it was merged into.
    """

    placed: Placed
    situation: str
    opened_s: int
    steps: tuple[Taken, ...]
    options: list[SolutionOption]
    version: Version
    owner: str
    opened_id: int | None = None
    opened_number: str = ""
    into: tuple[int, str] | None = None


class Clerk:
    """Finds the rows and the words of complaints, and opens what their options open."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        self._rng = staff.rng
        self._numbers = staff.numbers

    def matter_of(self, grievance: Grievance) -> Matter:
        """Return the case as it is opened, with the next number of the shop."""
        sale, timing = grievance.placed.sale, grievance.version.timing
        store = sale.store
        case = CaseRow(
            id=self._numbers.row("cases"),
            kind=KIND,
            number=self._numbers.next(KIND, grievance.opened_s, timing.zone),
            shop_id=sale.store_id,
            order_id=grievance.placed.id,
            customer_id=sale.buyer.id,
            owner_id=self._staff.codes.people[grievance.owner],
            state="open",
            reason_id=self._staff.codes.reasons[SITUATIONS[grievance.situation].reason],
            opened_at=grievance.opened_s,
            currency=store.draft.currency,
            buyer_name=sale.buyer.name,
            buyer_phone=sale.buyer.phone,
            buyer_handle=sale.buyer.handles[0][1],
            note=self.say(GRIEVANCES[store.speech][grievance.situation]),
        )
        return Matter(case, grievance.owner, store.speech, timing)

    def say(self, voices: tuple[str, ...]) -> str:
        """Return one of some sentences."""
        return self._rng.choice(voices)

    def draw(self, weights: Mapping[str, int]) -> str:
        """Return one of the keys of a table of weights."""
        return one_of(self._rng, weights)

    def options_of(self, matter: Matter, grievance: Grievance, count: int) -> list[OptionRow]:
        """Return what a round puts to the buyer, in the library's order of offering."""
        paid = grievance.placed.sale.money.paid
        return [
            OptionRow(
                case_id=matter.case.id,
                round=count,
                position=place,
                solution=option.solution,
                option=option.code,
                title=option.title(LANGUAGE[matter.speech]),
                does=option.does,
                amount_minor=amount_of(self._rng, option, paid),
                freight_minor=0,
                party=option.party,
                follow_kind=option.follow_kind,
                follow_days=option.follow_days,
                offered_at=None,
            )
            for place, option in enumerate(grievance.options)
        ]

    def follow(self, matter: Matter, option: OptionRow, at: int) -> Iterator[Row]:
        """Yield what doing an option plans."""
        kind = follow_of(option.does, option.follow_kind)
        if kind:
            due = due_after(matter, at, option.follow_days)
            yield matter.entry(at, "follow_up", task=kind, moment=moment_of(due))
            yield from self._staff.caller.plan(matter, Planned(kind, due, at, note=option.title))

    def closed(self, matter: Matter, at: int) -> Iterator[Row]:
        """Yield what the rules make of its end."""
        return self._staff.caller.after(matter, "closed", at)

    def reship(self, matter: Matter, grievance: Grievance, at: int) -> tuple[int, str, list[Row]]:
        """Return id, number and rows of the goods that go out for it."""
        sale = grievance.placed.sale
        way_out = self._staff.packer.sent_anew(sale, at, reship_reason(grievance.situation))
        case = matter.case._replace(
            id=self._numbers.row("cases"),
            kind="reshipment",
            number=self._numbers.next("reshipment", at, matter.timing.zone),
            opened_at=at,
            origin_id=matter.case.id,
            note="",
        )
        rows = self._staff.shipper.ship(
            matter._replace(case=case), sale, way_out, (KIND, matter.case.number)
        )
        return case.id, case.number, list(rows)
