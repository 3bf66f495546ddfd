"""Random steps of complaints: never where the rules forbid, never stuck, each one undone."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.desk import Desk
from shopdesk.errors import DomainError
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.rules.complaints import OPEN_TO_OPTIONS, STATES, STEPS, Grievance, allows, steps_from
from shopdesk.rules.options import DEEDS
from shopdesk.rules.states import Step
from shopdesk.services.complaint_drafts import (
    ChoiceDraft,
    ComplaintStepDraft,
    EscalationDraft,
    MergeDraft,
    OfferDraft,
    OptionDraft,
    VerdictDraft,
)
from shopdesk.services.drafts import ReasonDraft
from tests.complaining import (
    ENDING,
    act_on,
    add,
    clocks,
    complain,
    complain_of_order,
    in_hours,
    record,
    step,
)
from tests.services.snapshots import Rows, everything
from tests.services.test_states_walk import undone_and_done_again

MOST_STEPS = 9


def _offered_one(desk: Desk, case_id: int) -> ChoiceDraft:
    options = record(desk, case_id).options_now
    return ChoiceDraft(next(option.id for option in options if option.offered_at))


TYPED: dict[str | None, Callable[[Desk, int], ComplaintStepDraft | None]] = {
    None: lambda _desk, _case_id: None,
    "close": lambda _desk, _case_id: ENDING["close"],
    "offer": lambda _desk, _case_id: OfferDraft("Only this."),
    "choice": _offered_one,
    "act": act_on,
    "note": lambda _desk, _case_id: ReasonDraft("It is so."),
    "escalation": lambda _desk, _case_id: EscalationDraft(in_hours(3)),
    "verdict": lambda _desk, _case_id: VerdictDraft("shared", 500),
    "merge": lambda desk, _case_id: MergeDraft(complain(desk)),
}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_walk_keeps_to_the_rules_and_back_again(desk: Desk, data: st.DataObject) -> None:
    case_id = complain_of_order(desk, situation="quality")
    walked: list[tuple[int, Rows]] = []
    for _turn in range(data.draw(st.integers(1, MOST_STEPS))):
        found = record(desk, case_id)
        assert_in_order(desk, found)
        think_of_options(desk, found, data)
        wanted = data.draw(st.sampled_from(list(STEPS.values())))
        if not allows(found.grievance, wanted):
            refuse(desk, found, wanted)
            wanted = data.draw(st.sampled_from(steps_from(found.grievance)))
        typed = TYPED[wanted.asks](desk, case_id)
        before = everything(desk)
        walked.append((step(desk, case_id, wanted.code, typed), before))
        assert record(desk, case_id).case.state == (wanted.target or found.case.state)
    assert_in_order(desk, record(desk, case_id))
    change_id, before = walked[-1]
    undone_and_done_again(desk, change_id, before)


def think_of_options(desk: Desk, found: ComplaintDetail, data: st.DataObject) -> None:
    """Add options where that may be, so that something can be offered."""
    if found.case.state in OPEN_TO_OPTIONS:
        does = data.draw(st.sampled_from(sorted(DEEDS)))
        add(desk, found.id, OptionDraft(f"To {does}", does, amount_minor=100, party="supplier"))


def refuse(desk: Desk, found: ComplaintDetail, wanted: Step) -> None:
    before = everything(desk)
    with pytest.raises(DomainError):
        step(desk, found.id, wanted.code)
    assert everything(desk) == before


def assert_in_order(desk: Desk, found: ComplaintDetail) -> None:
    """Assert a state of the rules with a way on, its clock, and the platform's while it has it."""
    state = STATES[found.case.state]
    assert steps_from(Grievance(state.code, found.at_platform))
    assert (found.case.closed_at is None) == state.is_open
    expected = {state.wait.clock} if state.wait else set()
    assert clocks(desk, found.id) == expected | ({"platform"} if found.at_platform else set())
    assert (found.case.due_at is None) == (not clocks(desk, found.id))
    done = [option for option in found.options_now if option.done_at]
    assert len(done) <= 1
    assert all(option.chosen_at and option.offered_at for option in done)
