"""Undo restores every row, or says who changed what since; the walk of states undoes each step."""

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import AlreadyUndoneError, DomainError
from shopdesk.i18n import speak
from shopdesk.rules.evidence import EvidencePlace, StoredFile
from shopdesk.services.drafts import OwnerlessDraft, ReasonDraft, WaybillDraft
from shopdesk.services.evidence import attach
from shopdesk.services.ownerless import keep_parcel, match_parcel
from shopdesk.services.replies import note_copied
from shopdesk.services.returns import add_note
from shopdesk.services.steps import take_step
from tests.making import make_order, make_return
from tests.services.snapshots import everything


def last_change(desk: Desk) -> int:
    with desk.reading() as reader:
        return int(reader.value("SELECT max(id) FROM change"))


def test_logging_a_return_can_be_undone_and_its_number_is_not_given_again(desk: Desk) -> None:
    order_id = make_order(desk)
    before = everything(desk)
    start = last_change(desk)
    make_return(desk, order_id, agree=True)
    desk.undo(start + 1)
    assert everything(desk) == before
    make_return(desk, order_id)
    with desk.reading() as reader:
        assert reader.value("SELECT number FROM cases").endswith("-0002")


def test_logging_without_agreeing_can_be_undone_at_once(desk: Desk) -> None:
    order_id = make_order(desk)
    before = everything(desk)
    start = last_change(desk)
    make_return(desk, order_id)
    desk.undo(start + 1)
    assert everything(desk) == before


def test_words_that_were_copied_go_with_their_return_and_come_back_with_it(desk: Desk) -> None:
    order_id = make_order(desk)
    before, start = everything(desk), last_change(desk)
    case_id = make_return(desk, order_id)
    desk.write("Copied", lambda session: note_copied(session, case_id, "agree_refund", "Send it."))
    there = everything(desk)
    desk.undo(start + 1)
    assert everything(desk) == before
    desk.undo(last_change(desk))
    assert everything(desk) == there


def test_what_was_built_on_it_is_named(desk: Desk) -> None:
    order_id = make_order(desk)
    order_change = last_change(desk)
    make_return(desk, order_id)
    with pytest.raises(DomainError, match=r"小李 changed R-\d{4}-0001 since \(Return logged, "):
        desk.undo(order_change)


def test_who_changed_the_same_record_since_is_named(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    agreed = desk.write("Return agreed.", lambda session: take_step(session, case_id, "agree"))
    other = Desk(desk.folder)
    desk.settings.change(person="王敏")
    cancel = ReasonDraft("x")
    other.write("Return cancelled.", lambda s: take_step(s, case_id, "cancel", cancel))
    other.close()
    assert agreed.change_id
    with pytest.raises(DomainError, match=r"since \(Return cancelled, \d+:\d\d.*\)\. Undo that"):
        desk.undo(agreed.change_id)
    speak("zh_CN")
    with pytest.raises(DomainError, match=r"R-\d{4}-0001"):
        desk.undo(agreed.change_id)


def test_a_later_change_that_was_undone_itself_is_not_blamed(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    agreed = desk.write("Return agreed.", lambda session: take_step(session, case_id, "agree"))
    first = desk.write("First.", lambda s: take_step(s, case_id, "cancel", ReasonDraft("x")))
    assert first.change_id
    desk.undo(first.change_id)
    desk.write("Second.", lambda s: take_step(s, case_id, "cancel", ReasonDraft("y")))
    assert agreed.change_id
    with pytest.raises(DomainError, match=r"\(Second, "):
        desk.undo(agreed.change_id)


def test_what_does_not_touch_the_same_columns_does_not_stand_in_the_way(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    agreed = desk.write("Return agreed.", lambda session: take_step(session, case_id, "agree"))
    desk.write("Note added.", lambda session: add_note(session, case_id, "Called."))
    assert agreed.change_id
    desk.undo(agreed.change_id)


def test_matching_a_parcel_with_its_photo_can_be_undone_and_done_again(desk: Desk) -> None:
    """It takes the awaited parcel's place, moves evidence and takes the parcel in: one change."""
    case_id = make_return(desk, make_order(desk), agree=True)
    sent = WaybillDraft("sf", "SF1234567890123")
    desk.write("Sent.", lambda session: take_step(session, case_id, "send", sent))
    kept = OwnerlessDraft(waybill="SF1234567890123")
    parcel_id = desk.write("Kept.", lambda session: keep_parcel(session, kept)).value
    photo = StoredFile("a" * 64, 3, "jpg", "box.jpg")
    place = EvidencePlace(parcel_id=parcel_id)
    desk.write("Photo.", lambda session: attach(session, [photo], place))
    before = everything(desk)
    matched = desk.write("Matched.", lambda session: match_parcel(session, parcel_id, case_id))
    after = everything(desk)
    assert matched.change_id
    undone = desk.undo(matched.change_id)
    assert everything(desk) == before
    assert undone.change_id
    desk.undo(undone.change_id)
    assert everything(desk) == after


def test_the_same_change_is_undone_once(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    agreed = desk.write("agree", lambda session: take_step(session, case_id, "agree"))
    assert agreed.change_id
    desk.undo(agreed.change_id)
    with pytest.raises(AlreadyUndoneError, match="already undone"):
        desk.undo(agreed.change_id)
