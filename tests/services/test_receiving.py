"""Parcels at the desk: received once, several in one box, refused, and kept without a return."""

from typing import Any

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError
from shopdesk.models import Attachment
from shopdesk.queries.desk import find_scanned
from shopdesk.services.drafts import OwnerlessDraft, ReasonDraft, ReceiptDraft, WaybillDraft
from shopdesk.services.ownerless import keep_parcel, let_parcel_go, match_parcel
from shopdesk.services.receiving import receive_parcel, receive_refused, receive_together
from shopdesk.services.steps import take_step
from shopdesk.storage.database import unit_of
from tests.making import make_order, make_return

BACK = "SF1234567890123"
RECEIPT = ReceiptDraft(BACK, BACK)


def state(desk: Desk, case_id: int) -> str:
    return str(rows(desk, "SELECT state FROM cases WHERE id = ?", case_id)[0][0])


def rows(desk: Desk, sql: str, *values: object) -> list[Any]:
    with desk.reading() as reader:
        return reader.rows(sql, values)


def parcels(desk: Desk, case_id: int) -> list[Any]:
    return rows(
        desk,
        "SELECT waybill, delivered_at IS NOT NULL FROM parcel WHERE case_id = ? ORDER BY id",
        case_id,
    )


def everything(desk: Desk) -> dict[str, list[Any]]:
    """Return all that a person sees of cases and parcels, without what counts writes."""
    return {
        "cases": rows(desk, "SELECT id, state, due_at, due_clock, closed_at FROM cases"),
        "parcel": rows(
            desk, "SELECT id, case_id, waybill, delivered_at, number, note, let_go_at FROM parcel"
        ),
        "return_case": rows(desk, "SELECT id, arrived_at, decided_at FROM return_case"),
        "clock": rows(desk, "SELECT * FROM clock ORDER BY id"),
        "attachment": rows(desk, "SELECT id, case_id, parcel_id FROM attachment"),
        "timeline": rows(desk, "SELECT id, event FROM timeline_entry"),
    }


@pytest.fixture
def case_id(desk: Desk) -> int:
    made = make_return(desk, make_order(desk), agree=True)
    send = WaybillDraft("sf", BACK)
    desk.write("Sent", lambda session: take_step(session, made, "send", send))
    return made


def receive(desk: Desk, case_id: int, draft: ReceiptDraft = RECEIPT, **how: bool) -> int | None:
    return desk.write(
        "Parcel arrived.", lambda session: receive_parcel(session, case_id, draft, **how)
    ).change_id


def keep(desk: Desk, waybill: str = "ZT000011112222", note: str = "") -> int:
    draft = OwnerlessDraft(waybill, note)
    return desk.write("Kept", lambda session: keep_parcel(session, draft)).value


def test_a_parcel_arrives_once_and_a_second_scan_is_harmless(desk: Desk, case_id: int) -> None:
    receive(desk, case_id)
    assert state(desk, case_id) == "arrived"
    assert parcels(desk, case_id) == [(BACK, 1)]
    before = everything(desk)
    with pytest.raises(DomainError, match="is here already"):
        receive(desk, case_id)
    assert everything(desk) == before


def test_another_waybill_is_another_parcel(desk: Desk, case_id: int) -> None:
    receive(desk, case_id)
    receive(desk, case_id, ReceiptDraft("JT1", "JT0000000000001"), another=True)
    assert parcels(desk, case_id) == [(BACK, 1), ("JT0000000000001", 1)]
    assert state(desk, case_id) == "arrived"


def test_another_parcel_found_by_the_slip_has_a_row_of_its_own(desk: Desk, case_id: int) -> None:
    receive(desk, case_id)
    receive(desk, case_id, ReceiptDraft("R-2611-0001"), another=True)
    assert parcels(desk, case_id) == [(BACK, 1), ("", 1)]


def test_found_by_its_number_the_awaited_parcel_is_the_one(desk: Desk, case_id: int) -> None:
    receive(desk, case_id, ReceiptDraft("R-2611-0001"))
    assert parcels(desk, case_id) == [(BACK, 1)]


def test_the_button_of_the_step_marks_the_parcel_too(desk: Desk, case_id: int) -> None:
    desk.write("Here", lambda session: take_step(session, case_id, "receive"))
    assert parcels(desk, case_id) == [(BACK, 1)]


def test_a_parcel_before_its_return_was_agreed_is_received(desk: Desk) -> None:
    asked = make_return(desk, make_order(desk))
    receive(desk, asked)
    assert (state(desk, asked), parcels(desk, asked)) == ("arrived", [(BACK, 1)])


