"""Days and times as couriers write them, found within a line and taken out of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from shopdesk.rules.typed import shows

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
NAMED_DAYS = {
    "今天": 0,
    "今日": 0,
    "today": 0,
    "昨天": 1,
    "昨日": 1,
    "yesterday": 1,
    "前天": 2,
}
LONGEST_LINE = 500
"""No courier says more on one line; a longer one tells no time, and is read by nobody."""

AHEAD = timedelta(days=1)
"""How far a courier's day may lie before the shop's: somewhere it is tomorrow already."""

_ABBREVIATED = "|".join(f"{name}|{name[:3]}" for name in (*MONTHS, "sept"))
_MONTH = rf"(?P<name>(?<![a-z])(?a:{_ABBREVIATED})(?![a-z])\.?)"  # a: no ſ, which is no s below
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s*"
    r"|\(?(?:周|星期)[一二三四五六日天]\)?\s*)"
)
_LONE_WEEKDAY = re.compile(rf"^\s*{_WEEKDAY}(?=\W|$)", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"[\[(【（]\s*[\])】）]")
_BETWEEN = re.compile(r"\s[-–—|·]\s{2,}[-–—|·]\s")
"""Where a time stood as a column of its own."""
_MARKS = " \u3000,，;；|·•-–—:：\t"
_LAST = r"(?!\d)"
_NAMED = rf"(?a:{'|'.join(NAMED_DAYS)})"
_HALF = r"(?:上午|凌晨|早上|下午|晚上|中午)"
_TIMED = rf"(?=\s*(?:{_HALF}\s*)?\d{{1,2}}[:：])"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a line says of when; `rest` is the line without it."""

    day: date | None
    time: time | None
    rest: str


