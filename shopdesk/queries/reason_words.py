"""Reasons by id, as codes and own words: what counts of cases are told with."""

from dataclasses import dataclass

from shopdesk.storage.reader import Reader

_REASONS = "SELECT id, code, name, position FROM reason"
_UNSAID_POSITION = 1_000_000


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """A reason's code, its own words where the shop gave some, and its place on the form."""

    code: str
    text: str
    position: int


UNSAID = ReasonWords("other", "", _UNSAID_POSITION)
"""What a case without a reason counts as."""


def load_reason_words(reader: Reader) -> dict[int | None, ReasonWords]:
    """Return every reason by its id, and UNSAID for None."""
    found: dict[int | None, ReasonWords] = {
        row[0]: ReasonWords(*row[1:]) for row in reader.rows(_REASONS)
    }
    return found | {None: UNSAID}
