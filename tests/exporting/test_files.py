"""Exports read back: every value of every record, whatever people typed."""

import csv
import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, StorageError
from shopdesk.exporting.files import FORMULA_STARTS, export_to
from shopdesk.exporting.kinds import EXPORTS
from shopdesk.models import Case, Customer, FollowUp, Order
from shopdesk.paths import DataFolder
from shopdesk.services.case_drafts import FollowUpDraft, ReshipmentDraft
from shopdesk.services.complaints import log_complaint
from shopdesk.services.drafts import GoodsOutDraft, GoodsOutLine
from shopdesk.services.follow_ups import add_follow_up
from shopdesk.services.reshipments import log_reshipment
from shopdesk.storage.reader import Reader
from tests.complaining import complaint_of
from tests.making import make_order, make_return
from tests.services.printed import mark

AWKWARD = [
    "=1+1",
    "+86 138 0000 7720",
    "-5",
    "@home",
    "two\nlines",
    "carriage\r\nreturn",
    "🧶 and 👩‍👩‍👧",
    '"quoted", with a comma',
    "＝full width",
    "\ttab",
    " spaces ",
    "NULL",
    "0012",
    "1e5",
    "2026-11-22",
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory, shop_folder: DataFolder) -> Iterator[Reader]:
    """A shop whose orders and cases carry awkward notes, one case of each kind for each note."""
    copy = tmp_path_factory.mktemp("awkward") / "shop"
    shutil.copytree(shop_folder.root, copy)
    desk = Desk(DataFolder(copy))
    for place, text in enumerate(AWKWARD):
        order_id = make_order(desk, f"A-{place:04d}")
        case_id = make_return(desk, order_id, agree=bool(place % 2))
        desk.write("More", lambda session, i=order_id, t=text: log_more(session, i, t))  # type: ignore[misc]
        desk.write("Noted", lambda session, i=case_id, t=text: note(session, i, t))  # type: ignore[misc]
    mark(desk, "return_slip", case_id, printer="=Zebra")
    reading = Reader(desk.folder.database)
    yield reading
    reading.close()
    desk.close()


def log_more(session: Any, order_id: int, text: str) -> None:
    goods = GoodsOutDraft((GoodsOutLine("Lamp", 1),), "周倩")
    out = ReshipmentDraft(shop_id=1, reason="lost", goods=goods, order_id=order_id)
    complaint = complaint_of(order_id=order_id)
    for case_id in (log_reshipment(session, out), log_complaint(session, complaint)):
        session.get(Case, case_id).note = text
    due = datetime(2026, 12, 1, tzinfo=UTC)
    made = add_follow_up(session, FollowUpDraft("call_back", due, case_id=case_id))
    session.get(FollowUp, made).note = text


def note(session: Any, case_id: int, text: str) -> None:
    case = session.get(Case, case_id)
    case.note = text
    case.order.buyer_note = text
    case.order.address = text


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{k: plain(v) for k, v in row.items()} for row in csv.DictReader(file)]


