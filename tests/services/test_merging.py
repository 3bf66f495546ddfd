"""Two rows of one buyer become one, and one undo makes them two again."""

from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.errors import DomainError
from shopdesk.models import (
    Customer,
    CustomerAddress,
    CustomerContact,
    CustomerFlag,
    CustomerHandle,
    FollowUp,
)
from shopdesk.queries.customer_detail import load_customer_detail, standing_id
from shopdesk.queries.customers import count_customers, find_customer_ids
from shopdesk.queries.doubles import find_doubles
from shopdesk.queries.soundness import find_troubles
from shopdesk.services.case_drafts import FollowUpDraft
from shopdesk.services.customers import set_customer_note, set_flag, unset_flag
from shopdesk.services.follow_ups import add_follow_up
from shopdesk.services.merging import merge_customers
from tests.complaining import complain
from tests.making import make_order, make_return
from tests.services.reshipping import of_nothing
from tests.services.snapshots import everything

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
PHONE = "13800007720"


def buyer(session: Session, name: str, handle: str, phone: str = PHONE) -> int:
    found = Customer(name=name, created_at=NOW, note=f"note of {handle}")
    found.handles = [CustomerHandle(platform="taobao", handle=handle)]
    found.contacts = [CustomerContact(kind="phone", value=phone, folded=phone)]
    found.addresses = [CustomerAddress(recipient=name, address="杭州市 文一西路")]
    session.add(found)
    session.flush()
    session.add(CustomerFlag(customer_id=found.id, flag="vip", set_at=NOW, set_by="小李"))
    session.add(
        FollowUp(
            shop_id=1, customer_id=found.id, kind="call_back", due_at=NOW, created_at=NOW, score=4
        )
    )
    session.flush()
    return found.id


def make_buyer(desk: Desk, name: str, handle: str, phone: str = PHONE) -> int:
    return desk.write("Buyer added", lambda session: buyer(session, name, handle, phone)).value


def merge(desk: Desk, kept: int, other: int) -> int:
    change = desk.write("Merged", lambda s: merge_customers(s, kept, other)).change_id
    assert change is not None
    return change


def buyer_of(desk: Desk, order_id: int) -> int:
    with desk.reading() as reader:
        return int(reader.value("SELECT customer_id FROM orders WHERE id = ?", (order_id,)))


def test_all_that_is_the_others_moves(desk: Desk) -> None:
    order = make_order(desk)
    make_return(desk, order)
    other, kept = buyer_of(desk, order), make_buyer(desk, "林小雨", "xiaoyu")
    merge(desk, kept, other)
    with desk.reading() as reader:
        found = load_customer_detail(reader, kept)
        listed = list(find_customer_ids(reader, ("name", False)))
        assert listed == list(find_customer_ids(reader)) == [kept]
        assert count_customers(reader) == 1
        assert standing_id(reader, other) == kept
        assert list(find_customer_ids(reader, text="tb_3398120571")) == [kept]
    assert found is not None
    assert (found.orders, found.cases, found.open_cases) == (1, 1, 1)
    assert {one.handle for one in found.identities} == {"xiaoyu", "tb_3398120571"}
    assert [one.value for one in found.contacts] == [PHONE]
    assert (found.score, found.scores, found.last_score) == (4.0, 1, 4)


def test_what_both_have_stands_once_and_both_notes_are_kept(desk: Desk) -> None:
    kept, other = make_buyer(desk, "林小雨", "a"), make_buyer(desk, "林小雨", "b")
    merge(desk, kept, other)
    with desk.reading() as reader:
        found = load_customer_detail(reader, kept)
    assert found is not None
    assert found.note == "note of a\n\nnote of b"
    assert (len(found.contacts), len(found.places), len(found.flags)) == (1, 1, 1)
    assert len(found.identities) == 2


def test_a_chain_ends_at_the_one_that_is_kept(desk: Desk) -> None:
    first, second, third = (make_buyer(desk, "林小雨", handle) for handle in "abc")
    merge(desk, second, first)
    before = everything(desk)
    change = merge(desk, third, second)
    with desk.reading() as reader:
        assert {standing_id(reader, one) for one in (first, second, third)} == {third}
    with pytest.raises(DomainError):
        merge(desk, first, third)
    desk.undo(change)
    assert everything(desk) == before


def test_nobody_is_merged_with_themselves(desk: Desk) -> None:
    only = make_buyer(desk, "林小雨", "a")
    with pytest.raises(DomainError):
        merge(desk, only, only)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=4))
