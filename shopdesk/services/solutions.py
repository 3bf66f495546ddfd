"""The library of solutions: a shop's own versions, which are never edited but followed by others.

The newest version of a code is in force, before the solution that ships under it; so what later
releases ship better never overwrites what a shop has made its own.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, StaleError
from shopdesk.i18n import _
from shopdesk.models import Solution as Version
from shopdesk.rules.solutions import Solution, content_of, solution_of, starter
from shopdesk.services.numbers import next_of
from shopdesk.services.records import fetch
from shopdesk.services.solution_checks import check_solution
from shopdesk.storage.database import unit_of

OWN_PREFIX = "own_"


def save_solution(session: Session, solution: Solution, seen_id: int = 0) -> str:
    """Put an edited or a new solution in force as a version; returns its code.

    A new one has no code yet. One that changes nothing is not kept. Raises FieldError at what
    cannot be, StaleError if another version than `seen_id` is in force by now.
    """
    check_solution(solution)
    if not solution.code:
        return _add_version(session, _next_code(session), content_of(solution))
    now = _in_force(session, solution.code, seen_id)
    content = content_of(solution)
    if now is None or now.retired or now.content != content:
        _add_version(session, solution.code, content)
    return solution.code


def retire(session: Session, code: str, seen_id: int = 0) -> None:
    """Hide a solution from now on; complaints that used it keep what they say."""
    now = _in_force(session, code, seen_id)
    _add_version(session, code, _content_now(code, now), retired=True)


def bring_back(session: Session, code: str, seen_id: int = 0) -> None:
    """Show a retired solution again, as it was."""
    now = _in_force(session, code, seen_id)
    _add_version(session, code, _content_now(code, now))


def restore_version(session: Session, version_id: int, seen_id: int = 0) -> None:
    """Put an earlier version in force again, as a version of its own."""
    earlier = fetch(session, Version, version_id)
    _in_force(session, earlier.code, seen_id)
    _add_version(session, earlier.code, earlier.content)


def restore_shipped(session: Session, code: str, seen_id: int = 0) -> None:
    """Put what ships with ShopDesk today in force again."""
    _in_force(session, code, seen_id)
    _add_version(session, code, content_of(_shipped(code)))


def _content_now(code: str, now: Version | None) -> Mapping[str, Any]:
    return content_of(_shipped(code)) if now is None else now.content


def _shipped(code: str) -> Solution:
    found = starter().get(code)
    if found is None:
        raise DomainError(_("This solution does not ship with ShopDesk. Load the page again."))
    return found


def _in_force(session: Session, code: str, seen_id: int) -> Version | None:
    """Return the version in force, None for the shipped one; refuse if it was not seen."""
    newest = select(Version).where(Version.code == code).order_by(Version.id.desc()).limit(1)
    now = session.scalar(newest)
    if (now.id if now is not None else 0) != seen_id:
        raise StaleError(_("This solution was changed meanwhile. Look at it, then save again."))
    return now


def _next_code(session: Session) -> str:
    """Return a code that no solution has or had, not even one that was undone."""
    while True:
        code = f"{OWN_PREFIX}{next_of(session, OWN_PREFIX)}"
        if session.scalar(select(Version.id).where(Version.code == code).limit(1)) is None:
            return code


def _add_version(
    session: Session, code: str, content: Mapping[str, Any], *, retired: bool = False
) -> str:
    unit = unit_of(session)
    content_now = content_of(solution_of(code, content))
    version = Version(
        code=code, content=content_now, retired=retired, made_at=unit.at, made_by=unit.by
    )
    session.add(version)
    session.flush()
    return code
