"""How many units of an order's lines are left to come back, and that nobody takes more."""

import json
from collections.abc import Iterable

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.queries.returnable import LEFT

_LEFT = f"SELECT {LEFT} FROM order_line WHERE id = ?"

_OVERDRAWN = f"""
    SELECT title, quantity FROM order_line
    WHERE id IN (SELECT order_line_id FROM return_line
                 WHERE case_id IN (SELECT value FROM json_each(?)))
      AND {LEFT} < 0
    ORDER BY position LIMIT 1
"""


def left_to_return(session: Session, order_line_id: int) -> int:
    """Return how many units of an order's line have not come back, or been asked to, yet."""
    found = session.connection().exec_driver_sql(_LEFT, (order_line_id,)).first()
    return int(found[0]) if found else 0


def check_units(session: Session, case_ids: Iterable[int]) -> None:
    """Refuse that returns come to life again whose units others have taken since."""
    session.flush()
    cases = json.dumps([*case_ids])
    found = session.connection().exec_driver_sql(_OVERDRAWN, (cases,)).first()
    if found:
        raise DomainError(
            _(
                "“{title}”: {bought} bought, and other returns have taken them since. "
                "Cancel one of those first."
            ).format(title=found[0], bought=found[1])
        )