def test_undoing_merges_in_their_order_restores_every_row(
    desk: Desk, pairs: list[tuple[int, int]]
) -> None:
    with desk.reading() as reader:
        serial = int(reader.value("SELECT coalesce(max(id), 0) FROM customer"))
    buyers = [make_buyer(desk, f"Buyer {n % 2}", f"h{serial}-{n}") for n in range(3)]
    order = make_order(desk, f"A{serial}")
    make_return(desk, order)
    buyers.append(buyer_of(desk, order))
    states, changes = [everything(desk)], []
    for kept, other in pairs:
        try:
            changes.append(merge(desk, buyers[kept], buyers[other]))
        except DomainError:
            continue
        states.append(everything(desk))
    for change in reversed(changes):
        states.pop()
        desk.undo(change)
        assert everything(desk) == states[-1]


def test_likely_doubles_and_why(desk: Desk) -> None:
    one = make_buyer(desk, "林小雨", "a")
    abroad = make_buyer(desk, "Lin", "c", f"86{PHONE}")
    namesake = make_buyer(desk, "林小雨", "d", "13900009999")
    stranger = make_buyer(desk, "王敏", "e", "13700001111")
    with desk.reading() as reader:
        doubles = {other.id: dict(other.signs) for other in find_doubles(reader, one)}
        assert find_doubles(reader, stranger) == ()
    assert list(doubles) == [abroad, namesake]
    assert set(doubles[abroad]) == {"phone"}
    assert set(doubles[namesake]) == {"address"}
    merge(desk, one, abroad)
    with desk.reading() as reader:
        assert [other.id for other in find_doubles(reader, one)] == [namesake]


def test_a_mark_is_set_renewed_and_taken_off(desk: Desk) -> None:
    one = desk.write("x", _plain).value
    desk.write("Marked", lambda s: set_flag(s, one, "careful", "sent stones back"))
    desk.write("Marked", lambda s: set_flag(s, one, "careful", "twice"))
    with desk.reading() as reader:
        found = load_customer_detail(reader, one)
    assert found is not None
    assert [(mark.flag, mark.reason, mark.set_by) for mark in found.flags] == [
        ("careful", "twice", "小李")
    ]
    desk.write("Mark taken", lambda s: unset_flag(s, one, "careful"))
    with pytest.raises(DomainError):
        desk.write("Mark taken", lambda s: unset_flag(s, one, "careful"))


def _plain(session: Session) -> int:
    found = Customer(name="Jo", created_at=NOW)
    session.add(found)
    session.flush()
    set_customer_note(session, found.id, "likes blue", 1)
    return found.id


def test_a_form_that_was_open_meanwhile_writes_to_the_kept_buyer(desk: Desk) -> None:
    kept, other = make_buyer(desk, "林小雨", "xiaoyu"), make_buyer(desk, "Lin", "lin")
    merge(desk, kept, other)
    complain(desk, customer_id=other)
    of_nothing(desk, customer_id=other)
    call = FollowUpDraft("call_back", datetime.now(UTC), customer_id=other)
    desk.write("Planned", lambda s: add_follow_up(s, call))
    with desk.reading() as reader:
        cases = reader.rows("SELECT kind FROM cases WHERE customer_id = ? ORDER BY kind", (kept,))
        assert cases == [("complaint",), ("reshipment",)]
        assert reader.value("SELECT count(*) FROM follow_up WHERE customer_id = ?", (kept,)) == 3
        assert not any("merged" in trouble.sentence for trouble in find_troubles(reader))


def test_a_merged_buyer_gets_no_note(desk: Desk) -> None:
    kept, other = make_buyer(desk, "林小雨", "xiaoyu"), make_buyer(desk, "Lin", "lin")
    merge(desk, kept, other)
    with desk.reading() as reader:
        version = int(reader.value("SELECT version FROM customer WHERE id = ?", (other,)))
    with pytest.raises(DomainError, match="merged into another"):
        desk.write("Note", lambda s: set_customer_note(s, other, "VIP", version))


def test_two_notes_that_are_too_long_together_are_to_be_shortened_first(desk: Desk) -> None:
    kept, other = make_buyer(desk, "林小雨", "xiaoyu"), make_buyer(desk, "Lin", "lin")
    for buyer_id in (kept, other):
        desk.write(
            "Note", partial(set_customer_note, customer_id=buyer_id, note="x" * 9_999, version=1)
        )
    with pytest.raises(DomainError, match="20000 characters"):
        merge(desk, kept, other)
