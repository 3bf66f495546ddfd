"""Which printers are found, what they say of themselves, and what they take."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from shopdesk.printers import cups_server, find_printers, why_not
from shopdesk.printers.facts import PrinterFacts, SheetMm
from shopdesk.printers.fitting import misfit
from shopdesk.printers.found import PrinterRow
from shopdesk.printers.order import PrinterError
from shopdesk.printers.qt_facts import find_all
from shopdesk.printing.sizes import PAPER_SIZES
from tests.printers.print_system import PrintSystem, Queue


def row(name: str) -> PrinterRow:
    return next(row for row in find_printers() if row.name == name)


def test_a_label_printer_is_told_from_others(zebra: Queue, zebra_300: Queue, office: Queue) -> None:
    assert row(zebra.name) == PrinterRow(zebra.name, zebra.name, 203, True, False)
    assert (row(zebra_300.name).dpi, row(zebra_300.name).is_label) == (300, True)
    assert (row(office.name).dpi, row(office.name).is_label) == (300, False)


def test_the_default_comes_first(system: PrintSystem, zebra: Queue, office: Queue) -> None:
    system.run("lpadmin", "-d", zebra.name)
    first = find_printers()[0]
    assert (first.name, first.is_default) == (zebra.name, True)


def test_trouble_is_told(system: PrintSystem, office: Queue) -> None:
    system.run("cupsdisable", office.name)
    assert row(office.name).trouble.startswith("Office is stopped.")
    system.run("cupsenable", office.name)
    system.run("cupsreject", office.name)
    assert row(office.name).trouble.startswith("Office takes no jobs.")
    system.run("cupsaccept", office.name)
    assert row(office.name).trouble == ""


def test_a_label_printer_takes_what_is_not_too_wide(zebra: Queue) -> None:
    taken = [code for code, size in PAPER_SIZES.items() if not why_not(zebra.name, size)]
    assert taken == [code for code in PAPER_SIZES if code != "letter"]


def test_a_printer_of_few_sizes_names_them(system: PrintSystem) -> None:
    queue = system.add("Fixed", sizes=("A4", "A5"), custom="")
    assert why_not(queue.name, PAPER_SIZES["A5"]) == ""
    assert why_not(queue.name, PAPER_SIZES["100x150"]) == (
        "Fixed does not take 100 × 150 mm. It takes: A5, A4."
    )


def test_no_print_system_has_no_printers(
    system: PrintSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    assert find_printers() == []
    assert "does not answer" in why_not("Zebra", PAPER_SIZES["A4"])


@pytest.mark.parametrize("place", ["a b", "[::1", "localhost:port"])
def test_a_print_system_at_no_place_is_told_of(
    system: PrintSystem, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("CUPS_SERVER", place)
    assert "does not answer" in why_not("Zebra", PAPER_SIZES["A4"])


def test_an_instance_is_no_printer_of_its_own(
    system: PrintSystem, office: Queue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("HOME", "CUPS_SERVERROOT"):  # where root keeps instances, and where others do
        monkeypatch.setenv(place, str(tmp_path))
    draft = f"{office.name}/draft"
    system.run("lpoptions", "-p", draft, "-o", "sides=one-sided")
    system.run("lpoptions", "-d", draft)
    assert draft in system.run("lpstat", "-e")
    rows = find_printers()
    assert [row.name for row in rows if row.name.startswith(office.name)] == [office.name]
    assert rows[0].is_default
    assert why_not(draft, PAPER_SIZES["A4"]) == (
        f"There is no printer {draft} any more. Choose another."
    )


def test_one_that_hangs_is_told_of(system: PrintSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups_server, "PATIENCE_S", 0.3)
    system.hang()
    try:
        with pytest.raises(PrinterError, match="does not answer"):
            find_printers()
    finally:
        system.go_on()


def test_qt_finds_what_cups_tells(zebra: Queue, qapp: QGuiApplication) -> None:
    with ThreadPoolExecutor(1) as thread:  # a new one asks CUPS anew where it is
        found = thread.submit(find_all).result(20)
    facts = next(one for one in found if one.name == zebra.name)
    assert (facts.code_dpi, facts.is_label, facts.trouble) == (203, True, "")
    assert [code for code, size in PAPER_SIZES.items() if misfit(facts, size)] == ["letter"]


@pytest.mark.parametrize(
    ("dpis", "usual", "codes"),
    [
        ((203,), 0, 203),
        ((300,), 300, 300),
        ((203, 300, 600), 0, 203),
        ((203, 300, 600), 300, 300),
        ((600, 1200), 600, 300),
        ((180, 360), 360, 300),
        ((), 0, 300),
    ],
)
def test_codes_are_sized_in_dots_that_the_printer_has(
    dpis: tuple[int, ...], usual: int, codes: int
) -> None:
    assert PrinterFacts("P", "P", dpis=dpis, usual_dpi=usual).code_dpi == codes


def test_narrow_paper_or_a_word_makes_a_label_printer() -> None:
    assert PrinterFacts("P", "P", sheets=(SheetMm(62, 100),)).is_label
    assert PrinterFacts("P", "P", model="DYMO LabelWriter 4XL").is_label
    assert not PrinterFacts("P", "P", dpis=(600,), sheets=(SheetMm(210, 297),)).is_label


def test_a_printer_that_says_nothing_takes_everything() -> None:
    assert misfit(PrinterFacts("P", "P"), PAPER_SIZES["60x40"]) == ""
