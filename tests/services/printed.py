"""Papers marked as out, and put into the queue, in a few words."""

from collections.abc import Sequence
from typing import Any

from shopdesk.desk import Desk
from shopdesk.services.paper_drafts import PrintedDraft
from shopdesk.services.printing import mark_printed, print_later


def printed(document: str, *case_ids: int, **changes: Any) -> PrintedDraft:
    """Return a document of some cases as it came out of a label printer."""
    fields: dict[str, Any] = {
        "paper": "100x150",
        "language": "both",
        "printer": "Zebra",
        "way": "printer",
        "pages": len(case_ids),
    }
    return PrintedDraft(document, case_ids, **{**fields, **changes})


def mark(desk: Desk, document: str, *case_ids: int, **changes: Any) -> int:
    """Mark a document of some cases as printed; returns the change."""
    draft = printed(document, *case_ids, **changes)
    change = desk.write("Printed", lambda session: mark_printed(session, draft)).change_id
    assert change is not None
    return change


def wish(desk: Desk, document: str, case_ids: Sequence[int]) -> int | None:
    """Put a document of some cases into the queue; returns the change, if it was one."""
    return desk.write(
        "Print later", lambda session: print_later(session, document, case_ids)
    ).change_id
