"""`shopdesk today`: lines, JSON and the day sheet, whose and of which day."""

import json
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from shopdesk.desk import Desk
from tests.making import make_order, make_return

from .conftest import Shop


@pytest.fixture
def numbers(desk: Desk) -> list[str]:
    """Two returns that wait for a decision, both of whoever logged them."""
    order = make_order(desk)
    ids = [make_return(desk, order), make_return(desk, order, agree=False)]
    with desk.reading() as reader:
        return [reader.value("SELECT number FROM cases WHERE id = ?", (i,)) for i in ids]


@pytest.fixture
def today(shopdesk: Shop, desk: Desk) -> Shop:
    """Run the command on the shop."""
    return partial(shopdesk, "--data-dir", desk.folder.root, "today")


def test_it_tells_what_is_next_in_lines(today: Shop, numbers: list[str]) -> None:
    told = today()
    assert told.code == 0
    first, *lines = told.out.splitlines()
    assert "Reply 2" in first
    assert [line.split("\t")[1].split(" · ")[0] for line in lines] == numbers
    assert all(line.endswith("\tAgree") for line in lines)


def test_programs_read_json(today: Shop, numbers: list[str]) -> None:
    told = json.loads(today("--json", "--mine", "小李").out)
    assert told["counts"]["reply"] == 2
    assert [task["number"] for task in told["next"]] == numbers
    assert {task["step"] for task in told["next"]} == {"agree"}


def test_the_sheet_is_made_of_any_day(today: Shop, numbers: list[str], tmp_path: Path) -> None:
    place = tmp_path / "day.pdf"
    assert today("-o", place).out.strip() == str(place)
    assert numbers[0] in PdfReader(place).pages[0].extract_text()
    assert today("--date", "2020-01-02", "-o", place).code == 0
    assert numbers[0] not in PdfReader(place).pages[0].extract_text()


def test_what_makes_no_sense_is_said(today: Shop) -> None:
    unknown = today("--mine", "Nobody")
    assert unknown.code == 1
    assert "There are: 小李" in unknown.trouble
    assert today("--date", "2026-13-01", "-o", "x.pdf").code == 2
    for day in ("9999-12-31", "0001-01-01"):
        assert "from 2000 to 2999" in today("--date", day, "-o", "x.pdf").trouble
    assert "end the name in .pdf" in today("-o", "x.txt").trouble
    assert "Name a file with -o." in today("--date", "2026-01-01").trouble
