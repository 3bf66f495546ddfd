"""The search over everything finds by whatever one has at hand, and says where it stands."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import (
    Case,
    Complaint,
    Customer,
    CustomerAddress,
    Parcel,
    Reshipment,
    ReshipmentLine,
    Shop,
)
from shopdesk.queries.everything import Everything, FoundThing, search_everything
from shopdesk.services.timeline import note_event
from tests.conftest import NOW
from tests.making import make_order, make_return


def look(desk: Desk, typed: str, limit: int = 5) -> Everything:
    with desk.reading() as reader:
        return search_everything(reader, typed, limit)


def found(desk: Desk, typed: str) -> dict[str, list[int]]:
    return {group.code: [thing.id for thing in group.things] for group in look(desk, typed).groups}


def spots(thing: FoundThing) -> dict[str, str]:
    return {spot.place: spot.text for spot in thing.spots}


def a_case(session: Session, kind: str, number: str, **buyer: str) -> Case:
    case = Case(kind=kind, number=number, shop_id=1, state="asked", opened_at=NOW, currency="CNY")
    for name, value in buyer.items():
        setattr(case, name, value)
    return case


def reship(session: Session) -> int:
    case = a_case(session, "reshipment", "S-2611-0007", note="needs it by Friday")
    line = ReshipmentLine(position=0, sku="LID-24", title="Spare lid", quantity=1)
    session.add(
        Reshipment(
            case=case,
            reason="missing",
            recipient="Hannah Cole",
            phone="+44 20 7946 0018",
            address="12 Mill Lane, Leeds",
            postcode="LS1 4AP",
            wait_note="out of stock",
            lines=[line],
        )
    )
    session.flush()
    folded = "RB123456785GB"
    session.add(
        Parcel(case_id=case.id, direction="out", waybill="RB 123 456 785 GB", waybill_folded=folded)
    )
    return case.id


def complain(session: Session) -> int:
    case = a_case(session, "complaint", "C-2611-0003", buyer_name="周倩", buyer_handle="qq_zhou")
    complaint = Complaint(case=case, category="product", situation="damaged")
    complaint.wanted, complaint.platform_number = "要求补发杯盖", "TB-88231"
    session.add(complaint)
    session.flush()
    note_event(session, case, "note", text="电话里说很着急")
    note_event(session, case, "copied", text="鑫鑫鑫")
    return case.id


def test_a_reshipment_is_found_by_all_that_it_has(desk: Desk) -> None:
    case_id = desk.write("Logged", reship).value
    for typed in (
        *("S-2611-0007", "s26110007", "2611", "Hannah", "cole", "ha", "lid", "LID-24", "lane"),
        *("LS1 4AP", "0018", "020 7946 0018", "+44 20 7946 0018", "friday", "stock", "hannah lid"),
        *("RB123456785GB", "rb 123 456 785 gb", "785GB"),
    ):
        assert found(desk, typed).get("cases") == [case_id], typed
    assert found(desk, "annah cole leeds").get("cases") == [case_id]
    assert found(desk, "hannah bristol") == {}


def test_a_complaint_is_found_by_one_character(desk: Desk) -> None:
    case_id = desk.write("Logged", complain).value
    for typed in ("周", "倩", "补发", "盖", "qq_zhou", "88231", "着急", "周 盖"):
        assert found(desk, typed).get("cases") == [case_id], typed
    assert found(desk, "鑫") == {}  # a text that was copied is no word about this case
    (thing,) = look(desk, "杯盖").things
    assert (thing.page, thing.kind, thing.name) == ("complaints", "complaint", "C-2611-0003")
    assert spots(thing) == {"wanted": "要求补发杯盖"}


def test_one_look_finds_return_buyer_and_order(desk: Desk) -> None:
    order_id = make_order(desk, "3398120571")
    case_id = make_return(desk, order_id)
    expected = {"cases": [case_id], "customers": [1], "orders": [order_id]}
    for typed in ("林小雨", "雨", "7720", "138 0000 7720", "+86 138-0000-7720", "tb_3398"):
        assert found(desk, typed) == expected, typed
    assert list(found(desk, "3398120571")) == ["orders", "cases", "customers"]
    for thing in look(desk, "7720").things:
        assert spots(thing) == {"contact": "13800007720"}, thing.page


def test_what_is_typed_in_full_stands_first_of_its_sort(desk: Desk) -> None:
    exact = make_order(desk, "10421")
    longer = make_order(desk, "104210")
    assert found(desk, "10421")["orders"] == [exact, longer]
    assert found(desk, "1042")["orders"] == [longer, exact]


def test_less_than_two_letters_find_nothing(desk: Desk) -> None:
    make_order(desk, "A-1", buyer="Ann")
    for typed in ("", " ", "a", "1", "-", "#", "--"):
        assert look(desk, typed).groups == (), typed
    assert found(desk, "an")["orders"]


def test_a_group_says_that_there_is_more(desk: Desk) -> None:
    for n in range(4):
        make_order(desk, f"T-{n}", buyer="张伟")
    answer = look(desk, "张伟", limit=3)
    assert [(g.code, len(g.things), g.more) for g in answer.groups] == [
        ("customers", 3, True),
        ("orders", 3, True),
    ]


def test_buyers_are_found_by_note_and_address_and_not_once_merged(desk: Desk) -> None:
    make_order(desk)

    def know(session: Session) -> None:
        buyer = session.get_one(Customer, 1)
        buyer.note = "prefers WeChat"
        buyer.addresses = [CustomerAddress(recipient="林小雨", address="上海市浦东新区张江路 5 号")]

    desk.write("Known", know)
    assert found(desk, "wechat") == {"customers": [1]}
    assert spots(look(desk, "张江").things[0]) == {"address": "林小雨 上海市浦东新区张江路 5 号"}

    def merge(session: Session) -> None:
        session.get_one(Customer, 1).merged_into_id = 1

    done = desk.write("Merged", merge)
    assert found(desk, "wechat") == {}
    assert done.change_id
    desk.undo(done.change_id)
    assert found(desk, "wechat") == {"customers": [1]}


def test_a_shop_that_masks_contacts_shows_only_what_was_typed(desk: Desk) -> None:
    make_order(desk)

    def mask(session: Session) -> None:
        session.scalars(select(Shop)).one().masks_contacts = True

    desk.write("Masked", mask)
    assert spots(look(desk, "7720").things[0]) == {"contact": "7720"}


def test_solutions_are_found_in_both_languages(desk: Desk) -> None:
    for typed in ("missing part", "漏发"):
        things = [thing for thing in look(desk, typed).things if thing.page == "solutions"]
        assert things, typed


def test_whatever_is_typed_is_no_error(desk: Desk) -> None:
    for typed in ("'; DROP TABLE orders; --", '" OR 1 NEAR( *', "^^^^", "%%", "x" * 5000, "\0a"):
        look(desk, typed)
