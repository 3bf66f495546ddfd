"""What no ShopDesk wrote is told by the number of its case, and exported all the same."""

import json
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shopdesk.exporting.files import export_to
from shopdesk.exporting.returns import RETURNS
from shopdesk.queries.readable import find_unreadable
from shopdesk.sample import build_sample
from shopdesk.storage.connection import connect
from shopdesk.storage.reader import Reader

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

BREAKS = (
    ("UPDATE return_case SET advice = '{broken' WHERE id = 3", "cannot be read"),
    ("UPDATE return_case SET advice = '[1]' WHERE id = 3", "cannot be read"),
    ("""UPDATE timeline_entry SET "values" = 'NaN' WHERE case_id = 3""", "cannot be read"),
    ("UPDATE policy SET rules = '' WHERE id = 1", "cannot be read"),
    ("UPDATE cases SET state = 'lost' WHERE id = 3", "“lost”"),
    ("UPDATE return_case SET remedy = 'gift' WHERE id = 3", "“gift”"),
    ("UPDATE clock SET code = 'tea' WHERE case_id = 3", "“tea”"),
    ("UPDATE cases SET opened_at = -1 WHERE id = 3", "-1 is no time"),
    ("UPDATE clock SET due_at = 9e18 WHERE case_id = 3", "no time"),
    ("UPDATE return_case SET send_by = '2026-02-31' WHERE id = 3", "no day"),
    ("UPDATE complaint SET situation = 'rain'", "“rain”"),
    ("UPDATE complaint_option SET does = 'dance'", "“dance”"),
    ("UPDATE follow_up SET kind = 'tea'", "“tea”"),
    ("UPDATE tracking_event SET status = 'flown'", "“flown”"),
    ("UPDATE reshipment SET zone = 'moon'", "“moon”"),
    ("UPDATE follow_up SET due_at = -1", "-1 is no time"),
    ("UPDATE print_job SET document = 'bill' WHERE id = 1", "“bill”"),
    ("UPDATE print_job SET way = 'pigeon' WHERE id = 1", "“pigeon”"),
    ("UPDATE print_job SET at = -1 WHERE id = 1", "-1 is no time"),
    ("UPDATE shop SET timezone = 'Mars/Olympus' WHERE id = 1", "“Mars/Olympus”"),
    ("UPDATE attachment SET sha256 = '../../etc/passwd' WHERE id = 1", "names no kept file"),
    ("UPDATE attachment SET kind = 'exe' WHERE id = 1", "names no kept file"),
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("readable") / "shop.db"
    build_sample(path, now=NOW, cases=60)
    return path


def test_all_of_a_sound_file_can_be_read(sound: Path) -> None:
    with closing(Reader(sound)) as reader:
        assert list(find_unreadable(reader)) == []


def told_after(copy: Path, statement: str) -> list[str]:
    with closing(connect(copy)) as connection:
        assert connection.execute(statement).rowcount
    with closing(Reader(copy)) as reader:
        return [
            trouble.sentence.format(number=trouble.number, found=trouble.found)
            for trouble in find_unreadable(reader)
        ]


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(sound, tmp_path / "shop.db")


@pytest.mark.parametrize(("statement", "words"), BREAKS)
def test_what_cannot_be_read_is_told_and_exported_as_it_is(
    copy: Path, tmp_path: Path, statement: str, words: str
) -> None:
    told = told_after(copy, statement)
    assert told
    assert all(words in sentence for sentence in told)
    with closing(Reader(copy)) as reader:
        export_to(reader, RETURNS, tmp_path / "returns.json")
    assert len(json.loads((tmp_path / "returns.json").read_text("utf-8"))) == 60


def test_a_number_that_is_no_text_is_told_with_a_mark_in_its_place(copy: Path) -> None:
    told = told_after(copy, "UPDATE cases SET number = CAST(x'522dff' AS TEXT) WHERE id = 3")
    assert told == ["R-\ufffd: its number cannot be read as text."]
