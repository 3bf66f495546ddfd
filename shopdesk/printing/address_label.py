"""Address labels by their old name."""

from collections.abc import Callable, Iterable

from shopdesk.printing.drawing import PaperWish, draw, went_on
from shopdesk.printing.sizes import PaperSize
from shopdesk.queries.paper import Slip


def render_address_labels(
    slips: "Iterable[Slip]",
    size: PaperSize,
    language: str,
    after_each: Callable[[int], object] = went_on,
) -> bytes:
    """Return one PDF with every slip."""
    return draw("address_label", slips, PaperWish(size, language, "en"), after_each).content
