"""The grams index answers as a scan would, and follows every write."""

import unicodedata
from contextlib import closing

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import Customer, Order, Parcel
from shopdesk.queries.finder import find_order_ids
from shopdesk.rules.folding import fold
from shopdesk.services.steps import take_step
from shopdesk.storage.connection import connect
from shopdesk.storage.grams import match_text, pieces, query_pieces, words
from tests.making import make_order, make_return

TEXTS = st.text(
    st.one_of(
        st.sampled_from("林小雨张伟针织开衫 ab12AB-#é"),
        st.characters(codec="utf-8", exclude_categories=["Cs"]),
    ),
    max_size=20,
)


@given(TEXTS)
def test_a_text_holds_the_pieces_of_any_part_that_starts_a_run(text: str) -> None:
    folded = fold(text)
    held = set(pieces(folded))
    for word in folded.split():
        assert set(query_pieces(word)) <= held


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert unicodedata.normalize("NFC", fold("Café")) == "cafe"


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=30))
@example("'; DROP TABLE orders; --")
@example('" OR 1 NEAR( *')
@example("^^^")
def test_whatever_is_typed_is_no_error(desk: Desk, typed: str) -> None:
    with desk.reading() as reader:
        assert find_order_ids(reader, typed) == []
    match_text(typed)


def test_an_order_is_found_by_all_that_a_buyer_gives(desk: Desk) -> None:
    order_id = make_order(desk, "3398120571", buyer="林小雨", phone="138 0000 7720")
    other = make_order(desk, "#1042", buyer="Zoë Martin", phone="+44 20 7946 0018")
    with desk.reading() as reader:
        for typed in ("3398120571", "33981", "0571", "林小雨", "小雨", "雨", "7720", "kn-0412"):
            assert order_id in find_order_ids(reader, typed), typed
        for typed in ("1042", "#1042", "zoe", "MARTIN", "martin 0018", "tb_#1042"):
            assert find_order_ids(reader, typed)[0] == other, typed
        assert find_order_ids(reader, "雨小") == []


def test_the_index_follows_a_renamed_buyer_and_an_undo(desk: Desk) -> None:
    order_id = make_order(desk, buyer="林小雨")

    def rename(session: Session) -> None:
        order = session.get_one(Order, order_id)
        order.recipient = ""
        session.get_one(Customer, order.customer_id).name = "欧阳娜"

    done = desk.write("Renamed", rename)
    with desk.reading() as reader:
        assert find_order_ids(reader, "欧阳") == [order_id]
        assert find_order_ids(reader, "小雨") == []
    assert done.change_id
    desk.undo(done.change_id)
    with desk.reading() as reader:
        assert find_order_ids(reader, "欧阳") == []
        assert find_order_ids(reader, "小雨") == [order_id]
        assert words(" 小雨  A ") == ["小雨", "a"]


def test_a_handle_that_changes_hands_is_found_with_its_new_buyer_only(desk: Desk) -> None:
    first = make_order(desk, "A-1", buyer="林小雨")
    second = make_order(desk, "B-2", buyer="张伟")

    def hand_over(session: Session) -> None:
        buyer = session.get_one(Order, first).customer
        assert buyer
        buyer.handles[0].customer_id = session.get_one(Order, second).customer_id or 0

    done = desk.write("Handed over", hand_over)
    with desk.reading() as reader:
        assert find_order_ids(reader, "tb_A-1") == [second]
    assert done.change_id
    desk.undo(done.change_id)
    with desk.reading() as reader:
        assert find_order_ids(reader, "tb_A-1") == [first]


def test_a_waybill_that_goes_alone_is_no_longer_in_its_cases_text(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    parcel = {"case_id": case_id, "direction": "back", "waybill": "SF1234567890123"}

    def lose(session: Session) -> None:
        session.delete(session.scalars(select(Parcel).where(Parcel.case_id == case_id)).one())

    desk.write("Sent", lambda session: session.add(Parcel(**parcel)))
    assert "sf1234567890123" in _text(desk, case_id)
    desk.write("Lost", lose)
    assert "sf1234567890123" not in _text(desk, case_id)


def test_a_step_leaves_search_alone(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    with closing(connect(desk.folder.database)) as connection:
        connection.execute("UPDATE case_doc SET doc = 'as it was'")
    desk.write("Agreed", lambda session: take_step(session, case_id, "agree"))
    assert _text(desk, case_id) == "as it was"


def _text(desk: Desk, case_id: int) -> str:
    with desk.reading() as reader:
        return str(reader.value("SELECT doc FROM case_doc WHERE id = ?", (case_id,)))
