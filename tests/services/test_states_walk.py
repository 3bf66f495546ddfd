"""Random steps on every remedy: never where the rules forbid, never stuck, each one undone."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.errors import DomainError
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.rules.inspecting import CONDITIONS, DISPOSITIONS
from shopdesk.rules.remedies import REMEDIES
from shopdesk.rules.reshipments import UNSENT
from shopdesk.rules.states import STATES, STEPS, Step, allows, steps_from
from shopdesk.services.drafts import (
    DispatchDraft,
    InspectionDraft,
    ReasonDraft,
    ReceivedDraft,
    SendBackDraft,
    SettlementDraft,
    StepDraft,
    WaybillDraft,
)
from shopdesk.services.reshipments import take_reshipment_step
from shopdesk.services.steps import take_step
from tests.making import make_order, make_return
from tests.services.snapshots import Rows, everything
from tests.settling import goods_out

NUMBERS = count()
MOST_STEPS = 9


def inspection_of(desk: Desk, case_id: int) -> InspectionDraft:
    """Return that every line came whole and can be sold again."""
    with desk.reading() as reader:
        lines = reader.rows("SELECT id, quantity FROM return_line WHERE case_id = ?", (case_id,))
    condition, disposition = next(iter(CONDITIONS)), next(iter(DISPOSITIONS))
    return InspectionDraft(
        tuple(ReceivedDraft(units, line, condition, disposition) for line, units in lines)
    )


TYPED: dict[str | None, Callable[[Desk, int], StepDraft | None]] = {
    None: lambda _desk, _case_id: None,
    "decline": lambda _desk, _case_id: ReasonDraft("Worn."),
    "cancel": lambda _desk, _case_id: ReasonDraft("Kept it."),
    "send_back": lambda _desk, _case_id: SendBackDraft("Not as it was sold."),
    "waybill": lambda _desk, _case_id: WaybillDraft("sf", f"SF{next(NUMBERS):013d}"),
    "settlement": lambda _desk, _case_id: SettlementDraft(100),
    "inspection": inspection_of,
}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_walk_keeps_to_the_rules_and_back_again(desk: Desk, data: st.DataObject) -> None:
    remedy = data.draw(st.sampled_from(sorted(REMEDIES)))
    case_id = make_return(desk, make_order(desk, f"N-{next(NUMBERS)}"), remedy=remedy)
    walked: list[tuple[int, Rows]] = []
    for _turn in range(data.draw(st.integers(1, MOST_STEPS))):
        found = record(desk, case_id)
        assert_in_order(desk, found)
        step = data.draw(st.sampled_from(list(STEPS.values())))
        if not allows(found.standing, step):
            refuse(desk, found, step)
            step = data.draw(st.sampled_from(steps_from(found.standing)))
        before = everything(desk)
        walked.append((take(desk, case_id, step), before))
        assert record(desk, case_id).state == (step.target or found.state)
    assert_in_order(desk, record(desk, case_id))
    for change_id, before in reversed(walked):
        undone_and_done_again(desk, change_id, before)


def refuse(desk: Desk, found: ReturnDetail, step: Step) -> None:
    before = everything(desk)
    with pytest.raises(DomainError):
        take(desk, found.id, step)
    assert everything(desk) == before


def take(desk: Desk, case_id: int, step: Step) -> int:
    typed = TYPED[step.asks](desk, case_id)
    unsent = [out.id for out in goods_out(desk, case_id) if out.state in UNSENT]

    def work(session: Session) -> None:
        for out_id in unsent if step.code == "close" else ():
            draft = DispatchDraft("sf", f"SF{next(NUMBERS):013d}")
            take_reshipment_step(session, out_id, "send", draft)
        take_step(session, case_id, step.code, typed)

    done = desk.write(step.done, work).change_id
    assert done
    return done


def undone_and_done_again(desk: Desk, change_id: int, before: Rows) -> None:
    """Undo, redo and undo a change; what it left and what was before come back exactly."""
    after = everything(desk)
    undone = desk.undo(change_id).change_id
    assert everything(desk) == before
    assert undone
    redone = desk.undo(undone).change_id
    assert everything(desk) == after
    assert redone
    desk.undo(redone)
    assert everything(desk) == before


def assert_in_order(desk: Desk, found: ReturnDetail) -> None:
    """Assert that a return is in a state of the rules, with a way on, and one clock if open."""
    assert found.state in STATES
    assert steps_from(found.standing)
    clocks = open_clocks(desk, found.id)
    is_open = STATES[found.state].is_open
    assert (found.closed_at is None) == is_open
    assert len(clocks) == (1 if is_open else 0)
    first = min(clocks, default=(None, ""))
    due = None if found.due_at is None else int(found.due_at.timestamp())
    assert (due, found.due_clock) == first


def open_clocks(desk: Desk, case_id: int) -> list[tuple[int, str]]:
    with desk.reading() as reader:
        return reader.rows(
            "SELECT due_at, code FROM clock WHERE case_id = ? AND ended_at IS NULL", (case_id,)
        )


def record(desk: Desk, case_id: int) -> ReturnDetail:
    with desk.reading() as reader:
        found = load_return_detail(reader, case_id)
    assert found is not None
    return found
