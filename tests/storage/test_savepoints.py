"""A part of a write that is given up leaves neither rows nor records; the rest is kept."""

import pytest
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import Case, Shop
from shopdesk.services.records import fetch
from shopdesk.services.returns import add_note
from shopdesk.storage.recording import recorder_of, savepoint
from tests.making import make_order, make_return


def give_up(session: Session, case_id: int) -> None:
    with savepoint(session):
        fetch(session, Shop, 1).name = "within"
        fetch(session, Case, case_id).note = "changed"
        add_note(session, case_id, "gone")
        session.flush()
        raise ZeroDivisionError


def test_what_a_given_up_block_recorded_is_forgotten(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))

    def work(session: Session) -> None:
        fetch(session, Shop, 1).name = "before"
        with pytest.raises(ZeroDivisionError):
            give_up(session, case_id)
        with savepoint(session):
            add_note(session, case_id, "kept")
        assert {table for table, _id in recorder_of(session).rows} == {"shop", "timeline_entry"}

    desk.write("x", work)
    with desk.reading() as reader:
        assert reader.value("SELECT name FROM shop") == "before"
        assert reader.value("SELECT note FROM cases") == ""
        texts = reader.rows("SELECT text FROM timeline_entry WHERE event = 'note'")
        assert texts == [("kept",)]
