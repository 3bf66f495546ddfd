"""The library as the page lists it: by category, by what is typed, by how often it was taken."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.solutions import LibraryRow, load_library, load_option_stats
from shopdesk.rules.solutions import Asked, OptionStats, Solution, Stats, suggested, together
from shopdesk.rules.solutions.suggesting import matching
from shopdesk.ui.base.columns import Wanted
from shopdesk.ui.desk import Reader
from shopdesk.ui.theme import Tone

ALL = "all"
RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Listed:
    """A solution of the library with what its options came to, together and each."""

    found: LibraryRow
    past: OptionStats
    stats: Stats

    @property
    def id(self) -> int:
        """The number by which the list knows it."""
        return self.found.id

    @property
    def solution(self) -> Solution:
        """What it says."""
        return self.found.solution

    @property
    def title(self) -> str:
        """Its title, for the person who looks."""
        return self.solution.title(current_language())

    @property
    def standing(self) -> str:
        """Whether it is the shop's own, changed or retired; empty for one as it ships."""
        if self.found.version is None:
            return ""
        return _(_STANDINGS[self.found.retired])

    @property
    def tone(self) -> Tone:
        """The colour of its standing."""
        return "muted" if self.found.retired else "accent"


_STANDINGS = {False: N_("Own"), True: N_("Retired")}

_SORTS: Mapping[str, Callable[[Listed], float]] = {
    "taken": lambda row: row.past.taken,
    "score": lambda row: row.past.score or 0,
}


def load_listed(reader: Reader) -> dict[int, Listed]:
    """Return the whole library by the numbers of its solutions, in its order."""
    stats = load_option_stats(reader)
    return {row.id: _listed(row, stats) for row in load_library(reader)}


def count_chips(rows: Sequence[Listed]) -> Mapping[str, int]:
    """Return how many solutions stand behind each chip."""
    shown = Counter(row.solution.category for row in rows if not row.found.retired)
    return {**shown, ALL: len(rows), RETIRED: sum(row.found.retired for row in rows)}


def wanted_rows(rows: Sequence[Listed], wanted: Wanted) -> list[Listed]:
    """Return what a chip and a text leave, the best fit first where something is typed."""
    behind = [row for row in rows if _is_behind(row, wanted.chip)]
    if wanted.text:
        behind = _found(behind, wanted.text)
    value = _SORTS.get(wanted.sort)
    return sorted(behind, key=value, reverse=wanted.descending) if value else behind


def _is_behind(row: Listed, chip: str) -> bool:
    if chip in (ALL, RETIRED):
        return chip == ALL or row.found.retired
    return row.solution.category == chip and not row.found.retired


def _found(rows: list[Listed], text: str) -> list[Listed]:
    """Return what has every word as typed, and then what is much like it."""
    by_code = {row.solution.code: row for row in rows}
    solutions = [row.solution for row in rows]
    like = suggested(solutions, Asked(text), rows[0].stats if rows else {})
    codes = dict.fromkeys(each.code for each in (*matching(like, text), *matching(solutions, text)))
    return [by_code[code] for code in dict.fromkeys([*codes, *(each.code for each in like)])]


def _listed(row: LibraryRow, stats: Stats) -> Listed:
    keys = [(row.solution.code, option.code) for option in row.solution.options]
    return Listed(row, together(stats[key] for key in keys if key in stats), stats)
