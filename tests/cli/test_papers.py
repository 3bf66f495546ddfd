"""Every document comes out of the command line as out of the window, and is remembered as out."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from shopdesk.cli.papers import COMMANDS
from shopdesk.desk import Desk
from shopdesk.queries.printing import PrintJobRow, load_print_jobs
from shopdesk.queries.waiting_papers import count_waiting
from shopdesk.rules.documents import DOCUMENTS
from tests.cli.conftest import Shop
from tests.services.reshipping import of_order
from tests.services.test_tracking import sent

NAMES = dict(zip((command.name for command in COMMANDS), DOCUMENTS, strict=True))


def numbers(desk: Desk, kind: str) -> list[str]:
    with desk.reading() as reader:
        found = reader.rows("SELECT number FROM cases WHERE kind = ? ORDER BY id", (kind,))
    return [row[0] for row in found]


def jobs(desk: Desk) -> list[PrintJobRow]:
    with desk.reading() as reader:
        return load_print_jobs(reader)


def waiting(desk: Desk) -> dict[str, int]:
    with desk.reading() as reader:
        return {document: count for document, count in count_waiting(reader).items() if count}


@pytest.mark.parametrize("name", NAMES)
def test_each_document_of_a_case_is_a_pdf_and_a_job(
    shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path, name: str
) -> None:
    of_order(desk)
    (number,) = numbers(desk, DOCUMENTS[NAMES[name]].kind or "return")
    path = tmp_path / "paper.pdf"
    answer = shopdesk(name, number, "-o", path, "--data-dir", shop)
    assert (answer.code, answer.out.strip(), answer.trouble) == (0, str(path), "")
    assert number in PdfReader(path).pages[0].extract_text()
    (job,) = jobs(desk)
    assert (job.document, job.way, job.first_number) == (NAMES[name], "file", number)


def test_several_stand_in_one_file_in_the_order_of_their_names(
    shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path
) -> None:
    for _n in range(3):
        sent(desk)
    names = numbers(desk, "reshipment")[::-1]
    path = tmp_path / "papers.pdf"
    shopdesk("packing-slip", *names, "-o", path, "--data-dir", shop)
    pages = PdfReader(path).pages
    assert all(name in page.extract_text() for name, page in zip(names, pages, strict=True))


def test_all_that_waits_is_taken_out_of_the_queue(
    shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path
) -> None:
    of_order(desk)
    before = waiting(desk)
    assert before["return_slip"] == before["packing_slip"] == 1
    words = ("slip", "--waiting", "-o", tmp_path / "all.pdf", "--data-dir", shop)
    assert shopdesk(*words, "--no-mark").code == 0
    assert (waiting(desk), jobs(desk)) == (before, [])
    assert shopdesk(*words).code == 0
    assert "return_slip" not in waiting(desk)
    answer = shopdesk("slip", "--waiting", "-o", tmp_path / "no.pdf", "--data-dir", shop)
    assert (answer.code, answer.out.strip()) == (0, "Nothing waits to be printed.")
    assert not (tmp_path / "no.pdf").exists()


def test_the_list_of_what_waits_holds_all_that_is_to_be_packed(
    shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path
) -> None:
    for _n in range(3):
        of_order(desk)
    path = tmp_path / "list.pdf"
    shopdesk("packing-list", "--waiting", "-o", path, "--data-dir", shop)
    text = PdfReader(path).pages[0].extract_text()
    assert "3 parcels" in text
    assert all(number in text for number in numbers(desk, "reshipment"))


def test_labels_go_on_where_the_last_ones_ended(
    shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path
) -> None:
    words = ("slip", *numbers(desk, "return"), "--size", "sheet:a4-2x2", "--data-dir", shop)
    shopdesk(*words, "--start", 3, "-o", tmp_path / "first.pdf")
    kept = Desk(desk.folder).settings.now.starts
    assert kept == {"sheet:a4-2x2": 4}
    shopdesk(*words, "-o", tmp_path / "next.pdf")
    assert Desk(desk.folder).settings.now.starts == {"sheet:a4-2x2": 1}


def test_a_pack_speaks_as_the_shops_buyers_do(
    shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path
) -> None:
    (number,) = numbers(desk, "return")
    path = tmp_path / "pack.pdf"
    for words, title in (((), "凭证包"), (("--language", "en"), "Evidence pack")):
        shopdesk("evidence-pack", number, *words, "-o", path, "--data-dir", shop)
        assert title in PdfReader(path).pages[0].extract_text()


def test_what_paper_lacks_is_said_and_printed_all_the_same(
    shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path
) -> None:
    case_id = of_order(desk)
    with desk.database.write("Name", by="小李", values=None) as unit:
        from shopdesk.models import Reshipment

        found = unit.session.get(Reshipment, case_id)
        assert found is not None
        found.recipient, found.address = "Ann 😀", ""
    (number,) = numbers(desk, "reshipment")
    words = ("address-label", number, "-o", tmp_path / "a.pdf", "--data-dir", shop)
    answer = shopdesk(*words)
    assert answer.code == 0
    assert f"{number} has no address yet" in answer.trouble
    assert "😀 is not in the font" in answer.trouble


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (("packing-slip", "R-2611-0001"), (1, "There is no reshipment R-2611-0001.")),
        (("address-label", "R-2611-0001"), (1, "There is no reshipment R-2611-0001.")),
        (("evidence-pack", "X-9999-0001"), (1, "There is no case X-9999-0001.")),
        (("inspection-sheet", "{number}", "--size", "60x40"), (1, "is no paper for this; choose")),
        (("slip", "{number}", "--size", "sheet:99"), (1, "is no paper for this; choose")),
        (("slip",), (2, "Missing: one of NUMBER --waiting.")),
        (("slip", "{number}", "--waiting"), (2, "exclude each other")),
        (("slip", "{number}", "--start", "0"), (2, "no whole number")),
        (("slip", "{number}", "--size", "sheet:a4-2x2", "--start", "5"), (1, "has 4 labels")),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    shopdesk: Shop, shop: Path, desk: Desk, words: tuple[str, ...], outcome: tuple[int, str]
) -> None:
    (number,), (code, sentence) = numbers(desk, "return"), outcome
    path = shop / "a.pdf"
    asked = [word.format(number=number) for word in words]
    answer = shopdesk(*asked, "-o", path, "--data-dir", shop)
    assert (answer.code, path.exists(), jobs(desk)) == (code, False, [])
    assert sentence in answer.trouble


def test_a_printer_that_is_not_there_is_named(
    shopdesk: Shop, shop: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no.sock"))
    (number,) = numbers(desk, "return")
    answer = shopdesk("slip", number, "--printer", "Zebra", "--data-dir", shop)
    assert answer.code == 1
    assert "This computer has no printer." in answer.trouble
    assert jobs(desk) == []
    assert "no printer" in shopdesk("printers").out
