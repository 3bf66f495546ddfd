"""Dates and times as exports write them, brought to UTC."""

import datetime as dt
import re

from shopdesk.i18n import _
from shopdesk.importing.cells import UnreadableError, shortened

_NUMERIC = re.compile(r"(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,4})日?(?:[ T,]*(\D*\d.*))?")
_MONTH_FIRST = re.compile(r"([^\W\d]{3,9})\.?[- ](\d{1,2}),?[- ](\d{2}|\d{4})(?:[ ,]+(.*))?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-. ]+([^\W\d]{3,9})\.?[- ](\d{2}|\d{4})(?:[ ,]+(.*))?")
_TIME = re.compile(
    r"(?P<before>上午|下午)?\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
_OFFSET = re.compile(r" (?=[+-]\d{2}:?\d{2}$)")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_EXCEL_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - local time, as in the sheet
_EARLIEST = 1990
_LATEST = 2100
_MAX_LETTERS = 60
_TWO_DIGIT_YEARS = 100
_HALF_DAY = 12

# English, German, French and Spanish beginnings of month names; "mar" is March in three.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan janv ene",
            "feb fév fev févr fevr",
            "mar mär mrz mars",
            "apr avr avri abr",
            "may mai",
            "jun juin",
            "jul juil",
            "aug août aou aoû aout ago",
            "sep sept",
            "oct okt",
            "nov",
            "dec dez déc dic",
        ),
        start=1,
    )
    for name in names.split()
}


def numeric_parts(text: str) -> tuple[int, int] | None:
    """Return the first two numbers of a date such as 31/12/2023 that does not start with a year."""
    found = _NUMERIC.fullmatch(text) if len(text) <= _MAX_LETTERS else None
    if found is None or len(found[1]) > 2:  # noqa: PLR2004 - a year leads
        return None
    return int(found[1]), int(found[2])


def read_moment(text: str, timezone: dt.tzinfo, *, day_first: bool | None = None) -> dt.datetime:
    """Return a time in UTC; one without an offset is in `timezone`, a date alone is midnight.

    Args:
        text: ISO, numbers with a year before or after, month names, or a spreadsheet's serial.
        timezone: Where the shop is.
        day_first: The order of 03/04/2024; None reads no such date.

    Raises:
        UnreadableError: No date between 1990 and 2100.
    """
    try:
        moment = _parsed(text, day_first=day_first)
    except ValueError:
        moment = None
    if moment is None or not _EARLIEST <= moment.year < _LATEST:
        raise UnreadableError(_("“{text}” is not a date.").format(text=shortened(text)))
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone)).astimezone(dt.UTC)


def _parsed(text: str, *, day_first: bool | None) -> dt.datetime | None:
    if len(text) > _MAX_LETTERS:
        return None
    if text[:4].isdecimal() and text[4:5] == "-":
        try:
            return dt.datetime.fromisoformat(_OFFSET.sub("", text))
        except ValueError:
            pass
    if _SERIAL.fullmatch(text):
        return _EXCEL_EPOCH + dt.timedelta(seconds=round(float(text) * 86_400))
    return _numeric(text, day_first=day_first) or _named(text)


def _numeric(text: str, *, day_first: bool | None) -> dt.datetime | None:
    found = _NUMERIC.fullmatch(text)
    if found is None:
        return None
    first, second, third = int(found[1]), int(found[2]), int(found[3])
    if len(found[1]) == 4:  # noqa: PLR2004 - a year leads
        return _joined(first, second, third, found[4])
    if day_first is None:
        return None
    day, month = (first, second) if day_first else (second, first)
    return _joined(third, month, day, found[4])


def _named(text: str) -> dt.datetime | None:
    if found := _MONTH_FIRST.fullmatch(text):
        return _joined(int(found[3]), _month(found[1]), int(found[2]), found[4])
    if found := _DAY_FIRST.fullmatch(text):
        return _joined(int(found[3]), _month(found[2]), int(found[1]), found[4])
    return None


def _month(name: str) -> int:
    folded = name.casefold()
    return _MONTHS.get(folded) or _MONTHS.get(folded[:4]) or _MONTHS.get(folded[:3]) or 0


def _joined(year: int, month: int, day: int, time: str | None) -> dt.datetime | None:
    full_year = year + 2000 if year < _TWO_DIGIT_YEARS else year
    midnight = dt.datetime(full_year, month, day)  # noqa: DTZ001 - the caller knows the zone
    return _with_time(midnight, time.strip()) if time else midnight


def _with_time(midnight: dt.datetime, text: str) -> dt.datetime | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour = int(found["hour"])
    half = (found["half"] or "").casefold()[:1] or {"上午": "a", "下午": "p"}.get(found["before"])
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    moment = midnight.replace(
        hour=hour, minute=int(found["minute"]), second=int(found["second"] or 0)
    )
    return moment.replace(tzinfo=_zone(found["zone"])) if found["zone"] else moment


def _zone(text: str) -> dt.timezone:
    if text[0] not in "+-":
        return dt.UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return dt.timezone(dt.timedelta(minutes=-minutes if text[0] == "-" else minutes))
