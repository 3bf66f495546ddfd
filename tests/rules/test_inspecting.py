"""What came is added up to the unit, and what is written off to the minor unit."""

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.rules.inspecting import (
    CONDITIONS,
    DISPOSITIONS,
    Paid,
    found_in,
    written_off_minor,
)
from shopdesk.services.drafts import ReceivedDraft

ITEMS = st.lists(
    st.builds(
        ReceivedDraft,
        quantity=st.integers(0, 5),
        line_id=st.sampled_from([1, 2, None]),
        condition=st.sampled_from(["", *CONDITIONS]),
        disposition=st.sampled_from(["", *DISPOSITIONS]),
    ),
    max_size=6,
)


def test_every_condition_leads_to_a_known_place() -> None:
    assert {condition.disposition for condition in CONDITIONS.values()} <= set(DISPOSITIONS)


@given(ITEMS, st.integers(0, 5), st.integers(0, 5))
def test_every_unit_is_counted_once(items: list[ReceivedDraft], one: int, two: int) -> None:
    found = found_in({1: one, 2: two}, items)
    assert found.here + found.short == found.expected == one + two
    assert found.here + found.surplus + found.foreign == sum(item.quantity for item in items)
    assert sum(found.conditions.values()) <= found.here + found.surplus


@given(ITEMS, st.integers(1, 4), st.integers(0, 10_000))
def test_no_more_is_written_off_than_was_paid(
    items: list[ReceivedDraft], units: int, value_minor: int
) -> None:
    lines = {1: Paid(units, value_minor), 2: Paid(1, 0)}
    amounts = written_off_minor(lines, items)
    assert len(amounts) == len(items)
    assert 0 <= sum(amounts) <= value_minor


@given(st.integers(1, 9), st.integers(0, 10_000), st.data())
def test_a_line_written_off_in_parts_costs_its_whole_value(
    units: int, value_minor: int, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, units))
    items = [
        ReceivedDraft(quantity, 1, "damaged", "write_off") for quantity in (first, units - first)
    ]
    assert sum(written_off_minor({1: Paid(units, value_minor)}, items)) == value_minor
