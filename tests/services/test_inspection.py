"""What came in a parcel: kept, corrected, finished only once decided, and always undoable."""

from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.queries.inspection import Inspection, load_inspection
from shopdesk.rules.inspecting import CONDITIONS, DISPOSITIONS, found_in
from shopdesk.services.drafts import InspectionDraft, ReceivedDraft
from shopdesk.services.inspection import check_decided, save_inspection
from shopdesk.services.steps import take_step
from tests.making import make_order, make_return

NUMBERS = count()
TABLES = ("cases", "return_case", "received_item", "cost_entry", "timeline_entry", "clock")


def arrived(desk: Desk, quantity: int = 3, paid_minor: int = 10_000) -> int:
    """Log a return of all units of an order whose parcel is here."""
    order_id = make_order(desk, f"I-{next(NUMBERS)}", quantity=quantity, paid_minor=paid_minor)
    case_id = make_return(desk, order_id, agree=True, lines=(_all(order_id, quantity),))
    desk.write("Parcel arrived", lambda s: take_step(s, case_id, "receive_early"))
    return case_id


def _all(order_id: int, quantity: int) -> Any:
    from shopdesk.services.drafts import ReturnLineDraft

    return ReturnLineDraft(quantity=quantity, order_line_id=order_id)


def look(desk: Desk, case_id: int) -> Inspection:
    with desk.reading() as reader:
        found = load_inspection(reader, case_id)
    assert found is not None
    return found


def line_of(desk: Desk, case_id: int) -> int:
    return look(desk, case_id).lines[0].id


def kept(desk: Desk, case_id: int) -> tuple[ReceivedDraft, ...]:
    """Return what was kept, as the form would send it back."""
    return tuple(
        ReceivedDraft(
            row.quantity, row.line_id, row.condition, row.disposition, row.title, row.note,
            row.parcel_id, row.id,
        )
        for row in look(desk, case_id).items
    )  # fmt: skip


def save(desk: Desk, case_id: int, *items: ReceivedDraft) -> int | None:
    draft = InspectionDraft(items)
    return desk.write("Kept", lambda s: save_inspection(s, case_id, draft)).change_id


def finish(desk: Desk, case_id: int, *items: ReceivedDraft) -> int | None:
    draft = InspectionDraft(items)
    return desk.write("Inspected", lambda s: take_step(s, case_id, "inspect", draft)).change_id


def told(desk: Desk, case_id: int) -> tuple[str, dict[str, Any]]:
    newest = look(desk, case_id).found.timeline[0]
    return newest.event, dict(newest.values.get("found", {}))


