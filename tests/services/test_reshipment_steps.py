"""Every step of a reshipment from every state: where it leads, where it is refused, undone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.models import Case
from shopdesk.queries.reshipment_list import (
    count_reshipment_chips,
    find_reshipment_ids,
    load_reshipment_rows,
)
from shopdesk.queries.return_detail import load_return_detail
from shopdesk.rules.reshipments import STATES, STEPS, Moving, is_stalled, next_step, steps_from
from shopdesk.rules.zones import ZONES
from shopdesk.services.case_drafts import ChaseDraft, FailureDraft
from shopdesk.services.drafts import DispatchDraft, ReasonDraft
from shopdesk.services.reshipments import take_reshipment_step, write_wait_note
from shopdesk.services.transit import save_transit_times
from tests.services.reshipping import WAY_TO, brought, found, of_nothing, of_order, take
from tests.services.snapshots import everything
from tests.settling import events, money


def clocks(desk: Desk, case_id: int) -> list[tuple[str, str]]:
    with desk.reading() as reader:
        sql = "SELECT code, outcome FROM clock WHERE case_id = ? ORDER BY id"
        return [(code, outcome) for code, outcome in reader.rows(sql, (case_id,))]


@pytest.mark.parametrize("state", STATES)
def test_each_state_takes_its_steps_and_refuses_all_others(desk: Desk, state: str) -> None:
    case_id = of_order(desk)
    assert brought(desk, case_id, *WAY_TO[state]).state == state
    before = everything(desk)
    for code, step in STEPS.items():
        if state not in step.sources:
            with pytest.raises(DomainError, match="does not follow"):
                take(desk, case_id, code)
            assert everything(desk) == before
            continue
        change = take(desk, case_id, code)
        row = found(desk, case_id)
        assert row.state == (step.target or state)
        assert_in_order(desk, case_id)
        desk.undo(change)
        assert everything(desk) == before


def assert_in_order(desk: Desk, case_id: int) -> None:
    """Assert that it is closed exactly where its state is, with one clock while it is not."""
    row = found(desk, case_id)
    with desk.reading() as reader:
        closed = reader.value("SELECT closed_at FROM cases WHERE id = ?", (case_id,))
    is_open = STATES[row.state].is_open
    running = [code for code, outcome in clocks(desk, case_id) if not outcome]
    assert (closed is None) == is_open
    assert running == ([STATES[row.state].wait.clock] if is_open else [])  # type: ignore[union-attr]
    assert (row.due_clock,) == (*running, "")[:1]


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_walk_is_never_stuck_and_goes_all_the_way_back(desk: Desk, data: st.DataObject) -> None:
    case_id = data.draw(st.sampled_from([of_order, of_nothing]))(desk)
    walked = []
    for _turn in range(data.draw(st.integers(1, 6))):
        row = found(desk, case_id)
        steps = steps_from(row.state)
        if STATES[row.state].is_open:
            assert next_step(Moving(row.state)) is not None
        if not steps:
            break
        before = everything(desk)
        step = data.draw(st.sampled_from(steps))
        walked.append((take(desk, case_id, step.code), before))
        assert_in_order(desk, case_id)
    for change, before in reversed(walked):
        desk.undo(change)
        assert everything(desk) == before


def test_the_whole_way_is_told_and_costs_stand_with_it(desk: Desk) -> None:
    case_id = of_order(desk, reason="lost")
    row = brought(desk, case_id, "pack", "send", "move", "deliver", "confirm")
    told = events(desk, case_id)
    steps = ["reship_pack", "reship_send", "reship_move", "reship_deliver", "reship_confirm"]
    assert told == ["reship_order", *steps]
    assert clocks(desk, case_id)[0] == ("reship", "met")
    assert row.zone == "province"
    cost = money(desk, case_id)
    assert {entry.kind: entry.amount_minor for entry in cost.costs} == {
        "freight_out": 1_200,
        "written_off": 15_900,
    }
    assert [(share.party, share.amount_minor) for share in cost.shares] == [("courier", 17_100)]


def test_what_was_missing_is_no_loss_of_goods(desk: Desk) -> None:
    case_id = of_order(desk, reason="missing_item")
    take(desk, case_id, "send")
    assert [entry.kind for entry in money(desk, case_id).costs] == ["freight_out"]
    assert money(desk, case_id).shares[0].party == "warehouse"


def test_a_lost_one_is_sent_again_and_both_know_it(desk: Desk) -> None:
    case_id = of_order(desk)
    first = brought(desk, case_id, "send", "mark_lost", "reship")
    with desk.reading() as reader:
        again = reader.value("SELECT id FROM cases WHERE origin_id = ?", (case_id,))
    second = found(desk, again)
    assert (first.state, second.state, second.reason) == ("dealt_with", "to_pack", "lost")
    assert second.lines == first.lines
    assert second.address == first.address
    take(desk, again, "send")
    assert events(desk, case_id)[-2:] == ["reship_again", "goods_sent"]


def test_money_goes_back_instead(desk: Desk) -> None:
    case_id = of_order(desk)
    brought(desk, case_id, "send", "mark_lost", "refund")
    with desk.reading() as reader:
        return_id = reader.value("SELECT id FROM cases WHERE origin_id = ?", (case_id,))
        opened = load_return_detail(reader, return_id)
    assert opened is not None
    assert (opened.state, opened.remedy, opened.reason) == ("agreed", "refund_only", "not_received")
    assert [(line.quantity, line.value_minor) for line in opened.lines] == [(1, 15_900)]


def test_what_is_asked_about_waits_until_the_day_that_was_promised(desk: Desk) -> None:
    case_id = of_order(desk)
    take(desk, case_id, "send")
    day = (datetime.now(UTC) + timedelta(days=2)).date()
    take(desk, case_id, "chase", ChaseDraft("顺丰", "Tomorrow.", day))
    row = found(desk, case_id)
    assert row.state == "sent"
    assert (row.due_clock, row.due_at is not None and row.due_at.date()) == ("move", day)
    desk.write(
        "Figures", lambda s: save_transit_times(s, dict.fromkeys((("", zone) for zone in ZONES), 9))
    )
    assert found(desk, case_id).due_at == row.due_at
    for draft in (ChaseDraft(" "), ChaseDraft("顺丰", "", date(2001, 1, 1))):
        with pytest.raises(FieldError):
            take(desk, case_id, "chase", draft)


def stall(desk: Desk, case_id: int) -> None:
    """Let its clock have run out an hour ago."""

    def work(session: object) -> None:
        case = session.get(Case, case_id)  # type: ignore[attr-defined]
        case.due_at = datetime.now(UTC) - timedelta(hours=1)

    desk.write("Later", work)


def test_a_quiet_one_is_stalled_and_nowhere_stored(desk: Desk) -> None:
    quiet, moving = of_order(desk), of_order(desk)
    for case_id in (quiet, moving):
        take(desk, case_id, "send")
    stall(desk, quiet)
    now = datetime.now(UTC)
    with desk.reading() as reader:
        assert count_reshipment_chips(reader, now)["stalled"] == 1
        assert list(find_reshipment_ids(reader, "stalled", now=now)) == [quiet]
        assert {row.state for row in load_reshipment_rows(reader, [quiet, moving])} == {"sent"}
    row = found(desk, quiet)
    assert is_stalled(row.moving(now))
    assert next_step(row.moving(now)) == STEPS["chase"]
    take(desk, quiet, "chase")
    assert not is_stalled(found(desk, quiet).moving(now))


def test_why_it_waits_is_kept_until_it_is_packed(desk: Desk) -> None:
    case_id = of_order(desk)
    desk.write("x", lambda s: write_wait_note(s, case_id, "No stock until Friday"))
    assert found(desk, case_id).wait_note == "No stock until Friday"
    take(desk, case_id, "pack")
    assert found(desk, case_id).wait_note == ""
    take(desk, case_id, "send")
    with pytest.raises(DomainError, match="sent already"):
        desk.write("x", lambda s: write_wait_note(s, case_id, "x"))


@pytest.mark.parametrize(
    ("code", "draft", "field"),
    [
        ("send", DispatchDraft("sf", ""), "waybill"),
        ("send", DispatchDraft("", "SF1234567890"), "courier"),
        ("send", DispatchDraft("sf", "SF1234567890", -1), "freight_minor"),
        ("cancel", ReasonDraft(" "), "text"),
    ],
)
def test_what_cannot_be_typed_is_refused_at_its_field(
    desk: Desk, code: str, draft: DispatchDraft | ReasonDraft, field: str
) -> None:
    case_id = of_order(desk)
    before = everything(desk)
    with pytest.raises(FieldError) as caught:
        take(desk, case_id, code, draft)
    assert caught.value.field == field
    assert everything(desk) == before


def test_a_failure_needs_no_words_but_going_back_does(desk: Desk) -> None:
    case_id = of_order(desk)
    take(desk, case_id, "send")
    take(desk, case_id, "mark_lost", FailureDraft())
    assert events(desk, case_id)[-1] == "reship_lost"
    with pytest.raises(FieldError):
        take(desk, case_id, "deal", ReasonDraft(""))


def test_a_step_on_an_old_version_is_refused(desk: Desk) -> None:
    case_id = of_order(desk)
    seen = found(desk, case_id).version
    take(desk, case_id, "pack")
    with pytest.raises(StaleError):
        desk.write("x", lambda s: take_reshipment_step(s, case_id, "cancel", None, seen))
