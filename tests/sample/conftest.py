"""A sample shop and, in the soak, a larger one: built once, its tables as plain records."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from shopdesk.sample import build_sample
from shopdesk.storage.reader import Reader

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

Record = dict[str, Any]


class Tables:
    """Every row of a file, by table, as a dictionary."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reader = Reader(path)

    def __getitem__(self, table: str) -> list[Record]:
        columns = [row[1] for row in self.reader.rows(f"PRAGMA table_info({table})")]
        rows = self.reader.rows(f"SELECT * FROM {table} ORDER BY 1")
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def by_id(self, table: str) -> dict[int, Record]:
        return {row["id"]: row for row in self[table]}


def build(folder: Path, **how: Any) -> Path:
    path = folder / "shop.db"
    build_sample(path, **{"now": NOW, **how})
    return path


@pytest.fixture(scope="package")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("sample"))


@pytest.fixture(
    scope="package",
    params=[
        pytest.param(None, id="sample"),
        pytest.param(700, id="700 cases", marks=pytest.mark.soak),
    ],
)
def tables(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, sample_path: Path
) -> Tables:
    if request.param is None:
        return Tables(sample_path)
    return Tables(build(tmp_path_factory.mktemp("larger"), cases=request.param, seed=3))
