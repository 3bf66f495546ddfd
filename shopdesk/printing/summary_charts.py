"""The two pictures of a summary: returns by week, and why things came back."""

from dataclasses import dataclass, replace

from shopdesk.formats import Formats
from shopdesk.i18n import N_
from shopdesk.printing.breaking import cut, width_of
from shopdesk.printing.finding import reason_name
from shopdesk.printing.palette import ACCENT, LINE, MUTED, SOFT, TEXT
from shopdesk.printing.sheet import Sheet, Style, Text
from shopdesk.printing.words import Words
from shopdesk.queries.paper import MonthSummary, ReasonCount, WeekCount

CHARTS_PT = 178
REASONS_SHOWN = 7
_HEADING = Style(11.5, ink=TEXT)
_FIGURE = Style(8, ink=TEXT)
_LABEL = Style(8, ink=MUTED)
_BARS_TOP_PT, _BARS_PT = 38, 96
_BAR_SHARE = 0.55
_REASON_STEP_PT, _REASON_BAR_PT = 18, 9
_NAME_SHARE = 0.38
_COUNT_PT = 58


@dataclass(frozen=True, slots=True)
class Area:
    """The part of a page that a picture may use, from its upper left corner."""

    left_pt: float
    top_pt: float
    width_pt: float


@dataclass(frozen=True, slots=True)
class ChartDrawer:
    """Draws the pictures, in one language, CHARTS_PT high."""

    sheet: Sheet
    words: Words
    formats: Formats

    def weeks(self, weeks: tuple[WeekCount, ...], area: Area) -> None:
        """Draw a bar for each week, with its returns above and its orders below."""
        self._heading(N_("Returns, by week opened"), area)
        highest = max((week.returns for week in weeks), default=0)
        if not highest:
            self._nothing(area)
            return
        step_pt = area.width_pt / len(weeks)
        for place, week in enumerate(weeks):
            height_pt = _BARS_PT * week.returns / highest
            self._week(week, Area(area.left_pt + place * step_pt, area.top_pt, step_pt), height_pt)
        base_pt = area.top_pt + _BARS_TOP_PT + _BARS_PT
        self.sheet.box(area.left_pt, base_pt, area.width_pt, 0.7, LINE)

    def _week(self, week: WeekCount, area: Area, height_pt: float) -> None:
        base_pt = area.top_pt + _BARS_TOP_PT + _BARS_PT
        bar_pt = area.width_pt * _BAR_SHARE
        left_pt = area.left_pt + (area.width_pt - bar_pt) / 2
        self.sheet.box(left_pt, base_pt - height_pt, bar_pt, height_pt, ACCENT)
        orders = self.words.ngettext("{count} order", "{count} orders", week.orders)
        lines = (
            (self.formats.number(week.returns), base_pt - height_pt - 4, _FIGURE),
            (self._days(week), base_pt + 13, _LABEL),
            (orders.format(count=self.formats.number(week.orders)), base_pt + 25, _LABEL),
        )
        self.sheet.texts(_centred(text, area, drop_pt, style) for text, drop_pt, style in lines)

    def _days(self, week: WeekCount) -> str:
        first, last = week.first_day.day, week.last_day.day
        if first == last:
            return self.formats.number(first)
        return self.words.gettext(N_("{first}–{last}")).format(first=first, last=last)

    def reasons(self, summary: MonthSummary, area: Area) -> None:
        """Draw a bar for each of the first reasons, the others summed up in the last one."""
        self._heading(N_("Why things came back"), area)
        told = sum(reason.count for reason in summary.reasons)
        if not told:
            self._nothing(area)
            return
        named = self._named(summary.reasons)
        most = max(count for _, count in named)
        for place, (name, count) in enumerate(named):
            top_pt = area.top_pt + 28 + place * _REASON_STEP_PT
            share = self.formats.percent(count / told, 0)
            figure = f"{self.formats.number(count)} · {share}"
            self._reason((name, figure), count / most, Area(area.left_pt, top_pt, area.width_pt))

    def _named(self, reasons: tuple[ReasonCount, ...]) -> list[tuple[str, int]]:
        known = [reason for reason in reasons if reason.count]
        shown = known if len(known) <= REASONS_SHOWN else known[: REASONS_SHOWN - 1]
        named = [(reason_name(self.words, r.code, r.text), r.count) for r in shown]
        if rest := known[len(shown) :]:
            others = self.words.ngettext("{count} other", "{count} others", len(rest))
            named.append((others.format(count=len(rest)), sum(r.count for r in rest)))
        return named

    def _reason(self, texts: tuple[str, str], share: float, area: Area) -> None:
        name, figure = texts
        name_pt = area.width_pt * _NAME_SHARE
        bar_left_pt = area.left_pt + name_pt + 8
        bar_pt = (area.width_pt - name_pt - 8 - _COUNT_PT) * share
        ink = ACCENT if share == 1 else SOFT
        self.sheet.box(bar_left_pt, area.top_pt, bar_pt, _REASON_BAR_PT, ink)
        named = cut(name, name_pt, _FIGURE.size_pt)
        pieces = (
            Text(area.left_pt, 7.5, named, _FIGURE),
            Text(bar_left_pt + bar_pt + 6, 7.5, figure, _LABEL),
        )
        self.sheet.texts(pieces, area.top_pt)

    def _heading(self, text: str, area: Area) -> None:
        heading = cut(self.words.gettext(text), area.width_pt, _HEADING.size_pt)
        self.sheet.texts([Text(area.left_pt, 10, heading, _HEADING)], area.top_pt)

    def _nothing(self, area: Area) -> None:
        text = cut(self.words.gettext(N_("Nothing came back.")), area.width_pt, _LABEL.size_pt)
        self.sheet.texts([Text(area.left_pt, 34, text, _LABEL)], area.top_pt)


def _centred(text: str, area: Area, drop_pt: float, style: Style) -> Text:
    """Return a short text in the middle, smaller where it would not fit."""
    size_pt = min(style.size_pt, (area.width_pt - 3) / width_of(text, 1))
    left_pt = area.left_pt + (area.width_pt - width_of(text, size_pt)) / 2
    return Text(left_pt, drop_pt, text, replace(style, size_pt=size_pt))
