"""Why a change cannot be taken back: who changed the same record since, what, and when."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.models import Base, Case, Change, ChangedRow, Shop
from shopdesk.storage.database import unit_of
from shopdesk.storage.recording import RowKey, table_named


@dataclass(frozen=True, slots=True)
class _Record:
    """What a row belongs to, as a person calls it; no `name` where it is no case."""

    name: str = ""
    timezone: str = "UTC"


def changed_since(session: Session, change_id: int, key: RowKey) -> str:
    """Return the sentence that names the change which must be undone before `change_id`."""
    later = _later_change(session, change_id, key)
    if later is None:
        return _(
            "This was changed again since, so it cannot be undone. Undo the later change first."
        )
    record = _record_of(session, key)
    words = _("{who} changed {record} since ({what}, {time}). Undo that first.")
    return words.format(
        who=later.person,
        record=record.name or _("this"),
        what=_(later.label).format(**later.values).rstrip(".。"),
        time=_when(later.at, unit_of(session).at, ZoneInfo(record.timezone)),
    )


def _later_change(session: Session, change_id: int, key: RowKey) -> Change | None:
    """Return the newest later change of a row that still holds; any later one if none does."""
    table, row_id = key
    undo = aliased(Change)
    is_undone = select(undo.id).where(undo.undoes == Change.id).exists()
    found = (
        select(Change)
        .join(ChangedRow)
        .where(ChangedRow.change_id > change_id)
        .where(ChangedRow.table_name == table, ChangedRow.row_id == row_id)
        .order_by(is_undone, Change.id.desc())
    )
    return session.scalars(found.limit(1)).first()


def _record_of(session: Session, key: RowKey) -> _Record:
    """Return the case that a row is part of; the row may be gone."""
    case_id = _case_id(session, key)
    found = session.execute(
        select(Case.number, Shop.timezone).join(Shop).where(Case.id == case_id)
    ).first()
    return _Record() if found is None else _Record(*found)


def _case_id(session: Session, key: RowKey) -> int | None:
    table, row_id = key
    if table in _CASE_TABLES:
        return row_id
    columns = table_named(table).c
    if "case_id" not in columns:
        return None
    found: int | None = session.execute(
        select(columns["case_id"]).where(columns["id"] == row_id)
    ).scalar()
    return found


_CASE_TABLES = {"cases"} | {
    table.name
    for table in Base.metadata.tables.values()
    if any(key.column.table.name == "cases" for key in table.c["id"].foreign_keys)
}
"""Tables whose rows have their case's own id."""


def _when(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return the time of day, with its day unless that is today's."""
    formats = Formats(current_language(), zone)
    today = now.astimezone(zone).date() == at.astimezone(zone).date()
    return formats.time(at) if today else formats.date_time(at)
