"""The newest revision and the models say the same."""

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from shopdesk.models import Base
from shopdesk.storage.connection import APPLICATION_ID, Connection, connect
from shopdesk.storage.migrations import HISTORY, fingerprint
from shopdesk.storage.migrations.run import script_directory
from shopdesk.storage.upgrade import create
from tests.migrations.shape import shape_of


@pytest.fixture
def migrated(tmp_path: Path) -> Connection:
    create(tmp_path / "shop.db")
    return connect(tmp_path / "shop.db")


@pytest.fixture
def modelled(tmp_path: Path) -> Connection:
    connection = connect(tmp_path / "models.db")
    engine = create_engine(
        "sqlite://", module=driver, creator=lambda: connection, poolclass=StaticPool
    )
    with engine.begin() as transaction:
        Base.metadata.create_all(transaction)
    return connection


def test_every_table_column_and_index_is_that_of_the_models(
    migrated: Connection, modelled: Connection
) -> None:
    found, wanted = shape_of(migrated), shape_of(modelled)
    differences = [f"only in the migrations: {line}" for line in sorted(found - wanted)]
    differences += [f"only in the models: {line}" for line in sorted(wanted - found)]
    if differences:
        pytest.fail("\n".join(differences), pytrace=False)


def test_the_header_names_the_program_and_the_revision(migrated: Connection) -> None:
    assert migrated.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert migrated.execute("PRAGMA user_version").fetchone() == (len(HISTORY.revisions),)
    assert migrated.execute("SELECT version_num FROM alembic_version").fetchall() == [
        (HISTORY.head.name,)
    ]


def test_a_foreign_trigger_changes_the_fingerprint(migrated: Connection) -> None:
    assert fingerprint(migrated) == HISTORY.head.fingerprint
    migrated.execute("CREATE TRIGGER t AFTER INSERT ON orders BEGIN DELETE FROM cases; END")
    assert fingerprint(migrated) != HISTORY.head.fingerprint


def test_what_sqlite_gathers_for_itself_leaves_the_fingerprint_alone(migrated: Connection) -> None:
    migrated.execute("INSERT INTO case_fts(rowid, g) VALUES (1, 'ab cd')")
    migrated.execute("ANALYZE")
    assert fingerprint(migrated) == HISTORY.head.fingerprint


def test_the_list_of_revisions_is_the_folder_of_them() -> None:
    scripts = [script.revision for script in script_directory().walk_revisions()]
    assert [revision.name for revision in HISTORY.revisions] == scripts[::-1]


def test_the_search_index_takes_and_drops_grams(migrated: Connection) -> None:
    migrated.execute("INSERT INTO case_fts(rowid, g) VALUES (7, '^a ^ab 张 张三 1234')")
    found = "SELECT rowid FROM case_fts WHERE case_fts MATCH ?"
    assert migrated.execute(found, ('"张三" AND "^ab"',)).fetchall() == [(7,)]
    migrated.execute("DELETE FROM case_fts WHERE rowid = 7")
    assert migrated.execute(found, ('"1234"',)).fetchall() == []
