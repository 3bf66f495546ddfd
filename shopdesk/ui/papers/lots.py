"""What is printed in one go: some cases' papers of one kind, and how."""

from dataclasses import dataclass

from shopdesk.settings import PaperChoice
from shopdesk.ui.base.paper import Paper


@dataclass(frozen=True, slots=True)
class PrintLot:
    """One document of some cases, for the printer in its choice; `made` is it if it is drawn.

    Without `case_ids` it is a report, which nothing is marked for: it has to be `made`.
    """

    document: str
    case_ids: tuple[int, ...]
    choice: PaperChoice
    copies: int = 1
    made: Paper | None = None


@dataclass(frozen=True, slots=True)
class PrintedSoFar:
    """How far a run is, in cases; `waits` says what the printer waits for, empty if nothing."""

    done: int
    total: int
    waits: str = ""