def plain(cell: str) -> str:
    """Take off the apostrophe that keeps a spreadsheet from running a cell."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA_STARTS else cell


def xlsx_rows(path: Path) -> list[dict[str, Any]]:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    names = [str(name) for name in rows[0]]
    return [dict(zip(names, row, strict=True)) for row in rows[1:]]


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("orders", "buyer_note"),
        *((kind, "note") for kind in ("returns", "reshipments", "complaints", "follow-ups")),
    ],
)
def test_what_people_typed_comes_back_from_every_form(
    reader: Reader, tmp_path: Path, kind: str, field: str
) -> None:
    for ending in ("csv", "xlsx", "json"):
        path = tmp_path / f"all.{ending}"
        assert export_to(reader, EXPORTS[kind], path) == len(AWKWARD)
        assert [row[field] for row in rows_of(path)] == AWKWARD, ending


def rows_of(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".json":
        found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return found
    return xlsx_rows(path) if path.suffix == ".xlsx" else csv_rows(path)


@pytest.mark.parametrize("kind", EXPORTS)
def test_tables_say_what_json_says(reader: Reader, tmp_path: Path, kind: str) -> None:
    for ending in ("csv", "xlsx", "json"):
        export_to(reader, EXPORTS[kind], tmp_path / f"all.{ending}")
    whole = rows_of(tmp_path / "all.json")
    table, sheet = csv_rows(tmp_path / "all.csv"), xlsx_rows(tmp_path / "all.xlsx")
    assert len(whole) == len(table) == len(sheet) > 0
    for record, row, cells in zip(whole, table, sheet, strict=True):
        for name, value in record.items():
            if name.endswith("_minor"):
                money = name.removesuffix("_minor")
                assert Decimal(row[money]).scaleb(2) == value
                assert round(cells[money] * 100) == value
            elif name.endswith("_at") and value:
                assert moment(row[name]) == moment(value)
            elif isinstance(value, str):
                assert row[name] == value
                assert cells[name] == value


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text.removesuffix("Z")).replace(tzinfo=UTC)


def test_no_cell_of_a_csv_begins_like_a_formula(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    export_to(reader, EXPORTS["orders"], path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell[:1] and cell[0] in FORMULA_STARTS]


def test_a_sheet_holds_only_what_xml_takes(desk: Desk, tmp_path: Path) -> None:
    make_order(desk, "A-1\uffff\ufffe", buyer="nil\x00\x0b")
    path = tmp_path / "orders.xlsx"
    with desk.reading() as reader:
        export_to(reader, EXPORTS["orders"], path)
    with ZipFile(path) as book:
        text = "".join(book.read(name).decode() for name in book.namelist())
    assert not set("\uffff\ufffe\x00\x0b") & set(text)


def test_money_has_the_digits_of_its_currency(desk: Desk, tmp_path: Path) -> None:
    make_order(desk, paid_minor=1500)
    desk.write("In yen", lambda session: set_currency(session, "JPY"))
    path = tmp_path / "orders.csv"
    with desk.reading() as reading:
        export_to(reading, EXPORTS["orders"], path)
    assert csv_rows(path)[0]["total"] == "1500"


def set_currency(session: Any, code: str) -> None:
    session.get(Order, 1).currency = code


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40))
def test_any_name_comes_back_from_csv_and_json(desk: Desk, tmp_path: Path, text: str) -> None:
    desk.write("Named", lambda session: session.add(Customer(name=text, created_at=NOON)))
    for ending in ("csv", "json"):
        path = tmp_path / f"customers.{ending}"
        with desk.reading() as reading:
            export_to(reading, EXPORTS["customers"], path)
        assert rows_of(path)[-1]["name"] == text or text[:1] == "'"


NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_an_old_file_stays_where_the_new_one_cannot_be_made(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "orders.doc"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(DomainError):
        export_to(reader, EXPORTS["orders"], path)
    assert path.read_text(encoding="utf-8") == "old"
    with pytest.raises(StorageError):
        export_to(reader, EXPORTS["orders"], tmp_path / "none" / "orders.csv")


def test_a_sheet_is_not_cut_in_silence(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shopdesk.exporting.files.SHEET_RECORDS", 3)
    path = tmp_path / "orders.xlsx"
    with pytest.raises(DomainError, match="at most"):
        export_to(reader, EXPORTS["orders"], path)
    assert list(tmp_path.glob("*orders*")) == []


def test_exports_name_every_column_of_the_tables(reader: Reader) -> None:
    """A column added to a table is exported too, or left out on purpose here."""
    left_out = {"orders": {"id", "shop_id", "customer_id", "version"}}
    columns = {row[1] for row in reader.rows("PRAGMA table_info(orders)")}
    sql = " ".join(column.sql for column in EXPORTS["orders"].columns)
    missing = {name for name in columns - left_out["orders"] if f"orders.{name}" not in sql}
    assert missing == set()
