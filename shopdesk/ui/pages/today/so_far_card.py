"""The month so far in six figures, each with its change against the same days before."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from shopdesk.formats import Formats, currency_digits
from shopdesk.i18n import _
from shopdesk.queries.paper import Pair
from shopdesk.rules.sentences import time_span
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import ElidedLabel, plain_label
from shopdesk.ui.pages.today.toned_label import TonedLabel
from shopdesk.ui.theme import Tone

if TYPE_CHECKING:
    from shopdesk.queries.so_far import SoFar

_NONE = "—"
_HOUR_S = 3600
_UP, _DOWN = "▲", "▼"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: what it is called, what it is, how it changed, whether that is good."""

    name: str
    value: str
    change: str = ""
    tone: Tone = "muted"


class SoFarCard(Card):
    """Under a heading that names the month."""

    def __init__(self) -> None:
        super().__init__(_("The month so far"))
        self.setToolTip(
            _("Times are medians. Each change is against the same days of the month before.")
        )
        self.beside = plain_label("", "small", wrap=True)
        self.body.addWidget(self.beside)
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        self.body.addWidget(self._holder)

    def show_figures(self, found: "SoFar", formats: Formats) -> None:
        """Show other figures."""
        first, last = map(formats.day_month, (found.compared.first, found.compared.last))
        words = _("beside {first} to {last}: ▲ more, ▼ less")
        self.beside.setText(words.format(first=first, last=last))
        clear(self._grid)
        for row, line in enumerate(so_far_lines(found, formats)):
            name = ElidedLabel(line.name, "muted")
            value = plain_label(line.value, "strong")
            change = TonedLabel(line.change, line.tone)
            for label in (value, change):
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            for column, widget in enumerate((name, value, change)):
                self._grid.addWidget(widget, row, column)


def so_far_lines(found: "SoFar", formats: Formats) -> Iterator[Line]:
    """Yield the figures in their order; money has a line for each currency."""
    rate = _line(_("Return rate"), found.return_rate, formats.percent)
    yield replace(rate, change=_in_points(rate, found.return_rate, formats))
    for amount in found.refunded:
        pair = _as_floats(amount.now_minor, amount.before_minor)
        name = _("Refunded, {currency}").format(currency=amount.currency)
        yield _line(name, pair, partial(_whole, formats, amount.currency))
    yield _line(_("First reply"), found.reply_s, _span)
    yield _line(_("Settled within"), found.settle_hours, lambda hours: _span(hours * _HOUR_S))
    yield _line(
        _("Complaints"), _as_floats(found.complaints.now, found.complaints.before), formats.number
    )
    mean = partial(formats.number, digits=1)
    yield _line(_("Satisfaction, 1 to 5"), found.satisfaction, mean, more_is_better=True)


def _line(
    name: str,
    pair: Pair[float | None],
    said: Callable[[float], str],
    *,
    more_is_better: bool = False,
) -> Line:
    """Return a figure; a change that is too small to be said is none."""
    if pair.now is None:
        return Line(name, _NONE)
    if pair.before is None or said(pair.now) == said(pair.before):
        return Line(name, said(pair.now))
    more = pair.now > pair.before
    tone: Tone = "good" if more == more_is_better else "late"
    change = f"{_UP if more else _DOWN} {said(abs(pair.now - pair.before))}"
    return Line(name, said(pair.now), change, tone)


def _in_points(line: Line, pair: Pair[float | None], formats: Formats) -> str:
    """Return how a rate changed, in percentage points: a share of a share says something else."""
    if not line.change or pair.now is None or pair.before is None:
        return ""
    mark = _UP if pair.now > pair.before else _DOWN
    points = formats.number(100 * abs(pair.now - pair.before), digits=1)
    return f"{mark} " + _("{n} points").format(n=points)


def _whole(formats: Formats, currency: str, minor: float) -> str:
    """Return an amount without its small change, under a name that has its currency."""
    return formats.number(minor / 10 ** currency_digits(currency))


def _span(seconds: float) -> str:
    return time_span(timedelta(seconds=seconds))


def _as_floats(now: int, before: int) -> Pair[float | None]:
    return Pair(float(now), float(before))
