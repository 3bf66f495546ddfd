"""One event as it was read, and what of its words is the place."""

import re
from dataclasses import dataclass
from datetime import datetime

from shopdesk.rules.provinces import province_of
from shopdesk.rules.tracking.phrases import OTHER, status_of

PLACE_LENGTH = 60

_BRACKETED = re.compile(
    r"^\s*[【\[［](?P<place>[^】\]］]{1,60})[】\]］]\s*[,，:：-]?\s*(?P<text>\S.*)$"
)
_CHINESE = re.compile(
    r"^(?P<place>[\u4e00-\u9fff]{2,20}?"
    r"(?:[省市区县州镇]|中心|集散|分拨|网点|营业部|分部|公司|站|仓|机场|口岸))"
    r"[\s,，:：]+(?P<text>\S.*)$"
)
_TOWN = re.compile(r"^(?P<place>[\u4e00-\u9fff]{2,10})[\s,，:：]+(?P<text>\S.*)$")
_OF_THE_PAGE = re.compile(
    r"以上|以下|全部|更多|物流|查询|查看|复制|展开|收起|客服|电话|单号|感谢|暂无"
)
"""What a page says of itself, where it is no place."""
_WESTERN = re.compile(
    r"^(?P<place>[A-Z][\w .'-]{1,40},\s*(?:[A-Z][\w .'-]{1,30},\s*)?[A-Z]{2,3}"
    r"(?:\s+[A-Z\d][\w-]{2,9})?)"
    r"(?:\s*[-–—:|]\s*|\s{2,}|\t)(?P<text>\S.*)$"
)
_LIKE_A_PLACE = re.compile(
    r"^[A-Z][\w .'&/-]*(?:,\s*[A-Z][\w .'-]*)+$|^[A-Z][A-Z .'&/-]+(?:\d{5}(?:-\d{4})?)?$"
)


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event of a courier's page; `at` in UTC, `status` a key of STATUSES."""

    at: datetime
    place: str
    text: str
    status: str


def event_of(at: datetime, words: list[str]) -> tuple[ReadEvent, list[int]] | None:
    """Return the event that some lines tell, and which of them it used; None without words.

    The line that a phrase is known for is its text; a short other one may be its place.
    """
    chosen = next((n for n, line in enumerate(words) if status_of(line) != OTHER), 0)
    if not words:
        return None
    place, text = placed(words[chosen])
    used = [chosen]
    others = (n for n, line in enumerate(words) if n != chosen and is_place(line))
    beside = next(others, None)
    if not place and beside is not None:
        place = words[beside]
        used.append(beside)
    return ReadEvent(at, place, text, status_of(text)), used


def placed(line: str) -> tuple[str, str]:
    """Return the place that a line begins with, and its other words; columns are kept apart."""
    cells = [cell.strip() for cell in re.split(r"\t+|\s{3,}|\s\|\s", line) if cell.strip()]
    if len(cells) > 1:
        return _of_columns(cells)
    for form in (_BRACKETED, _CHINESE, _WESTERN):
        found = form.match(line)
        if found:
            return found["place"].strip(), _joined(found["text"])
    return _of_town(line)


def _of_town(line: str) -> tuple[str, str]:
    """Return the town that a line begins with, if it is a known one that nothing marks."""
    found = _TOWN.match(line)
    if found and province_of(found["place"]):
        return found["place"], _joined(found["text"])
    return "", _joined(line)


def is_place(line: str) -> bool:
    """Tell whether a line of its own can be a place: short, and no phrase that says more."""
    if len(line) > PLACE_LENGTH or status_of(line) != OTHER:
        return False
    return bool(_LIKE_A_PLACE.match(line)) or _is_chinese_place(line)


def _of_columns(cells: list[str]) -> tuple[str, str]:
    """Return the cell that is no phrase and short as the place, and all others as the text."""
    places = [n for n, cell in enumerate(cells) if _is_short(cell)]
    if not places or len(places) == len(cells):
        return (cells[0], _joined(" ".join(cells[1:]))) if _is_short(cells[0]) else _all_text(cells)
    place = places[0]
    return cells[place], _joined(" ".join(cell for n, cell in enumerate(cells) if n != place))


def _all_text(cells: list[str]) -> tuple[str, str]:
    """Return cells of which none is a place."""
    return "", _joined(" ".join(cells))


def _is_short(cell: str) -> bool:
    """Tell whether a cell is short and says nothing that is known."""
    return len(cell) <= PLACE_LENGTH and status_of(cell) == OTHER


def _is_chinese_place(line: str) -> bool:
    if _OF_THE_PAGE.search(line):
        return False
    return bool(re.fullmatch(r"[【\[]?[\u4e00-\u9fff\s]{2,20}[】\]]?", line))


def _joined(text: str) -> str:
    return " ".join(text.split())
