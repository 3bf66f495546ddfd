"""Hiding most of a phone number or an address on the screen, so that passers-by read neither."""

import re

STARS = "****"
_MASK = "*"
_DIGIT = re.compile(r"\d")
_SHOWN_HEAD, _SHOWN_TAIL, _LEAST_HIDDEN = 3, 4, 4
_FEW_DIGITS = 7
"""Of a number this short or shorter only the last two digits are shown."""
_NAME = r"[^省市区县路街道号镇乡村弄\d\s]{2,8}?"
_PLACE = re.compile(rf"^(?:{_NAME}(?:省|自治区|特别行政区))?\s*(?:{_NAME}(?:市|自治州|地区|盟))?")


def masked_phone(text: str) -> str:
    """Return a number's digits with the middle hidden: 138****2107.

    A short one shows its last two digits; a text without digits is hidden whole.
    """
    digits = _DIGIT.findall(text)
    if not digits:
        return STARS if text.strip() else ""
    if len(digits) <= _FEW_DIGITS:
        return f"{STARS}{''.join(digits[-2:])}"
    head = min(_SHOWN_HEAD, len(digits) - _SHOWN_TAIL - _LEAST_HIDDEN)
    hidden = len(digits) - head - _SHOWN_TAIL
    return f"{''.join(digits[:head])}{_MASK * hidden}{''.join(digits[-_SHOWN_TAIL:])}"


def masked_address(text: str) -> str:
    """Return the province and city of a Chinese address, else its last part: town and country.

    浙江省杭州市**** · **** Leeds LS1 4AP
    """
    plain = text.strip()
    if not plain:
        return ""
    place = _PLACE.match(plain)
    if place is not None and place.group():
        return f"{place.group().strip()}{STARS}"
    before, comma, after = plain.rpartition(",")
    return f"{STARS},{after}" if comma and before else STARS
