"""One step for many returns in one write: each whole or not at all, the refused ones told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import ReturnCase
from shopdesk.rules.many import MANY_STEPS, ManyStep
from shopdesk.rules.remedies import remedy_of
from shopdesk.rules.states import STATES, Standing, Step
from shopdesk.services.drafts import SettlementDraft
from shopdesk.services.proposals import proposed_settlement, why_by_itself
from shopdesk.services.records import fetch
from shopdesk.services.refunds import settlement_basis
from shopdesk.services.steps import WHOLE, take_step
from shopdesk.storage.database import unit_of
from shopdesk.storage.recording import savepoint

Advance = Callable[[int, int], None]
"""Hears how many returns are done, and of how many; may raise to give the whole write up."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A return that a step was not done to, and the sentence that says why."""

    case_id: int
    number: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ManyDone:
    """Which returns took a step, and which did not; both in the order asked for."""

    done: tuple[int, ...]
    refused: tuple[Refusal, ...]


def take_step_of_many(
    session: Session,
    code: str,
    case_ids: Sequence[int],
    advance: Advance = lambda _done, _total: None,
) -> ManyDone:
    """Do one of rules.many.MANY_STEPS to returns, one after the other.

    Each is judged by what this write did to those before it, so that two returns of one order
    cannot give back more than was paid. The change's label gets `n`, how many were done.
    """
    many = MANY_STEPS[code]
    done: list[int] = []
    refused: list[Refusal] = []
    for nth, case_id in enumerate(case_ids):
        advance(nth, len(case_ids))
        refusal = _tried(session, many, case_id)
        if refusal is None:
            done.append(case_id)
        else:
            refused.append(refusal)
    unit_of(session).values = {"n": len(done)}
    return ManyDone(tuple(done), tuple(refused))


def _tried(session: Session, many: ManyStep, case_id: int) -> Refusal | None:
    """Take the step that fits a return; returns why not, with nothing of it written."""
    number = "…"
    try:
        with savepoint(session):
            found = fetch(session, ReturnCase, case_id, with_=WHOLE)
            number = found.case.number
            step = _fitting(found, many)
            take_step(session, case_id, step.code, _proposed(session, found, step))
    except (DomainError, FieldError) as error:
        return Refusal(case_id, number, error.sentence)
    return None


def _fitting(found: ReturnCase, many: ManyStep) -> Step:
    case = found.case
    standing = Standing(case.state, remedy_of(found.remedy), settled=case.settled_at is not None)
    step = many.fitting(standing)
    if step is None:
        raise DomainError(
            _("It is “{state}” now; this step does not follow.").format(
                state=_(STATES[case.state].name)
            )
        )
    return step


def _proposed(session: Session, found: ReturnCase, step: Step) -> SettlementDraft | None:
    """Return what a step's form would propose, where a person would only press Enter."""
    if step.asks is None:
        return None
    basis = settlement_basis(session, found.id)
    why = why_by_itself(basis)
    if why:
        raise DomainError(_(why))
    return proposed_settlement(basis)
