"""The queue of papers after anything: a plain recount, and orders that packers rely on."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from shopdesk.desk import Desk
from shopdesk.models import Case, Shop
from shopdesk.queries.print_queue import (
    find_waiting_ids,
    load_queue,
    sorted_ids,
)
from shopdesk.queries.queue_orders import natural
from shopdesk.queries.waiting_papers import count_waiting
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.printing import ORDERS
from shopdesk.services.case_drafts import BuyerDraft, ReshipmentDraft
from shopdesk.services.drafts import DispatchDraft, GoodsOutDraft, GoodsOutLine
from shopdesk.services.goods_out import change_goods_out
from shopdesk.services.printing import drop_wishes, mark_printed, print_later
from shopdesk.services.reshipments import log_reshipment, take_reshipment_step
from shopdesk.storage.reader import Reader
from tests.services.anything import AnyDay, Work
from tests.services.printed import mark, printed, wish
from tests.services.reshipping import GOODS

STEPS_TAKEN = 260


def test_the_queue_is_what_a_look_at_every_row_says(desk: Desk) -> None:
    day = AnyDay(desk, seed=5)
    for n in range(STEPS_TAKEN):
        day.do()
        day.write(paper_deed(day))
        if n % 9 == 0:
            day.undo()
        if n % 20 == 0:
            assert_recounted(day)
    assert day.rows("SELECT 1 FROM print_job LIMIT 1")


def paper_deed(day: AnyDay) -> Work:
    """Return something that people do with papers; some of it will be refused."""
    document = day.dice.choice([*DOCUMENTS])
    cases = [case_id for (case_id,) in day.rows("SELECT id FROM cases")]
    few = day.dice.sample(cases, day.dice.randint(1, 3))
    address = day.dice.choice(("文三路 1 号", "文三路 2 号"))
    goods = GoodsOutDraft(GOODS.lines, address=address)
    deeds: list[Work] = [
        lambda session: mark_printed(session, printed(document, *few)),
        lambda session: print_later(session, document, few),
        lambda session: drop_wishes(session, document, few),
        lambda session: change_goods_out(session, few[0], goods),
    ]
    return day.dice.choice(deeds)


def assert_recounted(day: AnyDay) -> None:
    with day.desk.reading() as reader:
        counts: dict[str, int] = {}
        for document in DOCUMENTS:
            expected = set(recounted(reader, document))
            for order in ORDERS:
                found = find_waiting_ids(reader, document, order)
                assert len(found) == len(expected)
                assert set(found) == expected
                assert sorted_ids(reader, document, found[::-1], order) == found
            counts |= {document: len(expected)} if expected else {}
        assert count_waiting(reader) == counts


def recounted(reader: Reader, document: str) -> Iterator[int]:
    """Yield what waits for a document, by looking at one case after the other."""
    wishes = set(reader.rows("SELECT document, case_id FROM print_wish"))
    for case_id, kind, state in reader.rows(
        "SELECT id, kind, state FROM cases WHERE closed_at IS NULL"
    ):
        if (document, case_id) in wishes or (
            DOCUMENTS[document].awaited
            and DOCUMENTS[document].kind == kind
            and is_awaited(reader, document, case_id, state)
        ):
            yield case_id


def is_awaited(reader: Reader, document: str, case_id: int, state: str) -> bool:
    if document == "return_slip":
        sql = "SELECT goods_back AND slip_printed_at IS NULL FROM return_case WHERE id = ?"
        return state == "agreed" and bool(reader.value(sql, (case_id,)))
    if state not in ("to_pack", "packed"):
        return False
    if document == "packing_slip":
        sql = "SELECT slip_printed_at IS NULL FROM reshipment WHERE id = ?"
        return bool(reader.value(sql, (case_id,)))
    jobs = "SELECT at FROM print_job WHERE document = 'address_label' AND id IN"
    of_case = "(SELECT job_id FROM print_item WHERE case_id = ?)"
    labels = [at for (at,) in reader.rows(f"{jobs} {of_case}", (case_id,))]
    sql = "SELECT at, \"values\" FROM timeline_entry WHERE event = 'reship_change' AND case_id = ?"
    changes = [at for at, values in reader.rows(sql, (case_id,)) if "true" in values]
    return max(labels, default=-1) < max(changes, default=0)


def out(desk: Desk, name: str, *goods: tuple[str, int], number: str = "") -> int:
    """Log a reshipment of some goods to somebody; returns the case's id."""
    lines = tuple(GoodsOutLine(sku, quantity, sku=sku) for sku, quantity in goods)
    draft = ReshipmentDraft(
        1, "goodwill", GoodsOutDraft(lines, recipient=name), buyer=BuyerDraft(name)
    )
    case_id = desk.write("x", lambda session: log_reshipment(session, draft)).value
    if number:
        desk.write("x", lambda session: setattr(session.get(Case, case_id), "number", number))
    return case_id


