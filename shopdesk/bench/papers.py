"""Slips by the hundred, beside reportlab's stock codes; the first slip of a fresh process."""

from collections.abc import Iterator
from itertools import islice

from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import BYTES, Measure, timed
from shopdesk.bench.programs import seconds_to_end
from shopdesk.bench.stock_slips import STOCK_SLIPS, render_stock_slips
from shopdesk.i18n import _
from shopdesk.printing.drawing import PaperWish, draw
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.queries.paper import ReturnSlip
from shopdesk.queries.returns import find_return_ids
from shopdesk.queries.slips import load_return_slip

SLIPS = 500
RUN_RATIO = 0.15
FIRST_RATIO = 1.5
SLIP_BYTES = 3_600
_WISH = PaperWish(PAPER_SIZES["100x150"], "both", "en")


def paper_measures(ground: Ground) -> Iterator[Measure]:
    """Yield one of 500 slips, read and drawn; its bytes; and the first after a start."""
    ids = list(islice(find_return_ids(ground.reader, "all"), SLIPS))
    sizes: list[int] = []

    def print_all() -> None:
        slips = [load_return_slip(ground.reader, case_id) for case_id in ids]
        sizes.append(len(_render(slips)))

    run = timed(print_all)
    stock = timed(lambda: render_stock_slips(ground.reader, ids[:STOCK_SLIPS]))
    yield Measure(
        "slips",
        _("One of 500 slips, beside stock codes"),
        lambda: run() / len(ids),
        lambda: stock() / STOCK_SLIPS,
        RUN_RATIO,
        rounds=3,
    )
    name = _("Bytes of a slip")
    yield Measure(
        "slip_bytes", name, lambda: sizes[-1] / len(ids), most=SLIP_BYTES, unit=BYTES, rounds=1
    )
    yield Measure(
        "first_slip",
        _("First slip of a fresh process"),
        lambda: seconds_to_end("slip", str(ground.folder.database), str(ids[0])) * 1000,
        lambda: seconds_to_end("bare_slip") * 1000,
        FIRST_RATIO,
        rounds=5,
    )


def _render(slips: list[ReturnSlip]) -> bytes:
    return draw("return_slip", slips, _WISH).content