def test_several_returns_in_one_box_are_one_write(desk: Desk, case_id: int) -> None:
    other = make_return(desk, make_order(desk, "3398120572"), agree=True)
    before = everything(desk)
    both = [case_id, other]
    written = desk.write("All here", lambda session: receive_together(session, both, RECEIPT))
    assert [state(desk, i) for i in both] == ["arrived", "arrived"]
    assert parcels(desk, other) == [(BACK, 1)]
    assert written.change_id is not None
    desk.undo(written.change_id)
    assert everything(desk) == before


@pytest.mark.parametrize(
    ("remedy", "step", "said"),
    [("refund_only", "", "the buyer keeps the goods"), ("refund", "cancel", "is over")],
)
def test_what_takes_no_parcel_says_what_to_do(
    desk: Desk, remedy: str, step: str, said: str
) -> None:
    made = make_return(desk, make_order(desk), remedy=remedy)
    if step:
        draft = ReasonDraft("not needed")
        desk.write("Step", lambda session: take_step(session, made, step, draft))
    with pytest.raises(DomainError, match=said):
        receive(desk, made)


def test_a_refused_parcel_is_logged_with_all_that_is_left(desk: Desk) -> None:
    order = make_order(desk, quantity=3)
    make_return(desk, order)
    before = everything(desk)
    written = desk.write("Refused", lambda session: receive_refused(session, order, RECEIPT))
    made = written.value
    assert (state(desk, made), parcels(desk, made)) == ("arrived", [(BACK, 1)])
    (found,) = rows(
        desk,
        "SELECT return_case.remedy, reason.code, return_line.quantity FROM cases"
        " JOIN return_case USING (id) JOIN reason ON reason.id = cases.reason_id"
        " JOIN return_line ON return_line.case_id = cases.id WHERE cases.id = ?",
        made,
    )
    assert found == ("refund", "refused_undeliverable", 2)
    with pytest.raises(DomainError, match="has been returned already"):
        desk.write("Refused", lambda session: receive_refused(session, order, RECEIPT))
    assert written.change_id is not None
    desk.undo(written.change_id)
    assert everything(desk) == before


def test_a_kept_parcel_moves_to_its_return_with_its_photos(desk: Desk, case_id: int) -> None:
    parcel_id = keep(desk, BACK, "blue box")
    photo(desk, parcel_id)
    before = everything(desk)
    written = desk.write("Matched", lambda session: match_parcel(session, parcel_id, case_id))
    assert parcels(desk, case_id) == [(BACK, 1)]
    assert rows(desk, "SELECT case_id, parcel_id FROM attachment") == [(case_id, None)]
    assert state(desk, case_id) == "arrived"
    with pytest.raises(DomainError, match="no longer on the shelf"):
        desk.write("Matched", lambda session: match_parcel(session, parcel_id, case_id))
    assert written.change_id is not None
    desk.undo(written.change_id)
    assert everything(desk) == before


def photo(desk: Desk, parcel_id: int) -> None:
    def add(session: Any) -> None:
        session.add(
            Attachment(
                parcel_id=parcel_id,
                sha256="0" * 64,
                size=1,
                kind="jpg",
                name="box.jpg",
                added_at=unit_of(session).at,
            )
        )

    desk.write("Photo", add)


def test_a_code_longer_than_a_waybill_is_kept_whole_and_found_again(desk: Desk) -> None:
    code = "HTTPS://PARCELS.EXAMPLE/T/" + "0123456789" * 5
    draft = OwnerlessDraft(code, "blue box")
    parcel_id = desk.write("Kept", lambda session: keep_parcel(session, draft)).value
    with desk.reading() as reader:
        (found,) = find_scanned(reader, code).shelf
        assert find_scanned(reader, code + "1").count == 0
    assert (found.id, found.waybill) == (parcel_id, code[:64])
    assert found.note == f"blue box\n{code}"


def test_kept_parcels_have_numbers_of_their_own(desk: Desk) -> None:
    first, second = keep(desk), keep(desk, "")
    numbers = [row[0] for row in rows(desk, "SELECT number FROM parcel ORDER BY id")]
    assert numbers[0].startswith("U-")
    assert numbers[1] == f"{numbers[0][:-1]}2"
    assert first != second


def test_a_parcel_is_let_go_with_a_reason_only(desk: Desk) -> None:
    parcel_id = keep(desk, note="blue box")
    with pytest.raises(FieldError):
        desk.write("Gone", lambda session: let_parcel_go(session, parcel_id, "  "))
    desk.write("Gone", lambda session: let_parcel_go(session, parcel_id, "given to the courier"))
    ((note, gone),) = rows(desk, "SELECT note, let_go_at IS NOT NULL FROM parcel")
    assert (note, gone) == ("blue box\ngiven to the courier", 1)
    with pytest.raises(DomainError, match="no longer on the shelf"):
        desk.write("Gone", lambda session: let_parcel_go(session, parcel_id, "again"))
