"""Cases that are named by their numbers on the command line."""

from collections.abc import Sequence

from shopdesk.errors import DomainError
from shopdesk.i18n import N_, _
from shopdesk.queries.case_detail import find_case_id
from shopdesk.storage.reader import Reader

_NONE = {
    "": N_("There is no case {numbers}. Check the number."),
    "return": N_("There is no return {numbers}. Check the number."),
    "reshipment": N_("There is no reshipment {numbers}. Check the number."),
}


def number_of(text: str) -> str:
    """Return a number that can be looked for: bytes that are no text come in as half letters."""
    return text.encode(errors="replace").decode()


def case_ids(reader: Reader, numbers: Sequence[str], kind: str = "") -> list[int]:
    """Return the ids of cases, each once; raises DomainError if one is not there."""
    found = {number: find_case_id(reader, number, kind) for number in numbers}
    missing = [number for number, row_id in found.items() if row_id is None]
    if missing:
        raise DomainError(_(_NONE[kind]).format(numbers=", ".join(missing)))
    return [row_id for row_id in found.values() if row_id is not None]
