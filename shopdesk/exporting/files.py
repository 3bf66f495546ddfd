"""Writing an export: streamed row by row, and there whole or not at all.

Text in a .csv that a spreadsheet would take for a formula gets an apostrophe in front, which our
importer takes off again. Cells of an .xlsx say themselves that they are text.
"""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from shopdesk.errors import DomainError
from shopdesk.exporting.columns import (
    Export,
    currency_column,
    json_sql,
    money_columns,
    table_sql,
)
from shopdesk.formats import currency_digits
from shopdesk.i18n import _
from shopdesk.storage.files import move_into_place, system_errors_as_sentences
from shopdesk.storage.reader import Reader

Progress = Callable[[int], None]
Writer = Callable[[Reader, Export, Path, Progress], int]

FORMULA_STARTS = "=+-@\t\r\n|＝＋－＠"
CELL_LENGTH = 32_767
"""The most letters a spreadsheet's cell takes; a longer text is cut in .xlsx alone."""
SHEET_RECORDS = 1_048_575
"""The most records a sheet takes under its row of titles."""
NO_LETTERS = str.maketrans("\ufffe\uffff", "\ufffd\ufffd")
"""What XML takes for no letters at all: with one of them a sheet counts as damaged."""
PROGRESS_EVERY = 1000


def export_to(
    reader: Reader, export: Export, path: Path, progress: Progress = lambda _rows: None
) -> int:
    """Write all records of a kind to `path`; its ending chooses the form. Returns how many.

    Raises DomainError for an ending that is not .csv, .xlsx or .json, StorageError for trouble
    with the disk; an old file of that name stays until the new one is whole.
    """
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise DomainError(
            _("“{name}” cannot be written: end the name in .csv, .xlsx or .json.").format(
                name=path.name
            )
        )
    draft = path.with_name(f".{path.name}.part")
    with system_errors_as_sentences():
        try:
            with reader.snapshot():
                count = write(reader, export, draft, progress)
            move_into_place(draft, path)
        finally:
            draft.unlink(missing_ok=True)
    return count


def _write_json(reader: Reader, export: Export, path: Path, progress: Progress) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("[")
        for (text,) in reader.stream(json_sql(export), export.given()):
            file.write(",\n" if count else "\n")
            file.write(json.dumps(json.loads(text), ensure_ascii=False))
            count = _counted(count, progress)
        file.write("\n]\n")
    return count


def _write_csv(reader: Reader, export: Export, path: Path, progress: Progress) -> int:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        return _fill_csv(reader, export, file, progress)


def _fill_csv(reader: Reader, export: Export, file: TextIO, progress: Progress) -> int:
    writer = csv.writer(file)
    writer.writerow([column.name for column in export.columns])
    count = 0
    for row in _table_rows(reader, export):
        writer.writerow([_csv_cell(value) for value in row])
        count = _counted(count, progress)
    return count


def _csv_cell(value: Any) -> Any:  # noqa: ANN401
    return harmless(value) if isinstance(value, str) else value


def _write_xlsx(reader: Reader, export: Export, path: Path, progress: Progress) -> int:
    from xlsxwriter import Workbook

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(str(path), options) as book:
        sheet = book.add_worksheet(_(export.title))
        sheet.freeze_panes(1, 0)
        head = book.add_format({"bold": True})
        for place, column in enumerate(export.columns):
            sheet.write_string(0, place, column.name, head)
        return _fill_sheet(reader, export, sheet, progress)


def _fill_sheet(reader: Reader, export: Export, sheet: Any, progress: Progress) -> int:  # noqa: ANN401
    count = 0
    for row in _table_rows(reader, export):
        count = _counted(count, progress)
        if count > SHEET_RECORDS:
            raise DomainError(
                _("An .xlsx file holds {count} records at most. End the name in .csv.").format(
                    count=SHEET_RECORDS
                )
            )
        _fill_row(sheet, count, row)
    return count


def _fill_row(sheet: Any, place: int, row: Sequence[Any]) -> None:  # noqa: ANN401
    for column, value in enumerate(row):
        if isinstance(value, str):
            sheet.write_string(place, column, value[:CELL_LENGTH].translate(NO_LETTERS))
        elif value is not None:
            sheet.write_number(place, column, float(value))


def _table_rows(reader: Reader, export: Export) -> Iterator[Sequence[Any]]:
    money = tuple(money_columns(export))
    currency = currency_column(export)
    for row in reader.stream(table_sql(export), export.given()):
        values = list(row)
        for place in money:
            digits = currency_digits(values[currency]) if currency is not None else 2
            values[place] = Decimal(values[place]).scaleb(-digits)
        yield values


def harmless(text: str) -> str:
    """Return a cell's text that no spreadsheet runs as a formula."""
    return f"'{text}" if text and text[0] in FORMULA_STARTS else text


def _counted(count: int, progress: Progress) -> int:
    if (count + 1) % PROGRESS_EVERY == 0:
        progress(count + 1)
    return count + 1


WRITERS: dict[str, Writer] = {".json": _write_json, ".csv": _write_csv, ".xlsx": _write_xlsx}
