"""Slips that were printed or saved, of any kind of case that has one."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from shopdesk.models import Case
from shopdesk.services.records import fetch
from shopdesk.services.reshipments import mark_packing_slip_printed
from shopdesk.services.returns import mark_slip_printed

_MARKS = {"return": mark_slip_printed, "reshipment": mark_packing_slip_printed}


def mark_slips_printed(session: Session, case_ids: Iterable[int]) -> None:
    """Remember that the slips of returns and reshipments were printed or saved."""
    for case_id in case_ids:
        _MARKS[fetch(session, Case, case_id).kind](session, case_id)
