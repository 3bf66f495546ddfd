"""Claims from couriers: opened, claimed, paid into the ledger, refused, reopened, reminded of."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.queries.claims import ClaimRow, load_claim_basis, load_claims
from shopdesk.rules.claims import STATES, STEPS, claim_by, steps_from, term_of
from shopdesk.services.claim_drafts import ClaimDraft, ClaimStepDraft
from shopdesk.services.claims import change_claim, open_claim, take_claim_step
from tests.services.snapshots import everything
from tests.services.test_tracking import sent

DUE = datetime.now(UTC).date() + timedelta(days=20)


def claim(desk: Desk, **changes: Any) -> ClaimRow:
    """Open a claim for a reshipment that was sent."""
    case_id, parcel_id = sent(desk)
    fields = {"reason": "lost", "goods_minor": 15900, "parcel_id": parcel_id, "due_on": DUE}
    draft = ClaimDraft(**{**fields, **changes})
    desk.write("Claim opened", lambda s: open_claim(s, case_id, draft))
    return now(desk, case_id)


def now(desk: Desk, case_id: int) -> ClaimRow:
    with desk.reading() as reader:
        return load_claims(reader, case_id)[-1]


def case_of(desk: Desk, found: ClaimRow) -> int:
    return int(one(desk, "SELECT case_id FROM courier_claim WHERE id = ?", found.id)[0])


def one(desk: Desk, sql: str, *params: object) -> Any:
    with desk.reading() as reader:
        return reader.row(sql, params)


def take(desk: Desk, found: ClaimRow, code: str, **typed: Any) -> ClaimRow:
    draft = ClaimStepDraft(**{"amount_minor": 15000, "note": "…", **typed})
    desk.write("Step", lambda s: take_claim_step(s, found.id, code, draft, found.version))
    return now(desk, case_of(desk, found))


def cost(desk: Desk, found: ClaimRow) -> int:
    return int(one(desk, "SELECT cost_minor FROM cases WHERE id = ?", case_of(desk, found))[0])


def test_it_is_proposed_from_what_went_out(desk: Desk) -> None:
    case_id, parcel_id = sent(desk)
    with desk.reading() as reader:
        basis = load_claim_basis(reader, case_id)
    assert basis is not None
    assert basis.goods_minor == 15900
    assert [parcel.id for parcel in basis.parcels] == [parcel_id]
    assert basis.is_offered


def test_what_is_paid_goes_into_the_ledger_once(desk: Desk) -> None:
    found = claim(desk)
    before = cost(desk, found)
    found = take(desk, found, "claim", reference="C-77")
    assert (found.state, found.claimed_minor, found.reference) == ("claimed", 15000, "C-77")
    found = take(desk, found, "pay", amount_minor=12000)
    assert (found.state, found.paid_minor) == ("paid", 12000)
    assert cost(desk, found) == before - 12000
    found = take(desk, found, "reopen")
    assert (found.state, found.paid_minor, cost(desk, found)) == ("claimed", 0, before)
    found = take(desk, found, "pay", amount_minor=9000)
    assert cost(desk, found) == before - 9000


def test_the_reminder_comes_before_the_last_day_and_ends_with_the_claim(desk: Desk) -> None:
    found = claim(desk)
    asked = "SELECT kind, due_at, done_at FROM follow_up ORDER BY id DESC"
    kind, due_at, done_at = one(desk, asked)
    assert found.due_at is not None
    assert kind == "claim"
    assert datetime.fromtimestamp(due_at, UTC) == found.due_at - timedelta(days=3)
    assert done_at is None
    later = ClaimDraft("damaged", 8000, due_on=DUE + timedelta(days=5))
    desk.write("Changed", lambda s: change_claim(s, found.id, later, found.version))
    assert one(desk, "SELECT count(*) FROM follow_up WHERE done_at IS NULL") == (1,)
    take(desk, now(desk, case_of(desk, found)), "claim")
    assert one(desk, "SELECT count(*) FROM follow_up WHERE done_at IS NULL") == (0,)


@pytest.mark.parametrize("code", STEPS)
def test_every_step_from_every_state_is_taken_or_refused_and_undone(desk: Desk, code: str) -> None:
    for state in STATES:
        found = claim(desk)
        desk.write("There", partial(_put, claim_id=found.id, state=state))
        found = now(desk, case_of(desk, found))
        if state not in STEPS[code].sources:
            with pytest.raises(DomainError):
                take(desk, found, code)
            continue
        before = everything(desk)
        draft = ClaimStepDraft(100, "", "why")
        written = desk.write(
            "Step", partial(take_claim_step, claim_id=found.id, code=code, draft=draft)
        )
        desk.undo(written.change_id or 0)
        assert everything(desk) == before


def _put(session: Any, claim_id: int, state: str) -> None:
    from shopdesk.models import CourierClaim

    session.get(CourierClaim, claim_id).state = state


def test_no_state_is_a_dead_end() -> None:
    assert all(steps_from(state) for state in STATES)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"goods_minor": 0}, "goods_minor"),
        ({"goods_minor": -1}, "goods_minor"),
        ({"reason": "bored"}, "reason"),
        ({"due_on": date(2199, 1, 1)}, "due_on"),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(FieldError) as caught:
        claim(desk, **changes)
    assert caught.value.field == field


def test_a_refusal_needs_its_reason_and_an_old_look_is_refused(desk: Desk) -> None:
    found = take(desk, claim(desk), "claim")
    with pytest.raises(FieldError):
        take(desk, found, "refuse", note=" ")
    take(desk, found, "refuse")
    with pytest.raises(StaleError):
        take(desk, found, "pay")


def test_the_term_is_the_couriers_or_said_to_be_unknown() -> None:
    sent_at = datetime(2026, 11, 1, 23, 30, tzinfo=UTC)
    by = claim_by("royal_mail", sent_at, ZoneInfo("Asia/Shanghai"))
    assert by.astimezone(ZoneInfo("Asia/Shanghai")).date() == date(2027, 1, 21)
    assert term_of("own7").certainty == "own choice"
