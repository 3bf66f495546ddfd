"""Before and after of every row that a write changes, gathered while it runs."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Table, event, insert, inspect
from sqlalchemy.orm import Session, UOWTransaction
from sqlalchemy.types import TypeDecorator

from shopdesk.models import Base, CaseDoc, Change, ChangedRow, NumberCounter, OrderDoc

Values = dict[str, Any]
RowKey = tuple[str, int]

# Derived or never taken back, so not part of what a person changed.
UNRECORDED = {
    table.__tablename__ for table in (Change, ChangedRow, NumberCounter, CaseDoc, OrderDoc)
}


class Recorder:
    """What one write has done so far, by row; several edits of a row become one."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.rows: dict[RowKey, tuple[Values | None, Values | None]] = {}
        self.bulk_rows = 0
        event.listen(session, "after_flush", self._after_flush)

    def record(self, key: RowKey, before: Values | None, after: Values | None) -> None:
        """Add one change of one row; `None` stands for a row that is not there."""
        if key in self.rows:
            before, after = _joined(self.rows[key], before, after)
        if before is None and after is None:
            del self.rows[key]
        else:
            self.rows[key] = (before, after)

    def save(self, change_id: int) -> None:
        """Write the gathered rows as those of `change_id`."""
        records = [
            {
                "change_id": change_id,
                "table_name": table,
                "row_id": row_id,
                "before": before,
                "after": after,
            }
            for (table, row_id), (before, after) in self.rows.items()
        ]
        if records:
            self.session.execute(insert(ChangedRow), records)

    @property
    def is_empty(self) -> bool:
        """Whether the write has changed nothing."""
        return not self.rows and not self.bulk_rows

    def _after_flush(self, session: Session, _context: UOWTransaction) -> None:
        for instance in session.new:
            self._note(instance, None, _all_values(instance))
        for instance in session.dirty:
            before, after = _changed_values(instance)
            if after:
                self._note(instance, before, after)
        for instance in session.deleted:
            self._note(instance, _all_values(instance), None)

    def _note(self, instance: object, before: Values | None, after: Values | None) -> None:
        table = inspect(type(instance)).local_table
        if table.name not in UNRECORDED:
            self.record((table.name, instance.id), before, after)  # type: ignore[attr-defined]


def recorder_of(session: Session) -> Recorder:
    """Return the recorder of the write that a session belongs to."""
    found = session.info["recorder"]
    assert isinstance(found, Recorder)  # noqa: S101 - put there by the write unit
    return found


def stored(table: Table, values: Mapping[str, Any]) -> Values:
    """Return Python values as they lie in the table's columns."""
    return {name: _stored_value(table, name, value) for name, value in values.items()}


def _stored_value(table: Table, name: str, value: Any) -> Any:  # noqa: ANN401
    kind = table.c[name].type
    if isinstance(kind, TypeDecorator):
        return kind.process_bind_param(value, None)  # type: ignore[arg-type]
    return value


def _all_values(instance: object) -> Values:
    state = inspect(instance)
    table = state.mapper.local_table
    return stored(table, {c.name: state.dict.get(c.name) for c in table.columns})


def _changed_values(instance: object) -> tuple[Values, Values]:
    state = inspect(instance)
    table = state.mapper.local_table
    before, after = {}, {}
    for column in table.columns:
        history = state.attrs[column.name].history
        if history.added and history.added != history.deleted:
            # A row that this very write added has nothing before where nothing was set.
            before[column.name] = history.deleted[0] if history.deleted else None
            after[column.name] = history.added[0]
    return stored(table, before), stored(table, after)


def _joined(
    earlier: tuple[Values | None, Values | None], before: Values | None, after: Values | None
) -> tuple[Values | None, Values | None]:
    """Make one change of two that follow each other on the same row."""
    first, second = earlier
    if first is None:
        return None, None if after is None else {**(second or {}), **after}
    if after is None:
        return {**(before or {}), **first}, None
    return {**(before or {}), **first}, {**(second or {}), **after}


def tables_of(keys: Iterable[RowKey]) -> set[str]:
    """Return the names of the tables that rows belong to."""
    return {table for table, _row in keys}


def table_named(name: str) -> Table:
    """Return a table of the models by its name."""
    return Base.metadata.tables[name]
