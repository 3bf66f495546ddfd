"""Several returns at once: how they stand, for saying what can be done with them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from shopdesk.queries.values import RowsOf, id_list
from shopdesk.rules.remedies import remedy_of
from shopdesk.rules.states import Standing
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One return among several."""

    id: int
    number: str
    state: str
    remedy: str
    settled: bool

    @property
    def standing(self) -> Standing:
        """What decides which steps it allows."""
        return Standing(self.state, remedy_of(self.remedy), settled=self.settled)


_row = RowsOf(StandingRow)

_FROM = """
    FROM cases JOIN return_case ON return_case.id = cases.id
    WHERE cases.id IN (SELECT value FROM json_each(?))
"""

_COUNTS = f"""
    SELECT cases.state, return_case.remedy, cases.settled_at IS NOT NULL, count(*)
    {_FROM} GROUP BY 1, 2, 3
"""

_ROWS = f"""
    SELECT cases.id, cases.number, cases.state, return_case.remedy, cases.settled_at IS NOT NULL
    {_FROM}
"""


def count_standings(reader: Reader, ids: Sequence[int]) -> Counter[Standing]:
    """Return how many of some returns stand how; reads no more than their keys."""
    counts: Counter[Standing] = Counter()
    for state, remedy, settled, count in reader.rows(_COUNTS, (id_list(ids),)):
        counts[Standing(state, remedy_of(remedy), settled=bool(settled))] += count
    return counts


def load_standings(reader: Reader, ids: Sequence[int]) -> list[StandingRow]:
    """Return how each of some returns stands, in the order of `ids`; without those gone."""
    found = {row[0]: _row(row) for row in reader.rows(_ROWS, (id_list(ids),))}
    return [found[case_id] for case_id in ids if case_id in found]
