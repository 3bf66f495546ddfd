"""A write is kept whole or leaves nothing, and is recorded."""

import multiprocessing
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.errors import StaleError, StorageError
from shopdesk.models import Customer
from shopdesk.paths import DataFolder
from shopdesk.services.returns import log_return
from shopdesk.storage.connection import connect
from shopdesk.storage.database import unit_of
from shopdesk.storage.troubles import SENTENCES, sentence_of
from tests.making import make_order, return_of

EXPECTED_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "secure_delete": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "recursive_triggers": 1,
    "cell_size_check": 1,
}


def test_the_connection_is_set_up_as_the_power_loss_tests_asked_for(desk: Desk) -> None:
    connection = connect(desk.folder.database)
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in EXPECTED_PRAGMAS}
    assert found == EXPECTED_PRAGMAS
    connection.close()


def test_a_reader_cannot_write(desk: Desk) -> None:
    with desk.reading() as reader, pytest.raises(StorageError):
        reader.rows("DELETE FROM person")


def test_an_exception_leaves_nothing(desk: Desk) -> None:
    def fail(session: Session) -> float:
        session.add(Customer(name="Nobody", created_at=datetime.now(UTC)))
        session.flush()
        return 1 / 0

    with pytest.raises(ZeroDivisionError):
        desk.write("x", fail)
    with desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM customer") == 0
        assert reader.value("SELECT count(*) FROM change WHERE label = 'x'") == 0


def test_a_write_without_a_change_is_not_recorded(desk: Desk) -> None:
    with desk.reading() as reader:
        before = reader.value("SELECT count(*) FROM change")
    assert desk.write("Nothing", lambda session: unit_of(session).by).change_id is None
    with desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM change") == before


def test_a_change_records_who_when_what_before_and_after(desk: Desk) -> None:
    desk.write("Added", lambda s: s.add(Customer(name="林小雨", created_at=datetime.now(UTC))))
    changed = desk.write("Renamed", lambda s: setattr(s.get_one(Customer, 1), "name", "林大雨"))
    with desk.reading() as reader:
        row = reader.row(
            "SELECT person, label, table_name, row_id, before, after FROM change"
            " JOIN changed_row ON change_id = change.id WHERE change.id = ?",
            (changed.change_id,),
        )
    assert row == ("小李", "Renamed", "customer", 1, '{"name":"林小雨"}', '{"name":"林大雨"}')


def test_an_edit_of_an_old_version_is_refused(desk: Desk) -> None:
    desk.write("Added", lambda s: s.add(Customer(name="A", created_at=datetime.now(UTC))))

    def edit(session: Session) -> None:
        customer = session.get_one(Customer, 1)
        session.connection().exec_driver_sql("UPDATE customer SET version = version + 1")
        customer.name = "B"

    with pytest.raises(StaleError):
        desk.write("x", edit)
    with desk.reading() as reader:
        assert reader.value("SELECT name FROM customer") == "A"


def test_a_file_moved_away_while_open_is_noticed_before_the_write_is_lost(desk: Desk) -> None:
    desk.write("Added", lambda s: s.add(Customer(name="A", created_at=datetime.now(UTC))))
    aside = desk.folder.database.with_name("elsewhere.db")
    desk.folder.database.rename(aside)
    shutil.copy(aside, desk.folder.database)
    with pytest.raises(StorageError, match="moved or replaced"):
        desk.write("Lost", lambda s: s.add(Customer(name="B", created_at=datetime.now(UTC))))


def test_another_writer_is_waited_for_then_told_as_a_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shopdesk.storage.connection.BUSY_TIMEOUT_MS", 50)
    other = connect(desk.folder.database)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="Another program"):
        desk.write("x", lambda s: s.add(Customer(name="B", created_at=datetime.now(UTC))))
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize("name", SENTENCES)
def test_every_trouble_of_the_driver_has_a_sentence(name: str, tmp_path: Path) -> None:
    error = driver.OperationalError("x")
    error.sqlite_errorname = name
    sentence = sentence_of(error, tmp_path / "shop.db")
    assert sentence
    assert sentence.endswith(".")


def test_our_own_mistakes_are_not_taken_for_trouble(tmp_path: Path) -> None:
    error = driver.IntegrityError("UNIQUE constraint failed")
    error.sqlite_errorname = "SQLITE_CONSTRAINT_UNIQUE"
    assert sentence_of(error, tmp_path / "shop.db") is None


def _log_returns(root: str, order_id: int, count: int) -> None:
    desk = Desk(DataFolder(Path(root)))
    for _turn in range(count):
        desk.write("Return logged", lambda session: log_return(session, return_of(order_id)))
    desk.close()
    os._exit(0)


def test_two_programs_at_once_give_no_number_twice(desk: Desk) -> None:
    order_id = make_order(desk, quantity=100, paid_minor=100_000)
    spawn = multiprocessing.get_context("spawn")
    workers = [
        spawn.Process(target=_log_returns, args=(str(desk.folder.root), order_id, 15))
        for _nth in range(2)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    with desk.reading() as reader:
        numbers = [row[0] for row in reader.rows("SELECT number FROM cases ORDER BY id")]
    assert len(numbers) == 30
    assert [int(number[-4:]) for number in numbers] == list(range(1, 31))


def test_damaged_text_is_read_with_marks_instead_of_failing(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.write("Added", lambda s: s.add(Customer(name="ok", created_at=datetime.now(UTC))))
    connection = connect(desk.folder.database)
    connection.execute("UPDATE customer SET name = CAST(X'616263FF' AS TEXT)")
    connection.close()
    with desk.reading() as reader:
        assert reader.value("SELECT name FROM customer") == "abc�"
    assert "damaged text" in caplog.text