def day_first_in(text: str, today: date, *, unless_told: bool) -> bool:
    """Tell whether 03/04 is the third of April in a text: as its other dates make it likely."""
    pairs = [(int(a), int(b)) for a, b in re.findall(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]\d", text)]
    if any(first > 12 for first, _second in pairs):  # noqa: PLR2004 - months of a year
        return True
    if any(second > 12 for _first, second in pairs):  # noqa: PLR2004
        return False
    ahead = {
        first_is_day: sum(_is_ahead(pair, today, first_is_day=first_is_day) for pair in pairs)
        for first_is_day in (True, False)
    }
    if ahead[True] != ahead[False]:
        return ahead[True] < ahead[False]
    return unless_told


def stamp_of(line: str, today: date, *, day_first: bool) -> Stamp:
    """Return day and time of a line, each None where it has none.

    A day without its year is the last such day; a day that cannot be is none. Of a line longer
    than LONGEST_LINE nothing is left, not even a rest.
    """
    if len(line) > LONGEST_LINE:
        return Stamp(None, None, "")
    day, rest = _day_in(line, today, day_first=day_first)
    clock, rest = _time_in(rest)
    return Stamp(day, clock, _tidy(rest))


def _is_ahead(pair: tuple[int, int], today: date, *, first_is_day: bool) -> bool:
    day, month = pair if first_is_day else pair[::-1]
    return (month, day) > (today.month, today.day)


def _day_in(line: str, today: date, *, day_first: bool) -> tuple[date | None, str]:
    for pattern, read in _DAYS:
        for match in pattern.finditer(line):
            found = read(match, today, day_first)
            if found is not None:
                return found, f"{line[: match.start()]} {line[match.end() :]}"
    return None, line


def _time_in(line: str) -> tuple[time | None, str]:
    for match in _TIME.finditer(line):
        found = _clock(match)
        if found is not None:
            return found, f"{line[: match.start()]} {line[match.end() :]}"
    return None, line


_TIME = re.compile(
    rf"(?<![\d.])(?:(?P<early>{_HALF})\s*)?(?<![\d.])(?P<hour>\d{{1,2}})"
    r"(?:(?P<colon>[:：])(?P<minute>\d{2})(?:[:：](?P<second>\d{2}))?|[时点](?P<minute2>\d{1,2})分)"
    r"(?:\.\d+)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"(?:\s*(?:GMT|UTC|CST|EST|BST|local time|Z\b)(?:[+-]\d{1,2}(?::?\d{2})?)?)?",
    re.IGNORECASE,
)


def _clock(match: re.Match[str]) -> time | None:
    half = (match["half"] or "").lower()
    hour = int(match["hour"])
    is_late = half.startswith("p") or match["early"] in ("下午", "晚上")
    if half.startswith("a") and hour == 12:  # noqa: PLR2004 - noon and midnight
        hour = 0
    elif is_late and hour < 12:  # noqa: PLR2004
        hour += 12
    minute, second = int(match["minute"] or match["minute2"]), int(match["second"] or 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with_year(match: re.Match[str], _today: date, _day_first: bool) -> date | None:  # noqa: FBT001
    return _made(_full(match["year"]), int(match["month"]), int(match["day"]))


def _without_year(match: re.Match[str], today: date, _day_first: bool) -> date | None:  # noqa: FBT001
    return _last(int(match["month"]), int(match["day"]), today)


def _worded(match: re.Match[str], today: date, _day_first: bool) -> date | None:  # noqa: FBT001
    begun = match["name"].lower()[:3]
    month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(begun))
    day = int(match["day"])
    return _made(int(match["year"]), month, day) if match["year"] else _last(month, day, today)


def _slashed(match: re.Match[str], _today: date, day_first: bool) -> date | None:  # noqa: FBT001
    first, second = int(match["first"]), int(match["second"])
    day, month = (first, second) if day_first else (second, first)
    return _made(_full(match["year"]), month, day)


def _named(match: re.Match[str], today: date, _day_first: bool) -> date | None:  # noqa: FBT001
    return today - timedelta(days=NAMED_DAYS[match["named"].lower()])


def _last(month: int, day: int, today: date) -> date | None:
    """Return the last such day; one of the day ahead, too."""
    made = (_made(today.year - ago, month, day) for ago in range(5))
    return next((found for found in made if found and found <= today + AHEAD), None)


def _full(year: str) -> int:
    return int(year) + 2000 if len(year) == 2 else int(year)  # noqa: PLR2004 - as in 26


Read = Callable[[re.Match[str], date, bool], date | None]

_PATTERNS: Mapping[str, Read] = {
    rf"(?<!\d)(?P<year>20\d\d)\s?[-/.年]\s?(?P<month>\d{{1,2}})\s?[-/.月]\s?(?P<day>\d{{1,2}}){_LAST}"
    r"日?T?": _with_year,
    rf"{_WEEKDAY}?{_MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(?P<year>20\d\d))?"
    r"(?:,|\s+at\b)?": _worded,
    rf"{_WEEKDAY}?(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of )?{_MONTH}"
    r"(?:,?[\s-]*(?P<year>20\d\d))?(?:,|\s+at\b)?": _worded,
    rf"{_WEEKDAY}?(?<![\d/.])(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.]"
    rf"(?P<year>20\d\d|\d\d){_LAST}(?:,|\s+at\b)?": _slashed,
    r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日": _without_year,
    rf"(?<![\d/:-])(?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}})(?![\d/-])(?:{_TIMED}|(?=\W*$))": (
        _without_year
    ),
    rf"^\W*(?P<named>{_NAMED})\W*$": _named,
    rf"(?<!\w)(?P<named>{_NAMED})[,，]?(?: at\b)?{_TIMED}": _named,
}
_DAYS = tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in _PATTERNS.items())


def _tidy(text: str) -> str:
    """Return what is left of a line without the marks that stood around its time."""
    words = _EMPTY_BRACKETS.sub(" ", text)
    words = _BETWEEN.sub(" | ", _LONE_WEEKDAY.sub("", words))
    return words.strip(_MARKS) if shows(words) else ""
