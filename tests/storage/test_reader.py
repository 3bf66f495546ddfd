"""A reader holds on to nothing of what was read with it."""

import gc

from shopdesk.desk import Desk
from shopdesk.services.shops import add_person
from shopdesk.storage.reader import Reader, ReaderPool

PEOPLE = "SELECT name FROM person"


def add(desk: Desk, name: str) -> None:
    desk.write("Person added", lambda session: add_person(session, name))


def test_what_was_read_in_part_does_not_outlive_a_reader(desk: Desk) -> None:
    reader = Reader(desk.folder.database)
    rows = reader.stream(PEOPLE)
    next(rows)
    reader.close()
    del rows
    gc.collect()  # any warning is an error: a statement that ended only now would say one


def test_a_reader_that_is_lent_again_does_not_see_an_old_state(desk: Desk) -> None:
    add(desk, "Zoe")
    pool = ReaderPool(desk.folder.database)
    with pool.reading() as reader:
        kept = reader.stream(PEOPLE)
        next(kept)
    add(desk, "Kim")
    with pool.reading() as again:
        assert again is reader
        assert ("Kim",) in again.rows(PEOPLE)
    assert list(kept) == []
    pool.close()
