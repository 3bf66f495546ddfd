"""Whatever people do at a desk, one thing after the other, as dice say; some of it is refused."""

import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.errors import ShopDeskError
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.options import DEEDS
from shopdesk.services.case_drafts import (
    BuyerDraft,
    ChaseDraft,
    FollowUpDraft,
    OutcomeDraft,
    ReshipmentDraft,
)
from shopdesk.services.complaint_drafts import (
    ChoiceDraft,
    CloseDraft,
    EscalationDraft,
    MergeDraft,
    OfferDraft,
    OptionDraft,
    VerdictDraft,
)
from shopdesk.services.complaints import add_options, log_complaint, take_complaint_step
from shopdesk.services.drafts import ReasonDraft
from shopdesk.services.follow_ups import add_follow_up, log_outcome
from shopdesk.services.people import assign
from shopdesk.services.reshipments import log_reshipment, take_reshipment_step
from shopdesk.services.returns import log_return
from shopdesk.services.steps import take_step
from tests.complaining import act_on, complaint_of, record
from tests.making import make_order, return_of
from tests.services.reshipping import GOODS
from tests.services.reshipping import TYPED as RESHIPMENT_TYPED
from tests.services.test_states_walk import TYPED as RETURN_TYPED

SAID = (
    "She needs it by Friday",
    "电话里说很着急",
    "The hub in Leeds is full",
    "邻居代收了",
    "No 米白 M in stock until 2604",
    "Hannah at the desk knows",
)
"""What people write wherever words are asked for."""

Work = Callable[[Session], object]
TAKE: Mapping[str, Callable[..., None]] = {
    "return": take_step,
    "reshipment": take_reshipment_step,
    "complaint": take_complaint_step,
}


class AnyDay:
    """A desk at which anything is done; `now` runs ahead of the clock on the wall."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk = desk
        self.dice = random.Random(seed)  # noqa: S311 - the same day every time
        self.now = datetime.now(UTC)
        self._changes: list[int] = []
        self._order_id = make_order(desk, "3398-O", quantity=60)
        for _n in range(12):
            self.write(self._log())

    def do(self) -> int | None:
        """Do one thing; returns the change, None where it was refused or changed nothing."""
        self.now += timedelta(minutes=self.dice.randrange(240))
        deeds = (self._step, self._offer, self._answer, self._plan, self._assign, self._log)
        (deed,) = self.dice.choices(deeds, (14, 3, 2, 1, 1, 1))
        return self.write(deed())

    def write(self, work: Work) -> int | None:
        """Write something at its time; returns the change."""
        try:
            with self.desk.database.write("Something", by="小李", at=self.now) as unit:
                work(unit.session)
        except ShopDeskError:
            return None
        if unit.change_id is not None:
            self._changes.append(unit.change_id)
        return unit.change_id

    def undo(self) -> int | None:
        """Take back one of the last three changes; returns it, None where that is refused."""
        change_id = self.dice.choice(self._changes[-3:])
        try:
            self.desk.undo(change_id)
        except ShopDeskError:
            return None
        self._changes.remove(change_id)
        return change_id

    def rows(self, sql: str) -> list[Any]:
        """Return rows as they are now."""
        with self.desk.reading() as reader:
            return reader.rows(sql)

    # -- what can be done --------------------------------------------------------------------

    def _step(self) -> Work:
        """Take a step that the state allows, with what its form would give."""
        case_id, kind, state = self.dice.choice(self.rows("SELECT id, kind, state FROM cases"))
        steps = [step for step in KINDS[kind].steps.values() if state in step.sources]
        if not steps:
            return nothing
        step = self.dice.choice(steps)
        draft = self._typed(case_id, kind, step.asks)
        return lambda session: TAKE[kind](session, case_id, step.code, draft)

    def _typed(self, case_id: int, kind: str, asks: str | None) -> object:
        if kind == "return":
            return RETURN_TYPED[asks](self.desk, case_id)
        if kind == "complaint":
            return COMPLAINT_TYPED[asks](self, case_id)
        return ChaseDraft("顺丰", self.said()) if asks == "chase" else RESHIPMENT_TYPED[asks]()

    def _offer(self) -> Work:
        """Think of a way out for a complaint."""
        case_id = self.complaint()
        does = self.dice.choice(sorted(DEEDS))
        option = OptionDraft(f"To {does}", does, amount_minor=100, party="supplier")
        return lambda session: add_options(session, case_id, [option])

    def _answer(self) -> Work:
        """Log what came of a follow-up."""
        ups = self.rows("SELECT id FROM follow_up WHERE done_at IS NULL")
        if not ups:
            return nothing
        (up,) = self.dice.choice(ups)
        outcome = OutcomeDraft("answered", note=self.said(), score=self.dice.randint(1, 5))
        return lambda session: log_outcome(session, up, outcome)

    def _plan(self) -> Work:
        (case_id,) = self.dice.choice(self.rows("SELECT id FROM cases"))
        draft = FollowUpDraft("call_back", self.now + timedelta(hours=9), case_id=case_id)
        return lambda session: add_follow_up(session, draft)

    def _assign(self) -> Work:
        (case_id,) = self.dice.choice(self.rows("SELECT id FROM cases"))
        owner = self.dice.choice((None, 1))
        return lambda session: assign(session, [case_id], owner, self.said())

    def _log(self) -> Work:
        """Log another case."""
        note = self.said()
        again = ReshipmentDraft(1, "goodwill", GOODS, buyer=BuyerDraft("Hannah Cole"), note=note)
        of_order = self.dice.choice((None, self._order_id))
        return self.dice.choice(
            (
                lambda session: log_return(session, return_of(self._order_id, note=note)),
                lambda session: log_reshipment(session, again),
                lambda session: log_complaint(session, complaint_of(note=note, order_id=of_order)),
            )
        )

    def said(self) -> str:
        """Return what somebody says."""
        return self.dice.choice(SAID)

    def complaint(self) -> int:
        """Return any complaint."""
        (case_id,) = self.dice.choice(self.rows("SELECT id FROM cases WHERE kind = 'complaint'"))
        return int(case_id)


def nothing(_session: Session) -> None:
    """Do nothing: there is nothing to be done."""


def _chosen(day: AnyDay, case_id: int) -> ChoiceDraft:
    offered = [option.id for option in record(day.desk, case_id).options_now if option.offered_at]
    return ChoiceDraft(day.dice.choice(offered))


COMPLAINT_TYPED: Mapping[str | None, Callable[[AnyDay, int], object]] = {
    None: lambda _day, _case_id: None,
    "close": lambda _day, _case_id: CloseDraft("unknown", anyway=True),
    "offer": lambda day, _case_id: OfferDraft(day.said()),
    "choice": _chosen,
    "act": lambda day, case_id: act_on(day.desk, case_id),
    "note": lambda day, _case_id: ReasonDraft(day.said()),
    "escalation": lambda day, _case_id: EscalationDraft(
        day.now + timedelta(hours=30), "TB-88231", day.said()
    ),
    "verdict": lambda day, _case_id: VerdictDraft("shared", 500, day.said()),
    "merge": lambda day, _case_id: MergeDraft(day.complaint(), day.said()),
}
"""What a person would type, by what a step of a complaint asks for."""
