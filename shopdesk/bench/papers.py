"""Papers by the hundred beside reportlab's stock codes and a bare canvas; a first; their memory."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice

from shopdesk.bench.bare_listing import draw_bare_listing
from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import BYTES, MIB, Measure, Sample, timed
from shopdesk.bench.programs import run_program, seconds_to_end
from shopdesk.bench.stock_slips import STOCK_SLIPS, render_stock_slips
from shopdesk.i18n import _
from shopdesk.printing.drawing import MadePaper, PaperWish, draw
from shopdesk.printing.sizes import A4, PAPER_SIZES
from shopdesk.queries.paper_lists import PackingList
from shopdesk.queries.papers import read_papers
from shopdesk.queries.returns import find_return_ids
from shopdesk.rules.label_sheets import PRESETS

SLIPS = 500
RUN_RATIO = 0.15
FIRST_RATIO = 1.5
SLIP_BYTES = 3_600
LISTED = 1_000
LISTING_RATIO = 2
FEW, MANY = 200, 2_000
PEAK_RATIO = 1.5
_LABEL = PaperWish(PAPER_SIZES["100x150"], "both", "en")
_SHEET = PaperWish(PRESETS["sheet:a4-2x4"], "both", "en")


def paper_measures(ground: Ground) -> Iterator[Measure]:
    """Yield slips on labels and on sheets, the first after a start, a long list, their memory."""
    ids = list(islice(cycle(find_return_ids(ground.reader, "all")), SLIPS))
    yield from _runs(ground, ids)
    yield Measure(
        "first_slip",
        _("First slip of a fresh process"),
        lambda: seconds_to_end("slip", str(ground.folder.database), str(ids[0])) * 1000,
        lambda: seconds_to_end("bare_slip") * 1000,
        FIRST_RATIO,
        rounds=5,
    )
    yield _listing(ground)
    yield Measure(
        "slips_memory",
        _("Peak of 2,000 slips, beside 200"),
        lambda: _peak_mib(ground, MANY),
        lambda: _peak_mib(ground, FEW),
        PEAK_RATIO,
        unit=MIB,
        rounds=1,
    )


def _runs(ground: Ground, ids: list[int]) -> Iterator[Measure]:
    """Yield what one of many slips costs on labels and on sheets of labels, and its bytes."""
    sizes: list[int] = []

    def print_all() -> None:
        sizes.append(len(_drawn(ground, ids, _LABEL).content))

    run = timed(print_all)
    sheets = timed(lambda: _drawn(ground, ids, _SHEET))
    stock = timed(lambda: render_stock_slips(ground.reader, ids[:STOCK_SLIPS]))
    named = (
        ("slips", _("One of 500 slips, beside stock codes"), run),
        ("sheet_slips", _("One of 500 on sheets of eight labels"), sheets),
    )
    for code, name, sample in named:
        ours, bare = _each(sample, len(ids)), _each(stock, STOCK_SLIPS)
        yield Measure(code, name, ours, bare, RUN_RATIO, rounds=3)
    name = _("Bytes of a slip")
    yield Measure(
        "slip_bytes", name, lambda: sizes[-1] / len(ids), most=SLIP_BYTES, unit=BYTES, rounds=1
    )


def _each(sample: Sample, count: int) -> Sample:
    return lambda: sample() / count


def _drawn(ground: Ground, ids: list[int], wish: PaperWish) -> MadePaper:
    return draw("return_slip", read_papers(ground.reader, "return_slip", ids), wish)


def _listing(ground: Ground) -> Measure:
    listed = _long_list(ground)
    wish = PaperWish(A4, "en", "en")
    return Measure(
        "listing",
        _("Packer's list of 1,000, beside a bare canvas"),
        timed(lambda: draw("packing_list", [listed], wish)),
        timed(lambda: draw_bare_listing(listed)),
        LISTING_RATIO,
        rounds=3,
    )


def _long_list(ground: Ground) -> PackingList:
    """Return a list of LISTED parcels, those of the shop again where it has fewer."""
    rows = ground.reader.rows("SELECT id FROM reshipment ORDER BY id LIMIT ?", (LISTED,))
    listed: PackingList = next(read_papers(ground.reader, "packing_list", [row[0] for row in rows]))
    parcels = islice(cycle(listed.parcels), LISTED)
    numbered = (replace(row, number=f"S-2611-{n:04d}") for n, row in enumerate(parcels))
    return replace(listed, parcels=tuple(numbered))


def _peak_mib(ground: Ground, slips: int) -> float:
    told = run_program("slips", str(ground.folder.database), str(slips))
    return float(told["peak_kib"] or 0) / 1024
