"""Text files as tables: .csv, .tsv and .txt, whatever their letters and delimiters."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.importing.encodings import text_shape
from shopdesk.importing.guards import readable
from shopdesk.importing.tables import HEAD_ROWS, Row, Table, limited

_DELIMITERS = ",;\t|"


def text_table(path: Path) -> Table:
    """Return the one table of a text file.

    Raises:
        DomainError: The file is not text; while reading, that a quotation mark never ends.
    """
    shape = text_shape(path)
    delimiter = _delimiter(path, shape.encoding)

    def rows() -> Iterator[Row]:
        return limited(_rows(path, shape.encoding, delimiter))

    name = shape.encoding.removesuffix("-sig")
    return Table(path.stem, name, shape.lines, rows, lossy=shape.lossy)


def _rows(path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    with readable(path), path.open(encoding=encoding, errors="replace", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        line = 1
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            raise DomainError(
                _("Line {line} never ends: a quotation mark is missing or too many.").format(
                    line=line
                )
            ) from error


def _delimiter(path: Path, encoding: str) -> str:
    """Return the sign that gives most cells in the first rows."""

    def cells_with(sign: str) -> int:
        rows = islice(_rows(path, encoding, sign), HEAD_ROWS)
        return max((len(cells) for _line, cells in rows), default=0)

    return max(_DELIMITERS, key=cells_with)
