"""What a table shows of a row, said once per column.

COLUMNS = (
    Column("number", N_("Return"), 110, lambda row: row.number, sort="number"),
    Column("state", N_("Status"), 120, lambda row: _(row.state_title), tone=state_tone,
           badge=True),
    Column("amount", N_("Amount"), 90, lambda row: money(row.amount_minor, row.currency),
           right=True),
)
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from shopdesk.rules.owners import EVERYONE
from shopdesk.ui.theme import Tone


class HasId(Protocol):
    """A row as the table needs it: it can be told from the others."""

    @property
    def id(self) -> int:
        """The number by which the row is found again."""
        ...


Row = TypeVar("Row", bound=HasId)


def plain_tone(_row: object) -> Tone:
    """Give every row of a column the colour of plain text."""
    return "text"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column; `text` gives the finished string of a row and is asked once per fetch.

    `sort` is the key that the page's query sorts by, empty where it cannot. `stretch` lets
    one column take the room that is left. With `badge` the text stands in a pill.
    """

    key: str
    title: str
    width_px: int
    text: Callable[[Row], str]
    tone: Callable[[Row], Tone] = plain_tone
    right: bool = False
    badge: bool = False
    stretch: bool = False
    sort: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows a page asks its query for, in which order.

    `owner` is EVERYONE, NOBODY, or the id of a person whose work it is.
    """

    chip: str
    sort: str
    descending: bool
    text: str = ""
    owner: int = EVERYONE
