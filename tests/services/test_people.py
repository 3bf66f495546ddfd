"""Whose work it is: who logs a case has it, hands it over, and gets it back by undo."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError
from shopdesk.models import Case, FollowUp
from shopdesk.queries.people import load_owner_name
from shopdesk.queries.return_detail import load_timeline
from shopdesk.services.goods_out import case_for
from shopdesk.services.people import assign, hand_over
from shopdesk.services.records import fetch
from shopdesk.services.shops import add_person
from tests.making import make_order, make_return
from tests.services.snapshots import everything

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
ME, OTHER = 1, 2


@pytest.fixture
def case_id(desk: Desk) -> int:
    desk.write("Person added", lambda s: add_person(s, "王敏"))
    return make_return(desk, make_order(desk))


def owner(desk: Desk, case_id: int) -> str:
    with desk.reading() as reader:
        return load_owner_name(reader, case_id)


def follow(desk: Desk, case_id: int, owner_id: int | None) -> None:
    desk.write(
        "Follow-up",
        lambda s: s.add(
            FollowUp(
                shop_id=1,
                case_id=case_id,
                owner_id=owner_id,
                kind="call_back",
                due_at=NOW,
                created_at=NOW,
            )
        ),
    )


def test_who_logs_a_case_has_it(desk: Desk, case_id: int) -> None:
    assert owner(desk, case_id) == "小李"


def test_handing_over_is_told_with_its_note_and_undone(desk: Desk, case_id: int) -> None:
    follow(desk, case_id, ME)
    follow(desk, case_id, OTHER)
    before = everything(desk)
    written = desk.write("Handed over", lambda s: assign(s, [case_id], OTHER, "speaks German"))
    assert written.value == (case_id,)
    assert owner(desk, case_id) == "王敏"
    with desk.reading() as reader:
        told = load_timeline(reader, case_id)[0]
        assert reader.rows("SELECT DISTINCT owner_id FROM follow_up") == [(OTHER,)]
    assert (told.event, told.text, told.values) == (
        "hand_over_why",
        "speaks German",
        {"person": "王敏"},
    )
    assert written.change_id is not None
    desk.undo(written.change_id)
    assert everything(desk) == before


def test_only_those_that_change_hands_are_told(desk: Desk, case_id: int) -> None:
    second = make_return(desk, make_order(desk, "A2"))
    desk.write("x", lambda s: assign(s, [case_id], None))
    assert owner(desk, case_id) == ""
    assert desk.write("x", lambda s: assign(s, [case_id, second], ME)).value == (case_id,)
    with pytest.raises(DomainError):
        desk.write("x", lambda s: assign(s, [case_id, second], ME))


def test_all_open_work_goes_before_a_holiday(desk: Desk, case_id: int) -> None:
    follow(desk, case_id, ME)
    assert desk.write("x", lambda s: hand_over(s, ME, OTHER, "on holiday")).value == 1
    assert owner(desk, case_id) == "王敏"
    with pytest.raises(FieldError):
        desk.write("x", lambda s: hand_over(s, OTHER, OTHER))


def test_the_first_of_all_is_looked_up_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.settings.change(person="")
    assert desk.person == "小李"
    monkeypatch.setattr("shopdesk.desk.load_people", lambda _reader: pytest.fail("looked again"))
    assert desk.person == "小李"


def test_what_is_opened_for_a_case_is_its_owners(desk: Desk, case_id: int) -> None:
    desk.write("x", lambda s: assign(s, [case_id], OTHER))

    def opened(session: Session) -> int | None:
        case = case_for(session, fetch(session, Case, case_id))
        return case.owner_id

    assert desk.write("x", opened).value == OTHER
