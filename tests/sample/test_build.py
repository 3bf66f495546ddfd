"""The sample's file: whole or not at all, the same for the same day and seed."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shopdesk.errors import StorageError
from shopdesk.paths import ATTACHMENTS
from shopdesk.rules.states import OPEN_STATES
from shopdesk.sample import BuildCancelledError, build_sample
from shopdesk.sample.tables import TABLES
from shopdesk.services.setup import seed_reference
from shopdesk.storage.connection import connect
from shopdesk.storage.database import Database
from shopdesk.storage.grams import match_text
from shopdesk.storage.reader import Reader
from shopdesk.storage.shape import Shape, shape_of
from shopdesk.storage.upgrade import create
from tests.sample.conftest import NOW, Tables, build
from tests.storage.full_disks import can_mount, small_disk

USUAL = {"cases": 60, "seed": 5}


def _digest(path: Path) -> str:
    """Return a sum over every table's rows, the search index's own tables included."""
    reader, digest = Reader(path), hashlib.sha256()
    names = reader.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for (name,) in names:
        if not name.endswith("_fts"):
            digest.update(repr((name, reader.rows(f"SELECT * FROM {name}"))).encode())
    return digest.hexdigest()


@pytest.fixture(scope="module")
def usual_digest(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _digest(build(tmp_path_factory.mktemp("usual"), **USUAL))


def test_same_seed_and_day_give_the_same_rows(tmp_path: Path, usual_digest: str) -> None:
    later = build(tmp_path, **USUAL, now=NOW + timedelta(hours=7))
    assert _digest(later) == usual_digest


@pytest.mark.parametrize("how", [{"seed": 6}, {"now": NOW + timedelta(days=1)}, {"cases": 61}])
def test_another_seed_day_or_size_give_others(
    tmp_path: Path, usual_digest: str, how: dict[str, object]
) -> None:
    assert _digest(build(tmp_path, **{**USUAL, **how})) != usual_digest


@pytest.mark.parametrize("cases", [1, 2, 17, pytest.param(900, marks=pytest.mark.soak)])
def test_exactly_so_many_cases(tmp_path: Path, cases: int) -> None:
    reader = Reader(build(tmp_path, cases=cases))
    assert reader.value("SELECT count(*) FROM cases WHERE kind = 'return'") == cases


def test_sample_has_the_promised_size(sample_path: Path) -> None:
    reader = Reader(sample_path)
    assert reader.value("SELECT count(*) FROM return_case") == 450
    assert reader.value("SELECT count(*) FROM orders") == 8100
    first = reader.value("SELECT min(ordered_at) FROM orders")
    assert datetime.fromtimestamp(first, UTC) < NOW - timedelta(days=396)
    newest = reader.value("SELECT max(ordered_at) FROM orders")
    assert datetime.fromtimestamp(newest, UTC) > NOW - timedelta(days=2)


@pytest.mark.parametrize(
    "month", [7, *(pytest.param(month, marks=pytest.mark.soak) for month in (3, 12))]
)
def test_desk_is_busy_in_every_season(tmp_path: Path, month: int) -> None:
    """The soak adds what it is in spring and in winter."""
    now = datetime(2026, month, 19, tzinfo=UTC)
    reader = Reader(build(tmp_path, now=now))
    found: dict[str, int] = dict(
        reader.rows(
            "SELECT state, count(*) FROM cases"
            " WHERE closed_at IS NULL AND kind = 'return' GROUP BY 1"
        )
    )
    assert found.keys() == set(OPEN_STATES)
    late = reader.value(
        "SELECT count(*) FROM cases WHERE kind = 'return' AND due_at < ?", (now.timestamp(),)
    )
    assert 30 <= sum(found.values()) <= 40
    assert 3 <= late <= 20


def test_refuses_a_file_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        build_sample(path, now=NOW)
    assert path.read_text() == "mine"


def test_cancelled_leaves_nothing(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with pytest.raises(BuildCancelledError):
        build(tmp_path, progress=lambda *how: told.append(how), cancelled=lambda: len(told) > 99)
    assert not list(tmp_path.iterdir())
    assert told == sorted(told)
    assert all(0 <= done <= total for done, total in told)


@can_mount
def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1_500) as disk:
        with pytest.raises(StorageError):
            build(disk, cases=200)
        assert not list(disk.iterdir())


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build(tmp_path, cases=40, progress=lambda *how: told.append(how))
    assert told[-1][0] == told[-1][1]


def test_is_a_shop_file_like_any_other(sample_path: Path) -> None:
    connection = connect(sample_path)
    assert shape_of(connection) is Shape.CURRENT
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    beside = {path.name for path in sample_path.parent.iterdir()}
    assert beside == {sample_path.name, ATTACHMENTS}


def test_rows_have_every_column_of_their_tables(sample_path: Path) -> None:
    reader = Reader(sample_path)
    for kind, table in TABLES.items():
        columns = {row[1] for row in reader.rows(f"PRAGMA table_info({table})")}
        assert columns - {"id"} == set(kind._fields) - {"id"}, table


def test_search_index_is_what_a_rebuild_would_give(sample_path: Path) -> None:
    reader = Reader(sample_path)
    for kind, table in (("case", "cases"), ("order", "orders")):
        assert reader.value(f"SELECT count(*) FROM {kind}_doc") == reader.value(
            f"SELECT count(*) FROM {table}"
        )
    (number, doc), *_rest = reader.rows(
        "SELECT number, doc FROM orders JOIN order_doc USING (id) WHERE id = 78"
    )
    hits = reader.rows("SELECT rowid FROM order_fts WHERE order_fts MATCH ?", (match_text(number),))
    assert (78,) in hits
    assert number in doc


def test_starts_with_what_a_fresh_shop_has(sample_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "fresh.db"
    create(path)
    database = Database(path)
    with database.write("Set up", by="Anna") as unit:
        seed_reference(unit.session)
    database.close()
    fresh, sample = Tables(path), Tables(sample_path)
    assert sample["reason"] == fresh["reason"]
    assert sample["courier"][: len(fresh["courier"])] == fresh["courier"]
