"""What each document of cases shows, streamed: one look at the file for all of them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from shopdesk.queries.slips import read_packing_slips, read_return_slips
from shopdesk.storage.reader import Reader

if TYPE_CHECKING:
    from shopdesk.queries.evidence_pack import EvidencePack
    from shopdesk.queries.paper_lists import InspectionSheet, PackingList

Reading = Callable[[Reader, Sequence[int]], Iterator[Any]]


def read_papers(reader: Reader, document: str, case_ids: Sequence[int]) -> Iterator[Any]:
    """Yield the frozen data of a document, a key of rules.documents, for each case in order.

    A document that joins its cases yields once. All is as of the moment of the first one, however
    long the reading takes; what was yielded is not held. Raises DomainError at a case that is
    gone or has no such document.
    """
    with reader.snapshot():
        yield from READERS[document](reader, case_ids)


def _inspection_sheets(reader: Reader, case_ids: Sequence[int]) -> Iterator["InspectionSheet"]:
    from shopdesk.queries.inspection_sheet import read_inspection_sheets

    return read_inspection_sheets(reader, case_ids)


def _packing_list(reader: Reader, case_ids: Sequence[int]) -> Iterator["PackingList"]:
    from shopdesk.queries.packing_list import read_packing_list

    return read_packing_list(reader, case_ids)


def _evidence_packs(reader: Reader, case_ids: Sequence[int]) -> Iterator["EvidencePack"]:
    from shopdesk.queries.evidence_pack import evidence_pack

    made_at = datetime.now(UTC)
    return (evidence_pack(reader, case_id, made_at) for case_id in case_ids)


READERS: dict[str, Reading] = {
    "return_slip": read_return_slips,
    "return_label": read_return_slips,
    "packing_slip": read_packing_slips,
    "address_label": read_packing_slips,
    "inspection_sheet": _inspection_sheets,
    "packing_list": _packing_list,
    "evidence_pack": _evidence_packs,
}
"""Who reads a document, by its code; all but slips, which are hurried, load when needed."""
