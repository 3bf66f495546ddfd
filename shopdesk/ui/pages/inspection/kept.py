"""What is kept of an inspection, in the words of the form, to tell what was typed since."""

from collections.abc import Iterable
from dataclasses import asdict, fields, replace

from shopdesk.queries.inspection import Inspection, ReceivedRow
from shopdesk.services.drafts import ReceivedDraft

Kept = dict[int | None, ReceivedDraft]
"""Items by their ids; what was never kept stands under None."""


def kept_drafts(seen: Inspection) -> list[ReceivedDraft]:
    """Return what was kept as the form would say it again, in the order of counting."""
    return [_draft(row) for row in seen.items]


def said(items: Iterable[ReceivedDraft]) -> Kept:
    """Return what there is to keep of a form's items, as it is kept."""
    return {
        item.id: replace(item, title=item.title.strip(), note=item.note.strip())
        for item in items
        if item.quantity or item.note.strip()
    }


def _draft(row: ReceivedRow) -> ReceivedDraft:
    values = asdict(row)
    return ReceivedDraft(**{field.name: values[field.name] for field in fields(ReceivedDraft)})
