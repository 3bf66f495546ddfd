"""How revisions write tables: every one STRICT, with an id, its rules named by what they hold."""

from collections.abc import Mapping, Sequence
from typing import Any

from alembic import op
from sqlalchemy import (
    Column,
    Constraint,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)


def table(
    name: str,
    *columns: Column[Any],
    unique: Sequence[tuple[str, ...]] = (),
    refers: Mapping[str, str] | None = None,
) -> None:
    """Create a table; `refers` gives, for columns, the table whose id they hold."""
    constraints: list[Constraint] = [
        PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(UniqueConstraint(*cols, name=f"uq_{name}_{'_'.join(cols)}") for cols in unique),
        *(
            ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{name}_{column}")
            for column, parent in (refers or {}).items()
        ),
    ]
    op.create_table(name, number("id"), *columns, *constraints, sqlite_strict=True)


def number(name: str, *, null: bool = False) -> Column[int]:
    """Return a column of whole numbers; times and flags are numbers too."""
    return Column(name, Integer, nullable=null)


def words(name: str, *, null: bool = False) -> Column[str]:
    """Return a column of text; days and records are text too."""
    return Column(name, Text, nullable=null)


def index(name: str, of: str, columns: Sequence[str], *, where: str | None = None) -> None:
    """Create an index on columns of a table, each as in SQL."""
    condition = text(where) if where else None
    op.create_index(name, of, [text(c) for c in columns], sqlite_where=condition)
