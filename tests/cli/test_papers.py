"""Packing slips, labels and evidence packs come out of the command line as out of the window."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from shopdesk.desk import Desk
from tests.cli.conftest import Shop
from tests.services.test_tracking import sent


@pytest.mark.parametrize("command", ["packing-slip", "address-label"])
def test_two_of_them_are_one_pdf(
    shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path, command: str
) -> None:
    sent(desk)
    sent(desk)
    with desk.reading() as reader:
        rows = reader.rows("SELECT number FROM cases WHERE kind = 'reshipment' ORDER BY id")
    path = tmp_path / "papers.pdf"
    answer = shopdesk(command, *(row[0] for row in rows), "-o", path, "--data-dir", shop)
    assert (answer.code, answer.out.strip()) == (0, str(path))
    pages = PdfReader(path).pages
    assert all(row[0] in page.extract_text() for row, page in zip(rows, pages, strict=True))
    assert "林小雨" in pages[0].extract_text()


def test_a_pack_is_made_of_any_kind(shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path) -> None:
    sent(desk)
    with desk.reading() as reader:
        numbers = [row[0] for row in reader.rows("SELECT number FROM cases")]
    for number in numbers:
        path = tmp_path / f"{number}.pdf"
        assert shopdesk("evidence-pack", number, "-o", path, "--data-dir", shop).code == 0
        assert number in PdfReader(path).pages[0].extract_text()


def test_a_pack_speaks_as_the_shops_buyers_do(
    shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path
) -> None:
    sent(desk)
    with desk.reading() as reader:
        number = reader.value("SELECT number FROM cases")
    path = tmp_path / "pack.pdf"
    for words, title in (((), "凭证包"), (("--language", "en"), "Evidence pack")):
        shopdesk("evidence-pack", number, *words, "-o", path, "--data-dir", shop)
        assert title in PdfReader(path).pages[0].extract_text()


@pytest.mark.parametrize(
    ("command", "number", "sentence"),
    [
        ("packing-slip", "R-2611-0001", "There is no reshipment R-2611-0001."),
        ("address-label", "R-2611-0001", "There is no reshipment R-2611-0001."),
        ("evidence-pack", "X-9999-0001", "There is no case X-9999-0001."),
    ],
)
def test_a_number_of_another_kind_is_refused(
    shopdesk: Shop, shop: Path, command: str, number: str, sentence: str
) -> None:
    path = shop / "a.pdf"
    answer = shopdesk(command, number, "-o", path, "--data-dir", shop)
    assert (answer.code, path.exists()) == (1, False)
    assert sentence in answer.trouble
