"""Lists for the bench read what the records say, many cases at once and in the order asked."""

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import DomainError
from shopdesk.queries.paper_lists import InspectionSheet, PackingList
from shopdesk.queries.papers import read_papers
from tests.making import make_order, make_return
from tests.services.reshipping import of_nothing, of_order, take


def sheets(desk: Desk, *ids: int) -> list[InspectionSheet]:
    with desk.reading() as reader:
        return list(read_papers(reader, "inspection_sheet", ids))


def listed(desk: Desk, *ids: int) -> PackingList:
    with desk.reading() as reader:
        (found,) = read_papers(reader, "packing_list", ids)
    assert isinstance(found, PackingList)
    return found


def test_a_sheet_says_what_should_come_and_what_to_look_at(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk), agree=True, note="Smells of smoke")
    (sheet,) = sheets(desk, case_id)
    assert (sheet.buyer_name, sheet.order_number) == ("林小雨", "3398120571")
    assert (sheet.reason, sheet.remedy, sheet.note) == ("too_small", "refund", "Smells of smoke")
    (line,) = sheet.lines
    assert (line.title, line.sku, line.quantity) == ("云柔针织开衫", "KN-0412-M", 1)
    assert line.rule.startswith("Tags on")
    assert (sheet.shop_name, sheet.region, sheet.waybills) == ("云柔家居", "CN", ())


def test_sheets_come_in_the_order_asked_for(desk: Desk) -> None:
    ids = [make_return(desk, make_order(desk, f"O-9{n}")) for n in range(3)]
    backward = [sheet.number for sheet in sheets(desk, *reversed(ids))]
    assert backward == sorted(backward, reverse=True)


def test_a_case_of_another_kind_is_refused(desk: Desk) -> None:
    return_id, parcel_id = make_return(desk, make_order(desk)), of_nothing(desk)
    with pytest.raises(DomainError, match="return is no longer there"):
        sheets(desk, return_id, parcel_id)
    with pytest.raises(DomainError, match="reshipment is no longer there"):
        listed(desk, parcel_id, return_id)


def test_a_list_holds_the_parcels_and_what_they_need(desk: Desk) -> None:
    ids = [of_order(desk), of_nothing(desk), of_order(desk)]
    take(desk, ids[2], "pack")
    found = listed(desk, *ids)
    assert [parcel.state for parcel in found.parcels] == ["to_pack", "to_pack", "packed"]
    assert {parcel.recipient for parcel in found.parcels} == {"林小雨"}
    assert found.units == 3
    assert [(pick.quantity, pick.parcels) for pick in found.picks()] == [(2, ((1, 1), (2, 1)))]
    assert found.shop_names == ("云柔家居",)


def test_a_parcel_likely_goes_with_the_courier_that_was_used_last(desk: Desk) -> None:
    sent, waiting = of_order(desk), of_order(desk)
    assert listed(desk, waiting).parcels[0].courier == ""
    take(desk, sent, "send")
    assert listed(desk, waiting).parcels[0].courier == "sf"
