"""The figures at the top of a summary, each beside the month before."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from shopdesk.formats import Formats
from shopdesk.i18n import N_
from shopdesk.printing.palette import GOOD, LATE, MUTED
from shopdesk.printing.sheet import Ink
from shopdesk.printing.words import Words
from shopdesk.queries.paper import MoneyPair, MonthSummary, Pair

NOTHING = "–"
MOST_CURRENCIES = 3
_HOURS_A_DAY = 24
_DAYS_FROM_HOURS = 48

Wish = Literal["more", "less"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its change; `values` has one line for each currency."""

    label: str
    values: tuple[str, ...]
    change: str = ""
    change_ink: Ink = MUTED
    was: str = ""


@dataclass(frozen=True, slots=True)
class FigureWriter:
    """Writes figures in one language."""

    words: Words
    formats: Formats

    def figures(self, summary: MonthSummary) -> Iterator[Figure]:
        """Yield the six figures in their order on paper."""
        yield self._count(N_("Orders"), summary.orders, "more")
        yield self._money(N_("Sales"), summary.sales, "more")
        yield self._settling(summary.settle_hours)
        yield self._count(N_("Returns"), summary.returns, "less")
        yield self._money(N_("Refunded"), summary.refunded, "less")
        yield self._rate(summary.return_rate)

    def _count(self, label: str, figure: Pair[int], wish: Wish) -> Figure:
        return Figure(
            self.words.gettext(label),
            (self.formats.number(figure.now),),
            self._relative(figure.now, figure.before),
            _ink(figure.now - figure.before, wish),
            self._was(self.formats.number(figure.before)),
        )

    def _money(self, label: str, amounts: tuple[MoneyPair, ...], wish: Wish) -> Figure:
        name = self.words.gettext(label)
        if len(amounts) != 1:
            return Figure(name, self._currencies(amounts) or (NOTHING,))
        amount = amounts[0]
        return Figure(
            name,
            self._currencies(amounts),
            self._relative(amount.now_minor, amount.before_minor),
            _ink(amount.now_minor - amount.before_minor, wish),
            self._was(self.formats.money(amount.before_minor, amount.currency)),
        )

    def _currencies(self, amounts: tuple[MoneyPair, ...]) -> tuple[str, ...]:
        shown = amounts if len(amounts) <= MOST_CURRENCIES else amounts[: MOST_CURRENCIES - 1]
        lines = [self.formats.money(amount.now_minor, amount.currency) for amount in shown]
        if more := len(amounts) - len(shown):
            counted = self.words.ngettext(
                "and {count} more currency", "and {count} more currencies", more
            )
            lines.append(counted.format(count=more))
        return tuple(lines)

    def _rate(self, rate: Pair[float | None]) -> Figure:
        label = self.words.gettext(N_("Return rate"))
        if rate.now is None:
            return Figure(label, (NOTHING,))
        value = (self.formats.percent(rate.now),)
        if rate.before is None:
            return Figure(label, value)
        moved = rate.now - rate.before
        change = self.words.gettext(N_("{change} points"))
        return Figure(
            label,
            value,
            change.format(change=self.formats.number_change(moved * 100, 1)),
            _ink(moved, "less"),
            self._was(self.formats.percent(rate.before)),
        )

    def _settling(self, hours: Pair[float | None]) -> Figure:
        label = self.words.gettext(N_("Opened to settled, median"))
        if hours.now is None:
            return Figure(label, (NOTHING,))
        if hours.before is None:
            return Figure(label, (self._span(hours.now),))
        return Figure(
            label,
            (self._span(hours.now),),
            self._relative(hours.now, hours.before),
            _ink(hours.now - hours.before, "less"),
            self._was(self._span(hours.before)),
        )

    def _span(self, hours: float) -> str:
        if hours < _DAYS_FROM_HOURS:
            return self.words.gettext(N_("{count} h")).format(count=self.formats.number(hours))
        days = self.formats.number(hours / _HOURS_A_DAY, 1)
        return self.words.gettext(N_("{count} days")).format(count=days)

    def _relative(self, now: float, before: float) -> str:
        return self.formats.percent_change((now - before) / before) if before else ""

    def _was(self, figure: str) -> str:
        return self.words.gettext(N_("was {figure}")).format(figure=figure)


def _ink(moved: float, wish: Wish) -> Ink:
    if not moved:
        return MUTED
    return GOOD if (moved > 0) == (wish == "more") else LATE
