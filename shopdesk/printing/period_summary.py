"""The summary of a month on A4: what happened in words, then figures, pictures and tables."""

import datetime as dt

from shopdesk.formats import Formats
from shopdesk.i18n import N_
from shopdesk.printing.breaking import cut, width_of, wrap_short
from shopdesk.printing.finding import finding
from shopdesk.printing.palette import LINE, MUTED, TEXT
from shopdesk.printing.rows import Rules, draw_rows, pages_of
from shopdesk.printing.sheet import Sheet, Style, Text
from shopdesk.printing.sizes import A4
from shopdesk.printing.summary_charts import CHARTS_PT, Area, ChartDrawer
from shopdesk.printing.summary_figures import Figure, FigureWriter
from shopdesk.printing.summary_tables import TableWriter
from shopdesk.printing.words import Words, words_of
from shopdesk.queries.paper import MonthSummary
from shopdesk.rules.platforms import PLATFORMS

_LEFT_PT = A4.margin_pt
_WIDTH_PT = A4.width_pt - 2 * A4.margin_pt
_FOOT_PT = A4.height_pt - A4.margin_pt + 8
_TABLES_END_PT = _FOOT_PT - 22
_TITLE = Style(22, ink=TEXT)
_PLAIN = Style(9.5, ink=MUTED)
_FIRST_SENTENCE = Style(13, bold=True, ink=TEXT)
_SENTENCE = Style(10.5, ink=TEXT)
_LABEL = Style(8.5, ink=MUTED)
_FOOT = Style(8, ink=MUTED)
_VALUE_PT = 20
_FIGURES_A_LINE = 3
_FIGURE_PT = 64
_BETWEEN_PT = 24
_MOST_LINES = 3


def render_month_summary(summary: MonthSummary, language: str) -> bytes:
    """Return the summary as a PDF in one language, on as many pages as its tables need."""
    words = words_of(language)
    formats = Formats(language, summary.made_at.tzinfo or dt.UTC)
    return _Paper(summary, words, formats, language.replace("_", "-")).drawn()


class _Paper:
    """Draws one summary from the top of its first page to its last foot line."""

    def __init__(self, summary: MonthSummary, words: Words, formats: Formats, lang: str) -> None:
        self.summary = summary
        self.words = words
        self.formats = formats
        self.month = formats.month(summary.first_day)
        self.title = words.gettext(N_("After-sales summary"))
        author = ", ".join(summary.shop_names) or "ShopDesk"
        size_pt = (A4.width_pt, A4.height_pt)
        self.sheet = Sheet(size_pt, f"{self.title} · {self.month}", author, lang)

    def drawn(self) -> bytes:
        """Draw everything and return the PDF."""
        top_pt = self._heading()
        top_pt = self._finding(top_pt)
        top_pt = self._figures(top_pt)
        top_pt = self._charts(top_pt)
        self._tables(top_pt)
        return self.sheet.finish()

    def _heading(self) -> float:
        """Draw title, month and shops; return where they end, as do the parts that follow."""
        top_pt = A4.margin_pt
        made = self.words.gettext(N_("made {when}"))
        made = made.format(when=self.formats.date_time(self.summary.made_at))
        self._write(self.title, top_pt + 18, _TITLE)
        self._write_right("ShopDesk", top_pt + 18, _PLAIN)
        self._write_right(made, top_pt + 36, _PLAIN)
        room_pt = _WIDTH_PT - width_of(made, _PLAIN.size_pt) - _BETWEEN_PT
        about = " · ".join(filter(None, (self.month, *self._shops())))
        base_pt = top_pt + 36
        for line in wrap_short(about, room_pt, _PLAIN.size_pt, _MOST_LINES):
            self._write(line, base_pt, _PLAIN)
            base_pt += _PLAIN.size_pt * 1.4
        self.sheet.box(_LEFT_PT, base_pt - 3, _WIDTH_PT, 1, LINE)
        return base_pt + 9

    def _shops(self) -> list[str]:
        between = self.words.gettext(N_(", "))
        known = (
            PLATFORMS[code].name if code in PLATFORMS else code for code in self.summary.platforms
        )
        platforms = map(self.words.gettext, known)
        return [between.join(self.summary.shop_names), between.join(platforms)]

    def _finding(self, top_pt: float) -> float:
        style = _FIRST_SENTENCE
        for sentence in finding(self.summary, self.words, self.formats):
            for line in wrap_short(sentence, _WIDTH_PT, style.size_pt, _MOST_LINES):
                top_pt += style.size_pt * 1.4
                self._write(line, top_pt - style.size_pt * 0.3, style)
            style = _SENTENCE
        return top_pt + 14

    def _figures(self, top_pt: float) -> float:
        figures = list(FigureWriter(self.words, self.formats).figures(self.summary))
        step_pt = (_WIDTH_PT + _BETWEEN_PT) / _FIGURES_A_LINE
        for place, figure in enumerate(figures):
            line, column = divmod(place, _FIGURES_A_LINE)
            left_pt = _LEFT_PT + column * step_pt
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
        half_pt = (_WIDTH_PT - _BETWEEN_PT) / 2
        drawer.weeks(self.summary.weeks, Area(_LEFT_PT, top_pt, half_pt))
        drawer.reasons(self.summary, Area(_LEFT_PT + half_pt + _BETWEEN_PT, top_pt, half_pt))
        return top_pt + CHARTS_PT

    def _tables(self, top_pt: float) -> None:
        """Draw the tables, from page to page, and the foot line of every page."""
        writer = TableWriter(self.words, self.formats, _LEFT_PT, _WIDTH_PT)
        first_pt, next_pt = _TABLES_END_PT - top_pt, _TABLES_END_PT - A4.margin_pt
        pages = pages_of(writer.rows(self.summary), first_pt, next_pt)
        for number, rows in enumerate(pages, start=1):
            if number > 1:
                self.sheet.next_page()
                top_pt = A4.margin_pt
            draw_rows(self.sheet, rows, top_pt, Rules(_LEFT_PT, _WIDTH_PT, LINE))
            self._foot(f"{number} / {len(pages)}")

    def _foot(self, page: str) -> None:
        cases = self.words.ngettext(
            "counted from {count} case", "counted from {count} cases", self.summary.cases
        )
        cases = cases.format(count=self.formats.number(self.summary.cases))
        self.sheet.box(_LEFT_PT, _FOOT_PT - 14, _WIDTH_PT, 0.7, LINE)
        self._write(f"ShopDesk · {self.month} · {cases}", _FOOT_PT, _FOOT)
        self._write_right(page, _FOOT_PT, _FOOT)

    def _write(self, text: str, base_pt: float, style: Style) -> None:
        self.sheet.texts([Text(_LEFT_PT, base_pt, text, style)])

    def _write_right(self, text: str, base_pt: float, style: Style) -> None:
        left_pt = _LEFT_PT + _WIDTH_PT - width_of(text, style.size_pt)
        self.sheet.texts([Text(left_pt, base_pt, text, style)])


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
