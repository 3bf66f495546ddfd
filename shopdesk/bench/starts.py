"""Whole starts, from no process to rows on the screen, beside a bare Qt window with a table."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Any

from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import MIB, Measure, Sample
from shopdesk.bench.programs import run_program
from shopdesk.i18n import _

STARTS = 7
PAINT_RATIO = 1.3
ROWS_RATIO = 1.6
MEMORY_RATIO = 2

Told = dict[str, Any]


def start_measures(ground: Ground) -> Iterator[Measure]:
    """Yield first paint, first rows, what was loaded by then, and the memory taken."""
    ours, bare = _starts(ground)
    bare_paint = _recorded([_until(told, "painted") for told in bare])
    yield _measure(
        "painted",
        _("Window painted"),
        [_until(told, "painted") for told in ours],
        bare_paint,
        PAINT_RATIO,
    )
    name = _("First rows on the screen, beside a bare first paint")
    filled = [_until(told, "filled") for told in ours]
    yield _measure("first_rows", name, filled, bare_paint, ROWS_RATIO)
    heavy = [float(len(told["heavy"])) for told in ours]
    name = _("Loaded too early: {names}").format(names=", ".join(ours[0]["heavy"]) or "–")
    yield Measure("heavy", name, _recorded(heavy), most=0, unit="", rounds=len(heavy))
    if ours[0]["peak_kib"]:
        taken = [told["peak_kib"] / 1024 for told in ours]
        least = _recorded([told["peak_kib"] / 1024 for told in bare])
        name = _("Most memory until the first rows")
        yield _measure("memory", name, taken, least, MEMORY_RATIO, unit=MIB)


def _starts(ground: Ground) -> tuple[list[Told], list[Told]]:
    """Start both in turn; the first pair only warms the system's caches."""
    folder = str(ground.folder.root)
    told = [(run_program("window", folder), run_program("bare_window")) for _n in range(STARTS + 1)]
    ours, bare = zip(*told[1:], strict=True)
    return list(ours), list(bare)


def _measure(  # noqa: PLR0917 - a table's row
    code: str,
    name: str,
    ours: Sequence[float],
    bare: Sample,
    most_ratio: float,
    unit: str = "ms",
) -> Measure:
    return Measure(code, name, _recorded(ours), bare, most_ratio, unit=unit, rounds=len(ours))


def _until(told: Told, moment: str) -> float:
    return float(told[moment] - told["started"]) * 1000


def _recorded(figures: Sequence[float]) -> Sample:
    """Return a sample that gives back what was taken before, over and over."""
    following = cycle(figures)
    return lambda: next(following)
