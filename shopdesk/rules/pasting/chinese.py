"""Name and address as Chinese shops paste them: 姓名，电话，地址, in any order and on any lines."""

import re
from collections.abc import Iterable, Iterator, Sequence

from shopdesk.rules.pasting.finding import Finding, Piece
from shopdesk.rules.provinces import province_of

_PARTS = re.compile(r"[^，,;；、|\s]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DISTRICT = re.compile(r"[\u4e00-\u9fff](?:省|自治区|市|自治州|州|盟|区|县|旗|镇|乡|街道)")
_SPOT = re.compile(
    r"[路街道巷弄村里]\s*\d|\d\s*[号弄栋幢座室楼层]|单元|小区|大厦|广场|花园|公寓|校区|驿站|菜鸟|[路街巷]$"
)
_GOES_ON = re.compile(r"^[\dA-Za-z-]+\s*[号栋幢座室楼层单]?|[号栋幢座室楼层院区]$|^\d+(?:-\d+)+$")
_NAME = re.compile(
    r"[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]\*{1,2}|[\u4e00-\u9fff]{1,3}(?:先生|女士)"
)
_TALK = re.compile(r"[的了吗呢吧啊是有要我你]|[\u4e00-\u9fff]{6,}")
_POSTCODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_NO_NAMES = frozenset(
    (
        "你好",
        "您好",
        "谢谢",
        "亲",
        "好的",
        "在吗",
        "退货",
        "换货",
        "退款",
        "收货",
        "地址",
        "电话",
        "中国",
        "麻烦",
        "尽快",
        "客服",
        "快递",
        "补发",
    )
)


def chinese_block(pieces: Sequence[Piece], *, has_phone: bool) -> Iterator[Finding]:
    """Yield address, postcode and name; a name is one only beside a phone or an address.

    `pieces` are what is left of the lines once phones and numbers are taken out.
    """
    parts = [_part(piece, found) for piece in pieces for found in _PARTS.finditer(piece.text)]
    address = list(_address_parts(parts))
    rest = [part for part in parts if part not in address]
    if address:
        yield _joined(address)
    postcodes = [part for part in rest if _POSTCODE.fullmatch(part.text)] if address else []
    for part in postcodes[:1]:
        yield Finding("postcode", part.text, part.start, part.end)
    talks = any(_TALK.search(part.text) for part in rest)
    if address or (has_phone and not talks):
        yield from _names(rest, sure=not talks)


def is_chinese_address(text: str) -> bool:
    """Tell whether a text says where somebody lives in China."""
    return bool(_HAN.search(text)) and bool(_DISTRICT.search(text) or province_of(text))


def _part(piece: Piece, found: re.Match[str]) -> Piece:
    return piece.part(found.start(), found.end())


def _address_parts(parts: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the parts of the first address: where it begins, and what goes on from there."""
    begun = False
    for part in parts:
        starts = is_chinese_address(part.text) and len(part.text) > 1 and not _is_prose(part.text)
        goes_on = begun and bool(_SPOT.search(part.text) or _GOES_ON.search(part.text))
        if (starts or goes_on) and not _POSTCODE.fullmatch(part.text):
            begun = True
            yield part
        elif begun and not _NAME.fullmatch(part.text):
            return


def _is_prose(text: str) -> bool:
    """Tell a sentence with a city in it from an address: it has no district and no number."""
    return len(text) > 6 and not _SPOT.search(text) and len(_DISTRICT.findall(text)) < 2  # noqa: PLR2004


def _joined(parts: Sequence[Piece]) -> Finding:
    text = " ".join(part.text for part in parts)
    telling = bool(_SPOT.search(text)) and bool(province_of(text))
    return Finding("address", text, parts[0].start, parts[-1].end, sure=telling)


def _names(parts: Iterable[Piece], *, sure: bool) -> Iterator[Finding]:
    """Yield the first part that may be a name; of several none is sure."""
    fitting = [part for part in parts if _NAME.fullmatch(part.text) and part.text not in _NO_NAMES]
    for part in fitting[:1]:
        yield Finding("name", part.text, part.start, part.end, sure=sure and len(fitting) == 1)
