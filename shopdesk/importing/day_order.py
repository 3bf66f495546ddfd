"""Whether 03/04/2024 is in March or April: decided for a column by the whole file."""

from collections.abc import Callable

from shopdesk.importing.cells import clean
from shopdesk.importing.moments import numeric_parts
from shopdesk.importing.tables import Table

_MONTHS = 12


class DayOrder:
    """The order of day and month in the date columns of one table.

    The file is looked through only when the first such date turns up, once a column. Where a
    column leaves it open, the others are asked, then `default`; if nothing helps, `undecided`
    is told the column's position and the day is taken to be first.
    """

    def __init__(
        self,
        table: Table,
        columns: tuple[int, ...],
        default: bool | None,  # noqa: FBT001 - the three answers of a question
        undecided: Callable[[int], None],
    ) -> None:
        self._table = table
        self._columns = columns
        self._default = default
        self._undecided = undecided
        self._seen: dict[int, bool | None] | None = None
        self._decided: dict[int, bool] = {}

    def day_first(self, column: int) -> bool:
        """Return whether the day stands before the month in the column at this position."""
        if column not in self._decided:
            self._decided[column] = self._decide(column)
        return self._decided[column]

    def _decide(self, column: int) -> bool:
        if self._seen is None:
            self._seen = self._look_through()
        answers = (self._seen.get(column), *self._seen.values(), self._default)
        answer = next((answer for answer in answers if answer is not None), None)
        if answer is None:
            self._undecided(column)
        return answer is not False

    def _look_through(self) -> dict[int, bool | None]:
        seen: dict[int, bool | None] = dict.fromkeys(self._columns)
        for _line, cells in self._table.rows():
            for column in [column for column, answer in seen.items() if answer is None]:
                seen[column] = _order_of(cells[column]) if column < len(cells) else None
            if None not in seen.values():
                break
        return seen


def _order_of(cell: str) -> bool | None:
    """Return True for 31/12/2023, False for 12/31/2023, None where both readings fit."""
    parts = numeric_parts(clean(cell)) if cell else None
    if parts is None or max(parts) <= _MONTHS:
        return None
    return parts[0] > _MONTHS