def everything(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows without versions, which only grow."""
    found = {}
    with desk.reading() as reader:
        for table in TABLES:
            names = [row[1] for row in reader.rows(f"PRAGMA table_info({table})")]
            columns = ", ".join(f'"{name}"' for name in names if name != "version")
            found[table] = reader.rows(f"SELECT {columns} FROM {table} ORDER BY id")
    return found


def test_what_was_counted_is_there_tomorrow_and_the_return_waits(desk: Desk) -> None:
    case_id = arrived(desk)
    line = line_of(desk, case_id)
    save(desk, case_id, ReceivedDraft(2, line), ReceivedDraft(0, line, note="box was torn"))
    found = look(desk, case_id)
    assert found.found.state == "arrived"
    assert [(row.quantity, row.condition, row.note) for row in found.items] == [
        (2, "", ""),
        (0, "", "box was torn"),
    ]
    assert found.items[0].person == "小李"
    assert found_in({line: 3}, found.items).short == 1
    assert found.found.due_clock == "inspect"


def test_a_split_line_tells_what_was_found_and_what_it_cost(desk: Desk) -> None:
    case_id = arrived(desk)
    line = line_of(desk, case_id)
    finish(
        desk,
        case_id,
        ReceivedDraft(2, line, "intact", "stock"),
        ReceivedDraft(1, line, "damaged", "write_off"),
    )
    assert look(desk, case_id).found.state == "inspected"
    assert told(desk, case_id) == (
        "inspect_found",
        {
            "expected": 3,
            "here": 3,
            "short": 0,
            "surplus": 0,
            "foreign": 0,
            "conditions": {"intact": 2, "damaged": 1},
        },
    )
    assert look(desk, case_id).found.cost_minor == 3_333


def test_short_surplus_and_foreign_goods_are_shown_not_refused(desk: Desk) -> None:
    short = arrived(desk)
    finish(desk, short, ReceivedDraft(1, line_of(desk, short), "used", "refurbish"))
    assert told(desk, short)[1]["short"] == 2
    more = arrived(desk, quantity=1)
    finish(
        desk,
        more,
        ReceivedDraft(2, line_of(desk, more), "damaged", "write_off"),
        ReceivedDraft(1, None, "wrong_goods", "to_buyer", title="A brick"),
    )
    sums = told(desk, more)[1]
    assert (sums["surplus"], sums["foreign"]) == (1, 1)
    assert look(desk, more).found.cost_minor == 10_000


def test_other_goods_in_the_place_of_a_lines_do_not_count_as_here(desk: Desk) -> None:
    case_id = arrived(desk, quantity=1)
    line = line_of(desk, case_id)
    finish(desk, case_id, ReceivedDraft(1, line, "wrong_goods", "write_off"))
    sums = told(desk, case_id)[1]
    assert (sums["here"], sums["short"], sums["foreign"]) == (0, 1, 1)
    assert look(desk, case_id).found.cost_minor == 0


def test_an_empty_box_is_finished_only_with_a_word(desk: Desk) -> None:
    case_id = arrived(desk)
    line = line_of(desk, case_id)
    with pytest.raises(FieldError) as refused:
        finish(desk, case_id, ReceivedDraft(0, line))
    assert refused.value.field == "items.0.note"
    finish(desk, case_id, ReceivedDraft(0, line, note="Empty parcel"))
    assert look(desk, case_id).found.timeline[0].text == "Empty parcel"
    assert told(desk, case_id)[0] == "inspect_empty"


@pytest.mark.parametrize(
    ("item", "field"),
    [
        (ReceivedDraft(1, 1), "items.0.condition"),
        (ReceivedDraft(1, 1, "intact"), "items.0.disposition"),
        (ReceivedDraft(1, None, "intact", "stock"), "items.0.title"),
        (ReceivedDraft(1, 1, "shiny", "stock"), "items.0.condition"),
        (ReceivedDraft(1, 1, "intact", "moon"), "items.0.disposition"),
        (ReceivedDraft(-1, 1, "intact", "stock"), "items.0.quantity"),
    ],
)
def test_what_is_not_decided_is_refused_at_its_field(
    desk: Desk, item: ReceivedDraft, field: str
) -> None:
    case_id = arrived(desk)
    with pytest.raises(FieldError) as refused:
        finish(desk, case_id, item)
    assert refused.value.field == field
    assert look(desk, case_id).items == ()


def test_nothing_is_settled_while_a_unit_has_nowhere_to_go(desk: Desk) -> None:
    case_id = arrived(desk)
    save(desk, case_id, ReceivedDraft(2, line_of(desk, case_id), "intact"))
    with pytest.raises(DomainError, match="2 received units have nowhere to go"):
        desk.write("Check", lambda s: check_decided(s, case_id))


def test_what_was_kept_is_finished_without_saying_it_again(desk: Desk) -> None:
    case_id = arrived(desk)
    save(desk, case_id, ReceivedDraft(3, line_of(desk, case_id), "intact", "stock"))
    desk.write("Inspected", lambda s: take_step(s, case_id, "inspect"))
    assert told(desk, case_id)[1]["here"] == 3


def test_an_inspection_is_corrected_until_it_is_settled(desk: Desk) -> None:
    case_id = arrived(desk)
    line = line_of(desk, case_id)
    finish(desk, case_id, ReceivedDraft(3, line, "damaged", "write_off"))
    (item,) = kept(desk, case_id)
    with pytest.raises(FieldError):
        save(desk, case_id, replace(item, disposition=""))
    save(desk, case_id, replace(item, condition="opened", disposition="stock"))
    assert told(desk, case_id)[0] == "correct_inspection"
    assert look(desk, case_id).found.cost_minor == 0


def test_another_parcel_after_the_inspection_keeps_what_was_found(desk: Desk) -> None:
    case_id = arrived(desk)
    line = line_of(desk, case_id)
    finish(desk, case_id, ReceivedDraft(1, line, "intact", "stock"))
    desk.write("More", lambda s: take_step(s, case_id, "receive_more"))
    assert look(desk, case_id).found.state == "arrived"
    finish(desk, case_id, *kept(desk, case_id), ReceivedDraft(2, line, "opened", "stock"))
    assert [row.quantity for row in look(desk, case_id).items] == [1, 2]
    assert told(desk, case_id)[1]["here"] == 3


def test_two_people_on_one_parcel(desk: Desk) -> None:
    case_id = arrived(desk)
    line = line_of(desk, case_id)
    seen = look(desk, case_id).found.version
    save(desk, case_id, ReceivedDraft(1, line))
    mine = InspectionDraft((ReceivedDraft(2, line),))
    with pytest.raises(StaleError):
        desk.write("Kept", lambda s: save_inspection(s, case_id, mine, seen))
    (theirs,) = kept(desk, case_id)
    save(desk, case_id)
    with pytest.raises(StaleError):
        save(desk, case_id, theirs)


def test_before_the_parcel_came_nothing_is_counted(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk, f"I-{next(NUMBERS)}"))
    with pytest.raises(DomainError, match="is “Asked” now"):
        save(desk, case_id, ReceivedDraft(1, line_of(desk, case_id)))


def _items(line: int, ids: list[int]) -> st.SearchStrategy[ReceivedDraft]:
    return st.builds(
        ReceivedDraft,
        quantity=st.integers(0, 4),
        line_id=st.sampled_from([line, line, None]),
        condition=st.sampled_from(["", *CONDITIONS]),
        disposition=st.sampled_from(["", *DISPOSITIONS]),
        title=st.just("Other goods"),
        note=st.sampled_from(["", "a note"]),
        id=st.sampled_from([None, *ids]),
    )


def _unique_ids(items: list[ReceivedDraft]) -> tuple[ReceivedDraft, ...]:
    seen: set[int | None] = set()
    found = []
    for item in items:
        found.append(replace(item, id=None) if item.id in seen else item)
        seen.add(item.id)
    return tuple(found)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_is_saved_the_sums_hold_and_undo_restores_every_row(
    desk: Desk, data: st.DataObject
) -> None:
    case_id = arrived(desk, quantity=3, paid_minor=data.draw(st.integers(0, 1_000)))
    line = line_of(desk, case_id)
    for _turn in range(data.draw(st.integers(1, 4))):
        ids = [item.id for item in kept(desk, case_id) if item.id]
        said = _unique_ids(data.draw(st.lists(_items(line, ids), max_size=4)))
        before = everything(desk)
        act = data.draw(st.sampled_from([save, finish]))
        try:
            change = act(desk, case_id, *said)
        except (FieldError, DomainError):
            assert everything(desk) == before
            continue
        _check_sums(desk, case_id, said)
        if change is not None and data.draw(st.booleans()):
            after = everything(desk)
            undone = desk.undo(change)
            assert everything(desk) == before
            assert undone.change_id is not None
            desk.undo(undone.change_id)
            assert everything(desk) == after


def _check_sums(desk: Desk, case_id: int, said: tuple[ReceivedDraft, ...]) -> None:
    found = look(desk, case_id)
    expected = {line.id: line.quantity for line in found.lines}
    sums = found_in(expected, found.items)
    assert sums == found_in(expected, said)
    assert sums.here + sums.short == sums.expected
    own = sum(item.quantity for item in said if item.line_id and item.condition != "wrong_goods")
    assert sums.here + sums.surplus == own
    with desk.reading() as reader:
        entries = reader.rows("SELECT amount_minor FROM cost_entry WHERE case_id = ?", (case_id,))
        value = reader.value(
            "SELECT sum(value_minor) FROM return_line WHERE case_id = ?", [case_id]
        )
    assert found.found.cost_minor == sum(amount for (amount,) in entries) <= value
    if found.found.state == "inspected":
        assert all(item.condition and item.disposition for item in found.items if item.quantity)
