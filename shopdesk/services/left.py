"""How many units of an order's lines are left to come back, and that nobody takes more."""

import json
from collections.abc import Iterable

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.models import Order
from shopdesk.queries.returnable import LEFT, LINES_SQL, ReturnableLine, returnable_line

_OVERDRAWN = f"""
    SELECT title, quantity FROM order_line
    WHERE id IN (SELECT order_line_id FROM return_line
                 WHERE case_id IN (SELECT value FROM json_each(?)))
      AND {LEFT} < 0
    ORDER BY position LIMIT 1
"""


def returnable_lines(session: Session, order: Order | None) -> dict[int, ReturnableLine]:
    """Return an order's lines by their ids, each with what can still come back of it."""
    if order is None:
        return {}
    found = session.connection().exec_driver_sql(LINES_SQL, (order.id,))
    return {line.id: line for line in map(returnable_line, found)}


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
