"""Tables that go on over a page: under their heads, with company, and named where it matters."""

import pytest

from shopdesk.printing.rows import Row, height_of, pages_of
from shopdesk.printing.tables import Column, Tables
from shopdesk.printing.words import words_of

COLUMNS = (Column("When", 0.5, figures=False), Column("Where", 0.5, figures=False))


def said(page: list[Row]) -> list[str]:
    return [text.text for row in page for text in row.texts]


def laid(room_pt: float, *, comes_again: bool) -> list[list[str]]:
    records = [(str(number), "Leeds") for number in range(1, 7)]
    rows = list(
        Tables(words_of("en"), 0, 300).table("Way", COLUMNS, records, comes_again=comes_again)
    )
    return [said(page) for page in pages_of(rows, min(room_pt, height_of(rows)), room_pt)]


@pytest.mark.parametrize("room_pt", range(75, 142, 3))
@pytest.mark.parametrize("comes_again", [True, False])
def test_no_record_stands_alone_at_a_beginning_or_an_end(
    room_pt: float, *, comes_again: bool
) -> None:
    pages = laid(room_pt, comes_again=comes_again)
    assert len(pages) > 1
    assert pages[0].count("Leeds") > 1
    assert pages[-1].count("Leeds") > 1
    assert all("When" in page for page in pages)
    assert all(("Way" in page) == comes_again for page in pages[1:])
