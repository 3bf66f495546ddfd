"""The solutions in force, a shop's own before the shipped ones, and what their options came to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shopdesk.queries.values import RowsOf
from shopdesk.rules.solutions import OptionKey, OptionStats, Solution, Stats, solution_of, starter
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version that a shop made of a solution; the newest of a code is in force."""

    id: int
    code: str
    content: Mapping[str, Any]
    retired: bool
    made_at: datetime
    made_by: str

    @property
    def solution(self) -> Solution:
        """What it says."""
        return solution_of(self.code, self.content)


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """A solution as the library lists it; without a `version` it is as it ships."""

    solution: Solution
    version: VersionRow | None = None

    @property
    def id(self) -> int:
        """The number by which the list knows it."""
        return self.solution.id

    @property
    def retired(self) -> bool:
        """Whether the shop does not want to see it any more."""
        return self.version is not None and self.version.retired

    @property
    def version_id(self) -> int:
        """The id of the version in force; 0 for the shipped one."""
        return self.version.id if self.version is not None else 0


_version = RowsOf(VersionRow)

_VERSIONS = "SELECT id, code, content, retired, made_at, made_by FROM solution"
_NEWEST = f"""
    {_VERSIONS} WHERE id IN (SELECT max(id) FROM solution GROUP BY code)
    ORDER BY (SELECT min(id) FROM solution AS first WHERE first.code = solution.code)
"""
_OF_CODE = f"{_VERSIONS} WHERE code = ? ORDER BY id DESC"

# A complaint in which an option was chosen twice counts twice: it was offered and taken twice.
_DONE = """chosen.done_at IS NOT NULL AND
    (opened.id IS NULL OR opened.settled_at IS NOT NULL OR opened.closed_at IS NOT NULL)"""
_STATS = f"""
    SELECT chosen.solution, chosen.option, cases.currency, count(*),
        count(*) FILTER (WHERE {_DONE}),
        coalesce(sum(cases.cost_minor + coalesce(opened.cost_minor, 0)) FILTER (WHERE {_DONE}), 0),
        sum((SELECT count(score) FROM follow_up
            WHERE case_id IN (chosen.case_id, chosen.opened_id))),
        sum((SELECT coalesce(sum(score), 0) FROM follow_up
            WHERE case_id IN (chosen.case_id, chosen.opened_id)))
    FROM complaint_option AS chosen
    JOIN cases ON cases.id = chosen.case_id
    LEFT JOIN cases AS opened ON opened.id = chosen.opened_id
    WHERE chosen.chosen_at IS NOT NULL AND chosen.solution <> ''
    GROUP BY chosen.solution, chosen.option, cases.currency
"""


def load_solutions(reader: Reader) -> list[Solution]:
    """Return the solutions that are offered, in the order of the library."""
    return [row.solution for row in load_library(reader) if not row.retired]


def load_library(reader: Reader) -> list[LibraryRow]:
    """Return every solution: those that ship, as the shop says them, then the shop's own."""
    newest = {row.code: row for row in map(_version, reader.rows(_NEWEST))}
    shipped = [_listed(found, newest.pop(code, None)) for code, found in starter().items()]
    return [*shipped, *(LibraryRow(row.solution, row) for row in newest.values())]


def load_versions(reader: Reader, code: str) -> list[VersionRow]:
    """Return what the shop made of a solution, the version in force first."""
    return list(map(_version, reader.rows(_OF_CODE, (code,))))


def load_option_stats(reader: Reader) -> Stats:
    """Return what each option that was ever chosen came to."""
    found: dict[OptionKey, list[tuple[str, int, int, int, int, int]]] = {}
    for solution, option, *figures in reader.rows(_STATS):
        found.setdefault((solution, option), []).append(tuple(figures))
    return {key: _summed(by_currency) for key, by_currency in found.items()}


def _summed(by_currency: list[tuple[str, int, int, int, int, int]]) -> OptionStats:
    return OptionStats(
        taken=sum(taken for _currency, taken, *_ in by_currency),
        done_in={currency: done for currency, _taken, done, *_ in by_currency},
        cost_minor={currency: cost for currency, _taken, _done, cost, *_ in by_currency},
        scored=sum(scored for *_, scored, _sum in by_currency),
        score_sum=sum(score_sum for *_, score_sum in by_currency),
    )


def _listed(shipped: Solution, version: VersionRow | None) -> LibraryRow:
    return LibraryRow(shipped if version is None else version.solution, version)
