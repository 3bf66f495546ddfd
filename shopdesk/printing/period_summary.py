"""The summary of a month: what happened in words, then figures, pictures and tables."""

import datetime as dt

from shopdesk.formats import Formats
from shopdesk.i18n import N_
from shopdesk.printing.breaking import cut, width_of
from shopdesk.printing.finding import finding
from shopdesk.printing.palette import MUTED, TEXT
from shopdesk.printing.report_page import ReportPage
from shopdesk.printing.sheet import Sheet, Style, Text
from shopdesk.printing.sizes import A4, PaperSize
from shopdesk.printing.summary_charts import CHARTS_PT, Area, ChartDrawer
from shopdesk.printing.summary_figures import Figure, FigureWriter
from shopdesk.printing.summary_tables import TableWriter
from shopdesk.printing.words import Words, words_of
from shopdesk.queries.paper import MonthSummary
from shopdesk.rules.platforms import PLATFORMS

_LABEL = Style(8.5, ink=MUTED)
_VALUE_PT = 20
_FIGURES_A_LINE = 3
_FIGURE_PT = 64
_BETWEEN_PT = 24


def render_month_summary(summary: MonthSummary, language: str, size: PaperSize = A4) -> bytes:
    """Return the summary as a PDF in one language, on as many pages as its tables need."""
    words = words_of(language)
    formats = Formats(language, summary.made_at.tzinfo or dt.UTC)
    return _Paper(summary, words, formats, size, language.replace("_", "-")).drawn()


class _Paper:
    """Draws one summary from the top of its first page to its last foot line."""

    def __init__(
        self, summary: MonthSummary, words: Words, formats: Formats, size: PaperSize, lang: str
    ) -> None:
        self.summary = summary
        self.words = words
        self.formats = formats
        self.month = formats.month(summary.first_day)
        self.title = words.gettext(N_("After-sales summary"))
        author = ", ".join(summary.shop_names) or "ShopDesk"
        size_pt = (size.width_pt, size.height_pt)
        self.sheet = Sheet(size_pt, f"{self.title} · {self.month}", author, lang)
        self.page = ReportPage(size, self.sheet)

    def drawn(self) -> bytes:
        """Draw everything and return the PDF."""
        made = self.words.gettext(N_("made {when}"))
        made = made.format(when=self.formats.date_time(self.summary.made_at))
        about = " · ".join(filter(None, (self.month, *self._shops())))
        top_pt = self.page.heading(self.title, about, made)
        found = finding(self.summary, self.words, self.formats)
        top_pt = self._figures(self.page.sentences(found, top_pt))
        top_pt = self._charts(top_pt)
        writer = TableWriter(self.words, self.formats, self.page.left_pt, self.page.width_pt)
        self.page.tables(writer.rows(self.summary), top_pt, self._foot())
        return self.sheet.finish()

    def _shops(self) -> list[str]:
        between = self.words.gettext(N_(", "))
        known = (
            PLATFORMS[code].name if code in PLATFORMS else code for code in self.summary.platforms
        )
        platforms = map(self.words.gettext, known)
        return [between.join(self.summary.shop_names), between.join(platforms)]

    def _figures(self, top_pt: float) -> float:
        figures = list(FigureWriter(self.words, self.formats).figures(self.summary))
        step_pt = (self.page.width_pt + _BETWEEN_PT) / _FIGURES_A_LINE
        for place, figure in enumerate(figures):
            line, column = divmod(place, _FIGURES_A_LINE)
            left_pt = self.page.left_pt + column * step_pt
            self._figure(figure, Area(left_pt, top_pt + line * _FIGURE_PT, step_pt - _BETWEEN_PT))
        return top_pt + (len(figures) // _FIGURES_A_LINE) * _FIGURE_PT + 10

    def _figure(self, figure: Figure, area: Area) -> None:
        size_pt = min(_VALUE_PT, *(_fitting_pt(value, area.width_pt) for value in figure.values))
        if len(figure.values) > 1:
            size_pt = min(size_pt, 30 / len(figure.values))
        value = Style(size_pt, bold=True, ink=TEXT)
        label = cut(figure.label, area.width_pt, _LABEL.size_pt)
        texts = [Text(area.left_pt, 8, label, _LABEL)]
        drop_pt = 12.0
        for line in figure.values:
            drop_pt += size_pt
            texts.append(Text(area.left_pt, drop_pt, line, value))
            drop_pt += size_pt * 0.25
        self.sheet.texts([*texts, *_change(figure, area)], area.top_pt)

    def _charts(self, top_pt: float) -> float:
        drawer = ChartDrawer(self.sheet, self.words, self.formats)
        half_pt = (self.page.width_pt - _BETWEEN_PT) / 2
        drawer.weeks(self.summary.weeks, Area(self.page.left_pt, top_pt, half_pt))
        drawer.reasons(
            self.summary, Area(self.page.left_pt + half_pt + _BETWEEN_PT, top_pt, half_pt)
        )
        return top_pt + CHARTS_PT

    def _foot(self) -> str:
        cases = self.words.ngettext(
            "counted from {count} case", "counted from {count} cases", self.summary.cases
        )
        cases = cases.format(count=self.formats.number(self.summary.cases))
        return f"ShopDesk · {self.month} · {cases}"


def _fitting_pt(text: str, width_pt: float) -> float:
    return width_pt / width_of(text, 1)


def _change(figure: Figure, area: Area) -> list[Text]:
    """Return the change in its ink, and what the figure was, under a figure."""
    texts = []
    left_pt = area.left_pt
    drop_pt = 15 + _VALUE_PT * 1.25 + _LABEL.size_pt
    if figure.change:
        texts.append(
            Text(left_pt, drop_pt, figure.change, Style(_LABEL.size_pt, ink=figure.change_ink))
        )
        left_pt += width_of(figure.change, _LABEL.size_pt) + 6
    if figure.was:
        room_pt = area.left_pt + area.width_pt - left_pt
        texts.append(Text(left_pt, drop_pt, cut(figure.was, room_pt, _LABEL.size_pt), _LABEL))
    return texts
