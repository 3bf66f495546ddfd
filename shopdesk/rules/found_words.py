"""What came in a return's parcels in one line, such as “2 of 3 here · 1 short · 1 damaged”."""

from collections.abc import Iterator, Mapping
from typing import Any

from shopdesk.i18n import N_, _
from shopdesk.rules.inspecting import CONDITIONS

SUMS = {
    "short": N_("{n} short"),
    "surplus": N_("{n} too many"),
    "foreign": N_("{n} not our goods"),
}
"""Sums of rules.inspecting.Found that are said only where there is something to say."""


def found_text(found: Mapping[str, Any]) -> str:
    """Return the sums of a `Found`, given as plain values as the timeline keeps them."""
    return " · ".join(_parts(found))


def _parts(found: Mapping[str, Any]) -> Iterator[str]:
    yield _("{here} of {expected} here").format(here=found["here"], expected=found["expected"])
    for name, words in SUMS.items():
        if found[name]:
            yield _(words).format(n=found[name])
    for code, condition in CONDITIONS.items():
        if found["conditions"].get(code):
            yield _(condition.counted).format(n=found["conditions"][code])
