"""How an export is described: a table of columns, from which the SQL is made.

Times leave as ISO 8601 in UTC. Money leaves as whole minor units in JSON (`total_minor`), and as
a plain decimal number in tables (`total`), beside its `currency`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """How a column's value is written."""

    TEXT = "text"
    NUMBER = "number"
    TIME = "time"
    FLAG = "flag"
    MONEY = "money"
    RECORD = "record"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    """One field: its name in the file, and the SQL that gives it.

    For a LIST, `sql` is the FROM and WHERE of its rows and `parts` are their columns; `summary`
    is the SQL that says one of them in a few words, for a table's single cell.
    """

    name: str
    sql: str
    kind: Kind = Kind.TEXT
    parts: tuple["Column", ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of record that can be exported; `title` is marked for translation."""

    name: str
    title: str
    columns: tuple[Column, ...]
    source: str
    order: str = field(default="id")
    given: Callable[[], Mapping[str, str]] = dict
    """Values that the SQL names with `:name`, for what does not lie in the database."""


def json_sql(export: Export) -> str:
    """Return the SQL that gives each record as one JSON text, oldest first."""
    return f"SELECT {_object(export.columns)} FROM {export.source} ORDER BY {export.order}"


def table_sql(export: Export) -> str:
    """Return the SQL that gives each record as one row of plain values, oldest first."""
    cells = ", ".join(_cell(column) for column in export.columns)
    return f"SELECT {cells} FROM {export.source} ORDER BY {export.order}"


def _object(columns: tuple[Column, ...]) -> str:
    parts = (f"'{_json_name(column)}', {_json_value(column)}" for column in columns)
    return f"json_object({', '.join(parts)})"


def _json_name(column: Column) -> str:
    return f"{column.name}_minor" if column.kind is Kind.MONEY else column.name


def _json_value(column: Column) -> str:
    match column.kind:
        case Kind.TIME:
            return f"strftime('%Y-%m-%dT%H:%M:%SZ', {column.sql}, 'unixepoch')"
        case Kind.FLAG:
            return f"json(CASE WHEN {column.sql} THEN 'true' ELSE 'false' END)"
        case Kind.RECORD:
            text = column.sql  # what is no JSON leaves as the text that it is
            return f"json(CASE WHEN json_valid({text}) THEN {text} ELSE json_quote({text}) END)"
        case Kind.LIST:
            return f"(SELECT json_group_array({_object(column.parts)}) FROM {column.sql})"
        case _:
            return column.sql


def _cell(column: Column) -> str:
    if column.kind is Kind.LIST:
        return f"(SELECT group_concat({column.summary}, '; ') FROM {column.sql})"
    if column.kind is Kind.TIME:
        return f"strftime('%Y-%m-%d %H:%M:%S', {column.sql}, 'unixepoch')"
    return column.sql


def money_columns(export: Export) -> Iterator[int]:
    """Yield the places of the columns that hold money."""
    return (i for i, column in enumerate(export.columns) if column.kind is Kind.MONEY)


def currency_column(export: Export) -> int | None:
    """Return the place of the column that names the currency of a row's money."""
    names = [column.name for column in export.columns]
    return names.index("currency") if "currency" in names else None
