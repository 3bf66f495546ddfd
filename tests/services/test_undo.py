"""Undo restores every row, or says why it cannot."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.desk import Desk
from shopdesk.errors import DomainError
from shopdesk.rules.states import Step, steps_from
from shopdesk.services.drafts import ReasonDraft, SettlementDraft, StepDraft, WaybillDraft
from shopdesk.services.steps import take_step
from shopdesk.storage.reader import Reader
from tests.making import make_order, make_return

TYPED: dict[str | None, StepDraft | None] = {
    None: None,
    "decline": ReasonDraft("Worn."),
    "cancel": ReasonDraft("Kept it."),
    "waybill": WaybillDraft("sf", "SF1234567890123"),
    "settlement": SettlementDraft(100),
}

NUMBERS = count()
TABLES = ("cases", "return_case", "return_line", "parcel", "timeline_entry", "case_doc")


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of the case's tables, without versions, which only grow."""
    with desk.reading() as reader:
        return {table: _rows(reader, table) for table in TABLES}


def _rows(reader: Reader, table: str) -> list[tuple[object, ...]]:
    names = [row[1] for row in reader.rows(f"PRAGMA table_info({table})") if row[1] != "version"]
    columns = ", ".join(f'"{name}"' for name in names)
    return list(reader.rows(f"SELECT {columns} FROM {table} ORDER BY id"))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_each_step_anywhere_can_be_undone_and_done_again(desk: Desk, data: st.DataObject) -> None:
    remedy = data.draw(st.sampled_from(["refund", "refund_only", "exchange"]))
    case_id = make_return(desk, make_order(desk, f"N-{next(NUMBERS)}"), remedy=remedy)
    for _turn in range(data.draw(st.integers(1, 5))):
        possible = steps_from(_state(desk, case_id), goods_back=remedy != "refund_only")
        if not possible:
            return
        step = data.draw(st.sampled_from(possible))
        before = everything(desk)
        done = _take(desk, case_id, step)
        after = everything(desk)
        undone = desk.undo(done)
        assert everything(desk) == before
        assert undone.change_id
        desk.undo(undone.change_id)
        assert everything(desk) == after


def _take(desk: Desk, case_id: int, step: Step) -> int:
    typed = TYPED[step.asks]
    done = desk.write(step.code, lambda s: take_step(s, case_id, step.code, typed)).change_id
    assert done
    return done


def _state(desk: Desk, case_id: int) -> str:
    with desk.reading() as reader:
        return str(reader.value("SELECT state FROM cases WHERE id = ?", (case_id,)))


def test_logging_a_return_can_be_undone_and_its_number_is_not_given_again(desk: Desk) -> None:
    order_id = make_order(desk)
    before = everything(desk)
    with desk.reading() as reader:
        start = reader.value("SELECT max(id) FROM change")
    make_return(desk, order_id, agree=True)
    desk.undo(start + 1)
    assert everything(desk) == before
    make_return(desk, order_id)
    with desk.reading() as reader:
        assert reader.value("SELECT number FROM cases").endswith("-0002")


def test_logging_without_agreeing_can_be_undone_at_once(desk: Desk) -> None:
    order_id = make_order(desk)
    before = everything(desk)
    with desk.reading() as reader:
        start = reader.value("SELECT max(id) FROM change")
    make_return(desk, order_id)
    desk.undo(start + 1)
    assert everything(desk) == before


def test_undo_is_refused_where_something_was_built_on_it(desk: Desk) -> None:
    order_id = make_order(desk)
    with desk.reading() as reader:
        order_change = reader.value("SELECT max(id) FROM change")
    make_return(desk, order_id)
    with pytest.raises(DomainError, match="later needs this"):
        desk.undo(order_change)


def test_undo_is_refused_after_a_later_change_of_the_same_row(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    agreed = desk.write("agree", lambda session: take_step(session, case_id, "agree"))
    desk.write("cancel", lambda s: take_step(s, case_id, "cancel", ReasonDraft("x")))
    assert agreed.change_id
    with pytest.raises(DomainError, match="changed again"):
        desk.undo(agreed.change_id)


def test_the_same_change_is_undone_once(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    agreed = desk.write("agree", lambda session: take_step(session, case_id, "agree"))
    assert agreed.change_id
    desk.undo(agreed.change_id)
    with pytest.raises(DomainError, match="already undone"):
        desk.undo(agreed.change_id)
