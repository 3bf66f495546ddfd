"""The base of every table, and how plain Python values lie in SQLite."""

import json
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import Integer, MetaData, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

STRICT = {"sqlite_strict": True}


class UtcTime(TypeDecorator[datetime]):
    """An aware time as whole seconds since 1970: a third of the bytes of text."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuse a time without a zone: it would be stored hours off."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"a time without a zone cannot be stored: {value}"
            raise ValueError(msg)
        return int(value.timestamp())

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Return the time in UTC."""
        return None if value is None else datetime.fromtimestamp(value, UTC)


class Day(TypeDecorator[date]):
    """A calendar day as ISO text, for sorting and for reading by other programs."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Write `2026-11-22`."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Read `2026-11-22`."""
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0, which a STRICT table knows and BOOLEAN it does not."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Write 1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """Read 1 or 0."""
        return None if value is None else bool(value)


class JsonText(TypeDecorator[dict[str, Any]]):
    """A small record of plain values as JSON text, Chinese left readable."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> str | None:
        """Write compact JSON; dates and times as ISO text."""
        if value is None:
            return None
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, Any] | None:
        """Read JSON."""
        return None if value is None else json.loads(value)


class Base(DeclarativeBase):
    """A table; STRICT, so that SQLite refuses text where a number belongs."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        datetime: UtcTime,
        date: Day,
        bool: Flag,
        str: Text,
        int: Integer,
        dict[str, Any]: JsonText,
    }
    __table_args__: Any = STRICT

    id: Mapped[int] = mapped_column(primary_key=True)


class Versioned:
    """A record that people edit: an update of a version that is gone raises StaleDataError."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let the mapper count versions."""
        return {"version_id_col": cls.version}