def ordered(desk: Desk, order: str) -> list[int]:
    with desk.reading() as reader:
        return find_waiting_ids(reader, "packing_slip", order)


def test_the_same_goods_come_together(desk: Desk) -> None:
    both = out(desk, "a", ("B-2", 1), ("A-1", 1))
    second = out(desk, "b", ("B-2", 1))
    first = out(desk, "c", ("A-1", 2))
    again = out(desk, "d", ("A-1", 1), ("B-2", 1))
    fewer = out(desk, "e", ("A-1", 1))
    assert ordered(desk, "goods") == [fewer, first, both, again, second]


def test_numbers_are_counted_and_buyers_named(desk: Desk) -> None:
    ten = out(desk, "bea", ("A", 1), number="S-2611-10")
    nine = out(desk, "Ada", ("A", 1), number="S-2611-9")
    assert ordered(desk, "number") == [nine, ten]
    assert ordered(desk, "buyer") == [nine, ten]
    assert ordered(desk, "oldest") == [ten, nine]
    assert natural("S-9A") < natural("S-10") < natural("S-10-1")


def test_parcels_of_a_courier_come_together(desk: Desk) -> None:
    cases = [out(desk, "a", ("A", 1)) for _n in range(3)]
    used = out(desk, "z", ("A", 1))
    dispatch = DispatchDraft("yto", "YT0000000000001", 900)
    desk.write("x", lambda session: take_reshipment_step(session, used, "send", dispatch))
    with desk.reading() as reader:
        rows = load_queue(reader, "packing_slip", "courier")
    assert [row.courier for row in rows] == ["yto"] * 3
    assert [row.case_id for row in rows] == cases


def test_who_waits_longest_is_a_wish_since_it_was_made(desk: Desk) -> None:
    first, second = (out(desk, "a", ("A", 1)) for _n in range(2))
    for hours, case_id in ((1, second), (2, first)):
        at = datetime.now(UTC) + timedelta(hours=hours)
        with desk.database.write("x", by="小李", at=at) as unit:
            print_later(unit.session, "packing_list", [case_id])
    with desk.reading() as reader:
        assert find_waiting_ids(reader, "packing_list") == [second, first]
        wanted = [first, second, 99]  # the last one is not there any more
        assert sorted_ids(reader, "packing_list", wanted, "oldest") == [second, first]
        assert sorted_ids(reader, "packing_slip", [second, first, first], "oldest") == [
            first,
            second,
        ]


def test_addresses_are_masked_where_the_shop_masks(desk: Desk) -> None:
    draft = ReshipmentDraft(1, "goodwill", GOODS, buyer=BuyerDraft("林小雨"))
    desk.write("x", lambda session: log_reshipment(session, draft))

    def place() -> str:
        with desk.reading() as reader:
            return load_queue(reader, "packing_slip")[0].place

    assert place() == GOODS.address
    desk.write("x", lambda session: setattr(session.get(Shop, 1), "masks_contacts", True))
    assert place() == "浙江省杭州市****"


def test_a_list_shows_the_first_ones_only(desk: Desk) -> None:
    for n in range(4):
        out(desk, f"{n}", ("A", 1), ("B", 1))
    wish(desk, "packing_list", ordered(desk, "oldest"))
    mark(desk, "packing_list", ordered(desk, "oldest")[0])
    with desk.reading() as reader:
        rows = load_queue(reader, "packing_list", "number", most=2)
    assert [(row.buyer_name, row.units, row.other_lines) for row in rows] == [
        ("1", 1, 1),
        ("2", 1, 1),
    ]
