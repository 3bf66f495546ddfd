"""A PDF of slips, made from the records."""

from collections.abc import Sequence
from dataclasses import dataclass

from shopdesk.printing.sizes import DEFAULT_SLIP_SIZE, SLIP_SIZES, PaperSize
from shopdesk.queries.paper import ReturnSlip
from shopdesk.queries.slips import load_return_slip
from shopdesk.ui.desk import Reader


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """Finished slips: the PDF, the paper that it is made for, and what they are called."""

    content: bytes
    size: PaperSize
    numbers: tuple[str, ...]

    @property
    def file_name(self) -> str:
        """A name that tells what is inside: the return's number, or the first and the last."""
        first, last = self.numbers[0], self.numbers[-1]
        return f"{first}.pdf" if first == last else f"{first}_{last}.pdf"


def read_slips(reader: Reader, case_ids: Sequence[int]) -> list[ReturnSlip]:
    """Return what the slips of some returns show, all as of the same moment."""
    with reader.snapshot():
        return [load_return_slip(reader, case_id) for case_id in case_ids]


def make_paper(slips: Sequence[ReturnSlip], size_code: str, language: str) -> SlipPaper:
    """Return slips as one PDF, each on sheets of one size; takes a few milliseconds for each."""
    from shopdesk.printing.return_slip import render_return_slips

    size = SLIP_SIZES.get(size_code, SLIP_SIZES[DEFAULT_SLIP_SIZE])
    content = render_return_slips(slips, size, language)
    return SlipPaper(content, size, tuple(slip.number for slip in slips))
