"""Excel files as tables of text: real dates as ISO, whole numbers without a fraction."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.importing.guards import check_workbook, damaged_workbook
from shopdesk.importing.tables import Row, Table, limited

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

MAX_EXACT_DIGITS = 15
"""What a number cell of Excel holds; digits after these are lost."""


def workbook_tables(path: Path, *, is_zip: bool) -> tuple[Table, ...]:
    """Return the visible sheets that hold anything, in the workbook's order.

    Raises:
        DomainError: The workbook is locked, damaged, or unpacks to far too much.
    """
    if is_zip:
        check_workbook(path)
    try:
        with CalamineWorkbook.from_path(path) as book:
            names = [
                sheet.name
                for sheet in book.sheets_metadata
                if sheet.visible == SheetVisibleEnum.Visible
            ]
            sheets = [book.get_sheet_by_name(name) for name in names]
    except PasswordError as error:
        raise DomainError(
            _("The Excel file has a password. Save it without one, then import it.")
        ) from error
    except CalamineError as error:
        raise damaged_workbook() from error
    kind = "xlsx" if is_zip else "xls"
    return tuple(_table(sheet, kind) for sheet in sheets if sheet.height)


def _table(sheet: CalamineSheet, kind: str) -> Table:
    def rows() -> Iterator[Row]:
        return limited(_rows(sheet))

    return Table(sheet.name, kind, sheet.total_height, rows)


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    # calamine gives the empty rows above the first cell too, so lines are those of the sheet.
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        yield line, [cell if isinstance(cell, str) else cell_text(cell) for cell in cells]


def cell_text(cell: Cell) -> str:
    """Return what a cell says; a number too long to be exact is written as 3.51E+16."""
    if isinstance(cell, float):
        return _number_text(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ")
    return str(cell)


def _number_text(number: float) -> str:
    if abs(number) >= 10**MAX_EXACT_DIGITS:
        return f"{number:.{MAX_EXACT_DIGITS - 1}E}"
    return str(int(number)) if number.is_integer() else repr(number)
