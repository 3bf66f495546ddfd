"""Old files keep every row on their way to the newest revision, and to the ones after it."""

from pathlib import Path

import pytest

from shopdesk.storage.connection import Connection, connect
from shopdesk.storage.migrations import HISTORY, History, fingerprint
from shopdesk.storage.migrations.run import run_missing
from tests.migrations.dump import DATA, dump
from tests.migrations.future import later_history
from tests.migrations.loading import LANDED, assert_kept, contents, load


def test_every_revision_has_its_data() -> None:
    assert [revision.name for revision in HISTORY.revisions] == LANDED


@pytest.mark.parametrize("name", LANDED)
def test_a_landed_file_has_the_shape_that_its_revision_had(name: str, tmp_path: Path) -> None:
    revision = HISTORY.named(name)
    load(name, tmp_path / "shop.db")
    assert revision is not None
    assert fingerprint(connect(tmp_path / "shop.db")) == revision.fingerprint


def test_the_newest_dump_is_what_the_newest_revision_makes() -> None:
    name = HISTORY.head.name
    assert dump(name) == (DATA / f"{name}.sql").read_text(encoding="utf-8")


@pytest.mark.parametrize("future", [False, True])
@pytest.mark.parametrize("name", LANDED)
def test_an_old_file_keeps_every_row(name: str, tmp_path: Path, *, future: bool) -> None:
    history = later_history(tmp_path) if future else HISTORY
    load(name, tmp_path / "shop.db")
    connection = connect(tmp_path / "shop.db")
    before = contents(connection)
    run_missing(connection, history)
    assert_kept(before, contents(connection))
    assert_sound(connection, history)


def assert_sound(connection: Connection, history: History) -> None:
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert fingerprint(connection) == history.head.fingerprint
    assert connection.execute("PRAGMA user_version").fetchone() == (len(history.revisions),)
    hits = connection.execute("SELECT rowid FROM case_fts WHERE case_fts MATCH 'doc'").fetchall()
    assert hits == [(1,), (2,), (3,)]
