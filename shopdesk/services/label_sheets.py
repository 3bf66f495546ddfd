"""The label sheets that a shop sets up for itself, beside those that are sold everywhere."""

from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import LabelSheet
from shopdesk.rules import label_sheets as rules
from shopdesk.services.checks import known, text_given
from shopdesk.services.paper_drafts import LabelSheetDraft
from shopdesk.services.records import fetch
from shopdesk.storage.database import unit_of

SHEET_NAME_LENGTH = 80


def save_label_sheet(
    session: Session,
    draft: LabelSheetDraft,
    sheet_id: int | None = None,
    version: int | None = None,
) -> int:
    """Add a sheet, or change the one with an id; returns its id.

    Raises FieldError at the draft's attributes, StaleError if it was changed since `version`.
    """
    values = {**asdict(draft), "name": _name(session, draft.name, sheet_id)}
    _check(rules.LabelSheet(code="", **values))
    if sheet_id is None:
        found = LabelSheet(created_at=unit_of(session).at)
        session.add(found)
    else:
        found = _kept(session, sheet_id, version)
    for name, value in values.items():
        setattr(found, name, value)
    session.flush()
    return found.id


def remove_label_sheet(session: Session, sheet_id: int, version: int | None = None) -> None:
    """Take a sheet away: it is offered no more, and its name is free again.

    The log of what was printed on it shows its name still.
    """
    _kept(session, sheet_id, version).archived_at = unit_of(session).at
    session.flush()


def _kept(session: Session, sheet_id: int, version: int | None) -> LabelSheet:
    found = fetch(session, LabelSheet, sheet_id, version)
    if found.archived_at is not None:
        raise DomainError(_("This sheet was removed. Undo that, or set it up again."))
    return found


def _check(sheet: rules.LabelSheet) -> None:
    known("base", sheet.base, rules.BASES)
    for field, sentence in rules.why_not(sheet).items():
        raise FieldError(field, sentence)


def _name(session: Session, typed: str, sheet_id: int | None) -> str:
    name = text_given("name", typed, _("Give the sheet a name."), SHEET_NAME_LENGTH)
    others = session.execute(
        select(LabelSheet.id, LabelSheet.name).where(LabelSheet.archived_at.is_(None))
    ).all()
    taken = {other.name.casefold() for other in others if other.id != sheet_id}
    presets = {
        said.casefold() for each in rules.PRESETS.values() for said in (each.name, _(each.name))
    }
    if name.casefold() in taken | presets:
        raise FieldError("name", _("There is a sheet of this name already. Choose another one."))
    return name
