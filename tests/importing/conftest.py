"""Exports written by ourselves on the platforms' headers."""

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from shopdesk.importing.drafts import ReadResult
from shopdesk.importing.reader import read_order_files

Rows = Sequence[Mapping[str, str]]
WriteCsv = Callable[..., Path]
Read = Callable[..., ReadResult]


@pytest.fixture
def write_csv(tmp_path: Path) -> WriteCsv:
    """Write rows below a header; cells that a row does not name are empty."""

    def write(
        name: str, header: Sequence[str], rows: Rows, *, encoding: str = "utf-8", sign: str = ","
    ) -> Path:
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.DictWriter(file, header, restval="", delimiter=sign)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


@pytest.fixture
def read() -> Read:
    """Read files as a shop in Shanghai would, amounts in yuan where nothing is said."""

    def read_files(
        *paths: Path, platform: str | None = None, day_first: bool | None = None
    ) -> ReadResult:
        zone = ZoneInfo("Asia/Shanghai")
        return read_order_files(
            paths, timezone=zone, default_currency="CNY", platform=platform, day_first=day_first
        )

    return read_files
