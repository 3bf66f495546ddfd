"""Excel files as tables of text: real dates as ISO, whole numbers without a fraction."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
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
from shopdesk.importing.isolation import Sheets, read_apart
from shopdesk.importing.tables import Row, Table, limited

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

MAX_EXACT_DIGITS = 15
"""What a number cell of Excel holds; digits after these are lost."""


def xlsx_tables(path: Path) -> tuple[Table, ...]:
    """Return the visible sheets of an .xlsx file that hold anything, in their order.

    Raises:
        DomainError: The workbook is locked, damaged, or unpacks to far too much.
    """
    check_workbook(path)
    return tuple(
        Table(sheet.name, "xlsx", sheet.total_height, partial(_rows_of_sheet, sheet))
        for sheet in _sheets(path)
    )


def xls_tables(path: Path) -> tuple[Table, ...]:
    """Return the visible sheets of an .xls file that hold anything, in their order.

    Raises:
        DomainError: The workbook is locked or damaged.
    """
    return tuple(
        Table(name, "xls", len(rows), partial(_rows_of_list, rows))
        for name, rows in read_apart(_whole_sheets, path)
    )


def _sheets(path: Path) -> list[CalamineSheet]:
    try:
        with CalamineWorkbook.from_path(path) as book:
            sheets = [
                book.get_sheet_by_name(sheet.name)
                for sheet in book.sheets_metadata
                if sheet.visible == SheetVisibleEnum.Visible
            ]
    except PasswordError as error:
        raise DomainError(
            _("The Excel file has a password. Save it without one, then import it.")
        ) from error
    except CalamineError as error:
        raise damaged_workbook() from error
    return [sheet for sheet in sheets if sheet.height]


def _whole_sheets(path: Path) -> Sheets:
    return [
        (sheet.name, [cells for _line, cells in _rows_of_sheet(sheet)]) for sheet in _sheets(path)
    ]


def _rows_of_sheet(sheet: CalamineSheet) -> Iterator[Row]:
    """Yield rows as text; calamine gives the empty rows above the first cell too."""
    return limited(
        (line, [cell if isinstance(cell, str) else cell_text(cell) for cell in cells])
        for line, cells in enumerate(sheet.iter_rows(), start=1)
    )


def _rows_of_list(rows: list[list[str]]) -> Iterator[Row]:
    return limited(enumerate(rows, start=1))


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
