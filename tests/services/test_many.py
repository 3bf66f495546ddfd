"""One step for many returns: one change, the refused ones told, the rest done."""

import pytest

from shopdesk.desk import Desk, Written
from shopdesk.errors import DomainError
from shopdesk.rules.many import MANY_STEPS
from shopdesk.rules.states import STEPS
from shopdesk.services.drafts import ReasonDraft, SettlementDraft
from shopdesk.services.many import ManyDone, take_step_of_many
from shopdesk.services.steps import take_step
from tests.making import make_order, make_return


def do(desk: Desk, code: str, ids: list[int]) -> Written[ManyDone]:
    return desk.write(MANY_STEPS[code].done, lambda s: take_step_of_many(s, code, ids))


def column(desk: Desk, sql: str) -> list[object]:
    with desk.reading() as reader:
        return [row[0] for row in reader.rows(sql)]


def states(desk: Desk) -> list[object]:
    return column(desk, "SELECT state FROM cases ORDER BY id")


def returns(desk: Desk, count: int, **what: object) -> list[int]:
    return [make_return(desk, make_order(desk, f"N-{n}"), **what) for n in range(count)]  # type: ignore[arg-type]


def test_every_step_for_many_is_marked_so_among_the_steps() -> None:
    listed = {code for many in MANY_STEPS.values() for code in many.steps}
    assert listed == {step.code for step in STEPS.values() if step.many}


def test_the_refused_are_told_with_their_numbers_and_the_rest_is_done(desk: Desk) -> None:
    first, second, third = returns(desk, 3)
    desk.write("x", lambda s: take_step(s, second, "cancel", ReasonDraft("Kept it.")))
    written = do(desk, "agree", [first, second, third, 999])
    assert written.value.done == (first, third)
    told = [(refusal.case_id, refusal.number[-4:]) for refusal in written.value.refused]
    assert told == [(second, "0002"), (999, "…")]
    assert "Cancelled" in written.value.refused[0].sentence
    assert states(desk) == ["agreed", "cancelled", "agreed"]
    assert column(desk, 'SELECT "values" FROM change ORDER BY id DESC LIMIT 1') == ['{"n":2}']


def test_one_undo_takes_the_lot_back_and_its_undo_does_it_again(desk: Desk) -> None:
    ids = returns(desk, 4)
    clocks = column(desk, "SELECT due_at FROM cases")
    agreed = do(desk, "agree", ids)
    assert agreed.change_id
    undone = desk.undo(agreed.change_id)
    assert states(desk) == ["asked"] * 4
    assert column(desk, "SELECT due_at FROM cases") == clocks
    assert undone.change_id
    desk.undo(undone.change_id)
    assert states(desk) == ["agreed"] * 4


def test_the_ceiling_is_judged_within_the_write(desk: Desk) -> None:
    """Half was given back by hand, so that only one of two returns of the order still fits."""
    order = make_order(desk, quantity=3, paid_minor=30000)
    ids = [make_return(desk, order, remedy="refund_only", agree=True) for _ in range(3)]
    draft = SettlementDraft(15000, over_reason="Kindness")
    desk.write("x", lambda s: take_step(s, ids[0], "settle_kept", draft))
    settled = do(desk, "settle", ids[1:])
    assert settled.value.done == (ids[1],)
    assert "Settle it by itself" in settled.value.refused[0].sentence
    assert column(desk, "SELECT sum(refund_goods_minor) FROM cases") == [25000]


def test_a_refused_return_leaves_no_trace_in_the_record(desk: Desk) -> None:
    """A step that is refused half way is rolled back, and what it recorded with it."""
    order = make_order(desk, quantity=2, paid_minor=20000)
    ids = [make_return(desk, order, remedy="refund_only", agree=True) for _ in range(2)]
    desk.write("x", lambda s: take_step(s, ids[0], "settle_kept", SettlementDraft(15000)))
    settled = do(desk, "settle", [ids[1]])
    assert settled.value.done == ()
    assert settled.change_id is None
    assert column(desk, "SELECT count(*) FROM clock WHERE ended_at IS NULL") == [2]


def test_a_stop_leaves_everything_as_it_was(desk: Desk) -> None:
    ids = returns(desk, 3)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise DomainError("Stopped.")

    with pytest.raises(DomainError, match="Stopped"):
        desk.write("x", lambda s: take_step_of_many(s, "agree", ids, stop))
    assert states(desk) == ["asked"] * 3
