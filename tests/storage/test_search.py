"""The grams index answers as a scan would, and follows every write."""

import unicodedata

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import Customer, Order
from shopdesk.queries.finder import find_order_ids
from shopdesk.storage.grams import fold, match_text, pieces, query_pieces, words
from tests.making import make_order

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
