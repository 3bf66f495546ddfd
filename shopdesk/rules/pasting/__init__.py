"""What a pasted text holds that a form can take: a chat, an address block, a row of a sheet.

    findings = picked_out(text, Known(today, "CNY", orders={"3398120571"}))

Labels are trusted first, then forms that tell themselves, then what stands beside them. What
could be something else as well is marked as not sure; nothing is ever made up.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from shopdesk.rules.pasting.chinese import chinese_block
from shopdesk.rules.pasting.finding import KINDS, Finding, Piece
from shopdesk.rules.pasting.labels import REGION, labelled
from shopdesk.rules.pasting.patterns import FORMS, Known, days, written_amount
from shopdesk.rules.pasting.sheet import cells_of, headed_row, is_sheet
from shopdesk.rules.pasting.western import western_block

__all__ = ["KINDS", "LONGEST", "Finding", "Known", "picked_out"]

LONGEST = 5_000
"""More than this is no chat and no address; the rest is not looked at."""

_PROSE_SHARE = 0.3
_FEWEST_LETTERS = 12
_MANY_LETTERS = 24
_LETTERS_OF_A_CHARACTER = 2
_WRITTEN = {"amount": written_amount, "day": days}


def picked_out(text: str, known: Known) -> tuple[Finding, ...]:
    """Return what a text holds, in its order; of one kind the sure ones stand before."""
    plain = text[:LONGEST]
    lines = [Piece(m[0], m.start()) for m in re.finditer(r"[^\r\n]+", plain)]
    if not lines:
        return ()
    if is_sheet(plain):
        cells = [cell for line in lines for cell in cells_of(line) if cell.text]
        row = [_normal(finding, known) for finding in headed_row(lines)]
        return tuple(_distinct(row or _read(cells, known)))
    told = _distinct(_read(lines, known))
    return (*told, *_words(plain, told))


def _read(lines: Sequence[Piece], known: Known) -> list[Finding]:
    found = [_normal(finding, known) for line in lines for finding in labelled(line)]
    left = _left(lines, found)
    for form in FORMS:
        more = [finding for piece in left for finding in form(piece, known)]
        taken = _apart(more)
        found += taken
        left = _left(left, taken)
    found += _beside(left, found)
    return _with_region(found)


def _normal(finding: Finding, known: Known) -> Finding:
    """Return what a label or a head names, in the form in which its kind is written."""
    if finding.kind == "waybill":
        return replace(finding, value=finding.value.replace(" ", ""))
    form = _WRITTEN.get(finding.kind)
    read = next(form(Piece(finding.value, 0), known), None) if form else None
    if read is None:
        return finding
    return replace(finding, value=read.value, currency=read.currency, sure=read.sure)


def _beside(left: Sequence[Piece], found: Sequence[Finding]) -> list[Finding]:
    """Return addresses and names that tell themselves only by what stands around them."""
    has = {finding.kind for finding in found}
    block = list(western_block(left))
    if not block:
        block = list(chinese_block(left, has_phone="phone" in has))
    return [finding for finding in block if finding.kind not in has]


def _with_region(found: Sequence[Finding]) -> list[Finding]:
    """Return the findings with the region of an address before it, as one."""
    region = next((f for f in found if f.kind == REGION), None)
    others = [f for f in found if f.kind != REGION]
    if region is None:
        return others
    address = next((f for f in others if f.kind == "address"), None)
    if address is None:
        return [*others, replace(region, kind="address")]
    value = f"{region.value} {address.value}"
    whole = replace(address, value=value, start=min(region.start, address.start))
    return [*(f for f in others if f is not address), whole]


def _left(pieces: Iterable[Piece], found: Sequence[Finding]) -> list[Piece]:
    spans = [(finding.start, finding.end) for finding in found]
    return [left for piece in pieces for left in piece.without(spans)]


def _apart(found: Sequence[Finding]) -> list[Finding]:
    """Return what does not lie in a longer one that begins no later."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
    return kept


def _distinct(found: Sequence[Finding]) -> list[Finding]:
    """Return each value once, in the order of the text."""
    by_value: dict[tuple[str, str], Finding] = {}
    for finding in sorted(found, key=lambda f: (not f.sure, f.start)):
        by_value.setdefault((finding.kind, finding.value), finding)
    return sorted(by_value.values(), key=lambda f: f.start)


def _words(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the whole text as the buyer's words where it says more than data."""
    rest = " ".join(
        piece.text for piece in Piece(text, 0).without([(f.start, f.end) for f in found])
    )
    said = _weight(rest)
    talks = said >= _MANY_LETTERS or said >= _weight(text) * _PROSE_SHARE
    if said < _FEWEST_LETTERS or not talks:
        return []
    return [Finding("words", text.strip(), 0, len(text))]


def _weight(text: str) -> int:
    """Return how much a text says, in letters; a Chinese character says more than one."""
    chinese = len(re.findall(r"[\u4e00-\u9fff]", text))
    return len(re.sub(r"\W", "", text)) + chinese * (_LETTERS_OF_A_CHARACTER - 1)
