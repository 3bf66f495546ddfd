"""Waybills added and corrected; couriers kept, added, changed, and new presets in old files."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.models import Courier
from shopdesk.queries.couriers import find_twins, load_all_couriers, load_carriers, load_couriers
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.services.couriers import add_courier, change_courier
from shopdesk.services.drafts import CourierDraft, ReasonDraft, WaybillDraft
from shopdesk.services.steps import take_step
from shopdesk.services.waybills import add_waybill, correct_waybill
from tests.making import make_order, make_return

SF = WaybillDraft("sf", "SF1234567890123")


def detail(desk: Desk, case_id: int) -> ReturnDetail:
    with desk.reading() as reader:
        found = load_return_detail(reader, case_id)
    assert found is not None
    return found


def sent_return(desk: Desk, number: str = "A1", draft: WaybillDraft = SF) -> int:
    case_id = make_return(desk, make_order(desk, number), agree=True)
    desk.write("Sent", lambda session: take_step(session, case_id, "send", draft))
    return case_id


def test_a_wrong_waybill_is_corrected_noted_and_taken_back(desk: Desk) -> None:
    case_id = sent_return(desk)
    parcel = detail(desk, case_id).parcels[0]
    right = WaybillDraft("zto", "78210033419921")
    written = desk.write(
        "Corrected", lambda s: correct_waybill(s, parcel.id, right, parcel.version)
    )
    found = detail(desk, case_id)
    assert [(each.courier, each.waybill) for each in found.parcels] == [("zto", "78210033419921")]
    assert found.timeline[0].event == "waybill_corrected"
    assert found.timeline[0].values["before"] == "SF1234567890123"
    with pytest.raises(StaleError):
        desk.write("Again", lambda s: correct_waybill(s, parcel.id, SF, parcel.version))
    assert written.change_id is not None
    desk.undo(written.change_id)
    assert detail(desk, case_id).parcels[0].waybill == "SF1234567890123"
    assert detail(desk, case_id).parcels[0].courier == "sf"


def test_the_same_waybill_once_more_changes_nothing(desk: Desk) -> None:
    case_id = sent_return(desk)
    parcel = detail(desk, case_id).parcels[0]
    written = desk.write("Corrected", lambda s: correct_waybill(s, parcel.id, SF, parcel.version))
    assert written.change_id is None


def test_a_further_parcel_is_added_while_the_return_is_open(desk: Desk) -> None:
    case_id = sent_return(desk)
    version = detail(desk, case_id).version
    second = WaybillDraft("sf", "SF1234567890124")
    desk.write("Added", lambda session: add_waybill(session, case_id, second, version))
    assert len(detail(desk, case_id).parcels) == 2
    version = detail(desk, case_id).version
    stop = ReasonDraft("The buyer keeps it.")
    desk.write("Cancelled", lambda session: take_step(session, case_id, "cancel", stop))
    version = detail(desk, case_id).version
    with pytest.raises(DomainError, match="No parcel is awaited"):
        desk.write("Added", lambda session: add_waybill(session, case_id, second, version))


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (WaybillDraft("sf", "  "), "waybill"),
        (WaybillDraft("sf", "—/—"), "waybill"),
        (WaybillDraft("sf", "1" * 65), "waybill"),
        (WaybillDraft("nobody", "1234"), "courier"),
    ],
)
def test_what_is_no_waybill_is_refused_at_its_field(
    desk: Desk, draft: WaybillDraft, field: str
) -> None:
    with pytest.raises(FieldError) as refused:
        sent_return(desk, draft=draft)
    assert refused.value.field == field


def test_the_same_waybill_on_another_open_return_is_shown_not_forbidden(desk: Desk) -> None:
    first = sent_return(desk, "A1")
    second = sent_return(desk, "A2", WaybillDraft("sf", "sf 12345-67890123"))
    with desk.reading() as reader:
        twins = find_twins(reader, " SF1234567890123 ", second)
        assert [(twin.case_id, twin.buyer) for twin in twins] == [(first, "林小雨")]
        assert find_twins(reader, "—", second) == []


def test_couriers_used_lately_and_the_one_that_brought_it_come_first(desk: Desk) -> None:
    sent_return(desk, "A1", WaybillDraft("zto", "78210033419921"))
    sent_return(desk, "A2")
    with desk.reading() as reader:
        carriers = load_carriers(reader, 1, None)
    assert (carriers.region, carriers.used, carriers.likely) == ("CN", ("sf", "zto"), "sf")


def test_a_preset_newer_than_the_file_is_offered_and_gets_its_row_when_used(desk: Desk) -> None:
    def forget(session: Session) -> None:
        session.delete(session.scalars(select(Courier).where(Courier.code == "yodel")).one())

    desk.write("An older file", forget)
    with desk.reading() as reader:
        offered = {courier.code: courier.version for courier in load_couriers(reader)}
    assert offered["yodel"] == 0
    first = sent_return(desk, "A1", WaybillDraft("yodel", "JD0123456789012345"))
    sent_return(desk, "A2", WaybillDraft("yodel", "JD0123456789012346"))
    assert detail(desk, first).parcels[0].tracking_url.startswith("https://www.yodel.co.uk/")
    with desk.reading() as reader:
        sent = reader.value("SELECT min(change_id) FROM changed_row WHERE table_name = 'parcel'")
        assert len(load_all_couriers(reader)) == len(offered)
    desk.undo(sent)  # the first parcel: its row of the list stays for the second one
    assert detail(desk, first).parcels == ()


def test_own_couriers_are_added_renamed_and_put_away(desk: Desk) -> None:
    draft = CourierDraft("同城跑腿", "https://example.com/track/{n}")
    code = desk.write("Added", lambda session: add_courier(session, draft)).value
    case_id = sent_return(desk, draft=WaybillDraft(code, "P1"))
    assert detail(desk, case_id).parcels[0].courier_name == "同城跑腿"
    away = CourierDraft("跑腿", "", archived=True)
    desk.write("Changed", lambda session: change_courier(session, code, away, 1))
    with desk.reading() as reader:
        assert code not in {courier.code for courier in load_couriers(reader)}
        (kept,) = [each for each in load_all_couriers(reader) if each.code == code]
    assert (kept.name, kept.archived, kept.version) == ("跑腿", True, 2)
    with pytest.raises(StaleError):
        desk.write("Changed", lambda session: change_courier(session, code, draft, 1))


def test_a_preset_with_its_own_name_keeps_none(desk: Desk) -> None:
    with desk.reading() as reader:
        (sf,) = [courier for courier in load_couriers(reader) if courier.code == "sf"]
    same = CourierDraft("SF Express", sf.tracking_url)
    written = desk.write("Changed", lambda s: change_courier(s, "sf", same, sf.version))
    assert written.change_id is None


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (CourierDraft(" "), "name"),
        (CourierDraft("X", "example.com/{n}"), "tracking_url"),
        (CourierDraft("X", "https://example.com/"), "tracking_url"),
        (CourierDraft("X", "javascript:alert({n})"), "tracking_url"),
        (CourierDraft("X", "https://a.b/{n}/{m}"), "tracking_url"),
    ],
)
def test_a_courier_without_a_name_or_with_a_strange_address_is_refused(
    desk: Desk, draft: CourierDraft, field: str
) -> None:
    with pytest.raises(FieldError) as refused:
        desk.write("Added", lambda session: add_courier(session, draft))
    assert refused.value.field == field


def test_two_couriers_of_one_name_are_refused(desk: Desk) -> None:
    desk.write("Added", lambda session: add_courier(session, CourierDraft("跑腿")))
    with pytest.raises(FieldError, match="already have a courier"):
        desk.write("Added", lambda session: add_courier(session, CourierDraft("跑腿")))
