"""A PDF of slips or labels, made from the records."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from shopdesk.i18n import _, ngettext
from shopdesk.printing.sizes import DEFAULT_SLIP_SIZE, SLIP_SIZES, PaperSize
from shopdesk.queries.paper import PackingSlip, Slip
from shopdesk.queries.slips import load_packing_slips, load_slips
from shopdesk.ui.desk import Reader


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """Finished slips: the PDF, the paper that it is made for, and what they are called."""

    content: bytes
    size: PaperSize
    numbers: tuple[str, ...]

    @property
    def file_name(self) -> str:
        """A name that tells what is inside: the case's number, or the first and the last."""
        first, last = self.numbers[0], self.numbers[-1]
        return f"{first}.pdf" if first == last else f"{first}_{last}.pdf"


@dataclass(frozen=True, slots=True)
class SlipLot:
    """Slips as they were read; `warning` says what nobody could guess from the paper, if any."""

    numbers: tuple[str, ...]
    draw: Callable[[PaperSize, str], bytes]
    warning: str

    def paper(self, size_code: str, language: str) -> SlipPaper:
        """Return one PDF, each on sheets of one size; takes a few milliseconds for each."""
        size = SLIP_SIZES.get(size_code, SLIP_SIZES[DEFAULT_SLIP_SIZE])
        return SlipPaper(self.draw(size, language), size, self.numbers)


@dataclass(frozen=True, slots=True)
class SlipKind:
    """What is previewed: its title for so many, how it is read, whether printing is remembered."""

    title: Callable[[int], str]
    read: Callable[[Reader, Sequence[int]], SlipLot]
    is_remembered: bool = True


def _read_slips(reader: Reader, case_ids: Sequence[int]) -> SlipLot:
    slips = load_slips(reader, case_ids)
    warnings = filter(None, map(_slip_warning, slips))
    return SlipLot(_numbers(slips), partial(_draw_slips, slips), next(warnings, ""))


def _read_labels(reader: Reader, case_ids: Sequence[int]) -> SlipLot:
    slips = load_packing_slips(reader, case_ids)
    warnings = filter(None, map(_slip_warning, slips))
    return SlipLot(_numbers(slips), partial(_draw_labels, slips), next(warnings, ""))


def _draw_slips(slips: Sequence[Slip], size: PaperSize, language: str) -> bytes:
    from shopdesk.printing.slips import render_slips

    return render_slips(slips, size, language)


def _draw_labels(slips: Sequence[PackingSlip], size: PaperSize, language: str) -> bytes:
    from shopdesk.printing.address_label import render_address_labels

    return render_address_labels(slips, size, language)


def _numbers(slips: Sequence[Slip]) -> tuple[str, ...]:
    return tuple(slip.number for slip in slips)


def _slip_warning(slip: Slip) -> str:
    """Return what is said where the paper does not say where the parcel goes."""
    if slip.to_address:
        return ""
    if isinstance(slip, PackingSlip):
        sentence = _("{number} has no address yet. Enter it with “Change goods or address”.")
        return sentence.format(number=slip.number)
    sentence = _(
        "{shop} has no return address yet: the slip does not say where to send the parcel."
        " Enter it in Settings."
    )
    return sentence.format(shop=slip.shop_name)


RETURN_SLIPS = SlipKind(
    lambda n: ngettext("Return slip", "{n} return slips", n).format(n=n), _read_slips
)
PACKING_SLIPS = SlipKind(
    lambda n: ngettext("Packing slip to print", "{n} packing slips to print", n).format(n=n),
    _read_slips,
)
ALL_SLIPS = SlipKind(
    lambda n: ngettext("Slip to print", "{n} slips to print", n).format(n=n), _read_slips
)
"""Of returns and of reshipments, one after the other."""
LABELS = SlipKind(
    lambda n: ngettext("Address label to print", "{n} address labels to print", n).format(n=n),
    _read_labels,
    is_remembered=False,
)
