"""What an inspection has to say: checked item by item, and refused at the item's own field."""

from collections.abc import Collection, Iterator

from shopdesk.errors import FieldError, StaleError
from shopdesk.i18n import _
from shopdesk.rules.inspecting import CONDITIONS, DISPOSITIONS
from shopdesk.services.checks import LINE_LENGTH, NAME_LENGTH, known, text_fits
from shopdesk.services.drafts import InspectionDraft, ReceivedDraft
from shopdesk.storage.database import stale_sentence

MOST_UNITS = 9_999


def check_known(ids: Collection[int], named: Iterator[int | None]) -> None:
    """Refuse what names a row that is gone: somebody took it away since it was read."""
    if any(row_id is not None and row_id not in ids for row_id in named):
        raise StaleError(stale_sentence())


def check_item(at: int, item: ReceivedDraft) -> None:
    """Refuse what cannot be kept, decided or not; `at` is its place in the draft."""
    field = f"items.{at}"
    if not 0 <= item.quantity <= MOST_UNITS:
        raise FieldError(
            f"{field}.quantity", _("Enter how many came: 0 to {most}.").format(most=MOST_UNITS)
        )
    text_fits(f"{field}.title", item.title, NAME_LENGTH)
    text_fits(f"{field}.note", item.note, LINE_LENGTH)
    if item.condition:
        known(f"{field}.condition", item.condition, CONDITIONS)
    if item.disposition:
        known(f"{field}.disposition", item.disposition, DISPOSITIONS)


def check_finished(draft: InspectionDraft) -> None:
    """Refuse while a unit is not decided, and an empty parcel of which nothing is said."""
    counted = [(at, item) for at, item in enumerate(draft.items) if item.quantity]
    for at, item in counted:
        _check_decided(at, item)
    if not counted and not any(item.note.strip() for item in draft.items):
        raise FieldError(
            "items.0.note",
            _("Nothing is counted. Count what came; if the parcel was empty, say so here."),
        )


def _check_decided(at: int, item: ReceivedDraft) -> None:
    field = f"items.{at}"
    if item.line_id is None and not item.title.strip():
        raise FieldError(f"{field}.title", _("Say what these goods are."))
    if not item.condition:
        raise FieldError(f"{field}.condition", _("Choose in what condition it came."))
    if not item.disposition:
        raise FieldError(f"{field}.disposition", _("Choose where it goes."))
