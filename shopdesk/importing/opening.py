"""Files from outside, opened by what they are and not by what they are called."""

from pathlib import Path

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.importing.guards import check_size, readable
from shopdesk.importing.tables import Table
from shopdesk.importing.text_files import text_table

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")


def open_tables(path: Path) -> tuple[Table, ...]:
    """Open a .csv, .tsv, .txt, .xlsx or .xls file; what it is, is seen by its first bytes.

    Raises:
        DomainError: The file is too large, damaged, or holds no table.
        StorageError: The file is missing or may not be read.
    """
    with readable(path):
        check_size(path)
        with path.open("rb") as file:
            start = file.read(512)
        if start.startswith((_ZIP, _OLE)):
            # calamine is needed for few imports, and not for starting.
            from shopdesk.importing.workbooks import xls_tables, xlsx_tables

            return xlsx_tables(path) if start.startswith(_ZIP) else xls_tables(path)
        return (_plain_table(path, start),)


def _plain_table(path: Path, start: bytes) -> Table:
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP):
        raise DomainError(
            _("This is a web page, not a table. Open it in Excel and save it as .xlsx or CSV.")
        )
    return text_table(path)
