"""What a return gives to the blanks of ready words."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.return_detail import ReturnDetail


def points_of(found: ReturnDetail) -> list[str]:
    """Return the codes of the advice's points, the telling ones first."""
    return [str(point["code"]) for point in found.advice.get("points", ())]


def blanks_of(found: ReturnDetail) -> dict[str, Any]:
    """Return the values by the names of the blanks, as words."""
    formats = Formats(current_language(), ZoneInfo(found.timezone))
    titles = [line.title for line in found.lines]
    return {
        "buyer": found.buyer_name,
        "number": found.number,
        "items": _("“{title}”").format(title=_(", ").join(titles)),
        **dict(_point_values(found, formats)),
    }


def _point_values(found: ReturnDetail, formats: Formats) -> Iterator[tuple[str, Any]]:
    for point in found.advice.get("points", ()):
        for name, value in point.get("values", {}).items():
            is_day = name in ("delivered", "last")
            yield name, formats.day_month(date.fromisoformat(value)) if is_day else value
