"""Name, address and postcode as they stand on a letter: a block of lines around a postcode."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shopdesk.rules.folding import fold
from shopdesk.rules.pasting.finding import Finding, Piece

COUNTRY_OF_NAME = {
    "united kingdom": "GB",
    "uk": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "united states": "US",
    "united states of america": "US",
    "usa": "US",
    "u.s.a.": "US",
    "us": "US",
    "germany": "DE",
    "deutschland": "DE",
    "france": "FR",
    "canada": "CA",
    "australia": "AU",
    "austria": "AT",
    "österreich": "AT",
    "ireland": "IE",
    "netherlands": "NL",
    "italy": "IT",
    "italia": "IT",
    "spain": "ES",
    "españa": "ES",
}
"""Countries by the names under which they stand in the last line."""

_US_STATES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ"
    " NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """How a country writes its postcodes; `country` is empty where two write them alike."""

    country: str
    pattern: re.Pattern[str]


_FORMS = (
    _Form("GB", re.compile(r"\b(?P<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$")),
    _Form(
        "US",
        re.compile(rf"\b(?:{_US_STATES.replace(' ', '|')}),? (?P<code>\d{{5}}(?:-\d{{4}})?)$"),
    ),
    _Form("", re.compile(r"^(?:(?:D|F)-)?(?P<code>\d{5}) [^\W\d][^\d]+$")),
)
_FRENCH = re.compile(r"\b(?:rue|avenue|boulevard|allée|chemin|impasse|place|quai)\b", re.IGNORECASE)
_GERMAN = re.compile(r"(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee)(?:\b|$| \d)", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_MOST_LINES = 5
_LONGEST_LINE = 60


def western_block(lines: Sequence[Piece]) -> Iterator[Finding]:
    """Yield name, address, postcode and country of the first block that has a postcode.

    `lines` are what is left of the text line by line; one line with commas counts as several.
    """
    parts = [part for line in lines for part in _by_commas(line)]
    at, form = next(((n, f) for n, p in enumerate(parts) if (f := _form(p.text))), (-1, None))
    if form is None:
        return
    found = form.pattern.search(parts[at].text)
    assert found is not None  # noqa: S101 - it was found just now
    head = _head(parts[:at])
    name = head[0] if head and _is_person(head[0].text) and len(head) > 1 else None
    streets = head[1:] if name else head
    if name:
        yield Finding("name", name.text, name.start, name.end)
    yield from _address(streets, parts[at], found)
    yield from _country(parts[at + 1 : at + 2], form.country, streets)


def _by_commas(line: Piece) -> list[Piece]:
    found = [line.part(m.start(), m.end()) for m in re.finditer(r"[^,]+", line.text)]
    with_code = _form(line.text)
    return [line] if with_code and len(found) <= 2 and not with_code.country else _glued(found)  # noqa: PLR2004


def _glued(parts: list[Piece]) -> list[Piece]:
    return [part for part in parts if part.text]


def _form(text: str) -> _Form | None:
    return next((form for form in _FORMS if form.pattern.search(text)), None)


def _head(before: Sequence[Piece]) -> list[Piece]:
    """Return the lines over the postcode that belong to it: short ones, without a sentence."""
    head: list[Piece] = []
    for part in reversed(before):
        if len(head) == _MOST_LINES or len(part.text) > _LONGEST_LINE or part.text[-1] in ".!?:":
            break
        head.insert(0, part)
    return head


def _is_person(text: str) -> bool:
    return bool(_PERSON.fullmatch(text)) and not _GERMAN.search(text) and not _FRENCH.search(text)


def _address(streets: Sequence[Piece], last: Piece, found: re.Match[str]) -> Iterator[Finding]:
    town = f"{last.text[: found.start('code')]}{last.text[found.end('code') :]}".strip(" ,-DF")
    lines = [*(part.text for part in streets), *([town] if town else [])]
    code_at = last.start + found.start("code")
    yield Finding("postcode", found["code"], code_at, code_at + len(found["code"]))
    if lines:
        start = streets[0].start if streets else last.start
        yield Finding("address", ", ".join(lines), start, last.end, sure=bool(streets))


def _country(after: Sequence[Piece], by_code: str, streets: Sequence[Piece]) -> Iterator[Finding]:
    for part in after:
        named = COUNTRY_OF_NAME.get(fold(part.text)) or COUNTRY_OF_NAME.get(part.text.casefold())
        if named:
            yield Finding("country", named, part.start, part.end)
            return
    text = " ".join(part.text for part in streets)
    guessed = by_code or ("FR" if _FRENCH.search(text) else "DE" if _GERMAN.search(text) else "")
    if guessed and streets:
        yield Finding("country", guessed, streets[0].start, streets[-1].end, sure=bool(by_code))
