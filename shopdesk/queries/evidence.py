"""The photos and files of a case or of a parcel, as they are shown."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.values import RowsOf
from shopdesk.rules.evidence import KINDS, EvidencePlace
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence; `line_title` is empty where it shows the case as a whole.

    `trouble` is a key of rules.evidence.TROUBLES, noticed at `trouble_at`, or empty.
    """

    id: int
    line_id: int | None
    line_title: str
    sha256: str
    size: int
    kind: str
    name: str
    note: str
    added_at: datetime
    person: str
    trouble: str
    trouble_at: datetime | None

    @property
    def file_name(self) -> str:
        """What the file is called where it is kept."""
        return f"{self.sha256}.{self.kind}"

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown as a picture."""
        return self.kind in KINDS and KINDS[self.kind].is_picture


@dataclass(frozen=True, slots=True)
class LineChoice:
    """A line of a return that evidence may show."""

    id: int
    title: str
    variant: str


_row = RowsOf(EvidenceRow)
_line = RowsOf(LineChoice)

_EVIDENCE = """
    SELECT attachment.id, attachment.line_id, coalesce(return_line.title, ''), sha256, size, kind,
        name, attachment.note, added_at, person, trouble, trouble_at
    FROM attachment LEFT JOIN return_line ON return_line.id = attachment.line_id
    WHERE {where} ORDER BY attachment.id
"""


def load_evidence(reader: Reader, place: EvidencePlace) -> tuple[EvidenceRow, ...]:
    """Return the evidence of a place in the order in which it was added."""
    if place.line_id is not None:
        where, value = "attachment.line_id = ?", place.line_id
    elif place.case_id is not None:
        where, value = "attachment.case_id = ?", place.case_id
    else:
        where, value = "attachment.parcel_id = ?", place.parcel_id or 0
    found = reader.rows(_EVIDENCE.format(where=where), (value,))
    return tuple(map(_row, found))


def load_evidence_lines(reader: Reader, case_id: int) -> tuple[LineChoice, ...]:
    """Return the lines of a return that its evidence may show."""
    found = reader.rows(
        "SELECT id, title, variant FROM return_line WHERE case_id = ? ORDER BY position",
        (case_id,),
    )
    return tuple(map(_line, found))
