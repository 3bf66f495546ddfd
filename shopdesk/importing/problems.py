"""Problems gathered while reading, in the order of the file, and not without end."""

from shopdesk.i18n import ngettext
from shopdesk.importing.drafts import Problem, Severity

MOST_PROBLEMS = 500
"""Nobody reads more; the rest is counted."""


class Problems:
    """The problems of one file; each `once` key is told a single time."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._told: list[Problem] = []
        self._untold = 0
        self._keys: set[tuple[str, str]] = set()

    def add(self, severity: Severity, line: int | None, column: str, sentence: str) -> None:
        """Tell a problem at its place."""
        if len(self._told) >= MOST_PROBLEMS:
            self._untold += 1
        else:
            self._told.append(Problem(severity, line, column, sentence, self._file))

    def once(self, key: tuple[str, str], line: int | None, column: str, sentence: str) -> None:
        """Warn of something that would come again on many rows."""
        if key not in self._keys:
            self._keys.add(key)
            self.add("warning", line, column, sentence)

    def all(self) -> tuple[Problem, ...]:
        """Return what was told, with a last word on how many were left out."""
        if not self._untold:
            return tuple(self._told)
        rest = ngettext(
            "{count} more problem of this kind.",
            "{count} more problems of these kinds.",
            self._untold,
        ).format(count=self._untold)
        return (*self._told, Problem("warning", None, "", rest, self._file))
