"""The figures as a table for people and as JSON for programs."""

import platform
from dataclasses import dataclass
from typing import Any

import sqlcipher3.dbapi2 as driver

from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import Measure, Result
from shopdesk.i18n import _

_NAME_WIDTH = 54
_ROW = "{name:<54}{ours:>13}{bare:>13}{ratio:>8}  {goal:<12}{met}"


@dataclass(frozen=True, slots=True)
class Conditions:
    """What was measured on."""

    cases: int
    orders: int
    size_bytes: int

    @property
    def line(self) -> str:
        """One line that says so."""
        return _(
            "{cases} cases, {orders} orders, {size} MB · SQLite {sqlite} · Python {python}"
        ).format(
            cases=f"{self.cases:,}",
            orders=f"{self.orders:,}",
            size=round(self.size_bytes / 1e6),
            sqlite=driver.sqlite_version,
            python=platform.python_version(),
        )


def conditions_of(ground: Ground) -> Conditions:
    """Return what is measured on, as it is before anything is saved to it."""
    return Conditions(ground.cases, ground.orders, ground.folder.database.stat().st_size)


def head_line() -> str:
    """Return the titles of the columns."""
    return _ROW.format(
        name="", ours=_("ours"), bare=_("bare"), ratio=_("ratio"), goal=_("goal"), met=""
    )


def line_of(result: Result) -> str:
    """Return one figure's line."""
    measure = result.measure
    return _ROW.format(
        name=measure.name[:_NAME_WIDTH],
        ours=_figure(result.ours, measure.unit),
        bare="–" if result.bare is None else _figure(result.bare, measure.unit),
        ratio="" if result.ratio is None else f"{result.ratio:.2f}",
        goal=_goal(measure),
        met={True: _("met"), False: _("missed"), None: ""}[result.met],
    ).rstrip()


def as_json(conditions: Conditions, results: list[Result]) -> dict[str, Any]:
    """Return all of it under stable English names."""
    return {
        "cases": conditions.cases,
        "orders": conditions.orders,
        "size_bytes": conditions.size_bytes,
        "sqlite": driver.sqlite_version,
        "python": platform.python_version(),
        "measures": [_measure_json(result) for result in results],
    }


def _measure_json(result: Result) -> dict[str, Any]:
    measure = result.measure
    return {
        "code": measure.code,
        "unit": measure.unit,
        "ours": result.ours,
        "bare": result.bare,
        "ratio": result.ratio,
        "most_ratio": measure.most_ratio,
        "most": measure.most,
        "met": result.met,
    }


def _goal(measure: Measure) -> str:
    if measure.most_ratio is not None:
        return f"≤ {measure.most_ratio:g} ×"
    return "" if measure.most is None else f"≤ {measure.most:g} {measure.unit}".rstrip()


def _figure(value: float, unit: str) -> str:
    digits = 2 if value < 10 and unit == "ms" else 1 if value < 100 and unit == "ms" else 0  # noqa: PLR2004
    return f"{value:,.{digits}f} {unit}".rstrip()
