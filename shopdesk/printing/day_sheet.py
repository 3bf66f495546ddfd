"""The sheet of a day: a sentence of what happened, then tables of what is to be done by whom."""

from collections.abc import Iterable, Iterator
from datetime import UTC

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language, ngettext
from shopdesk.printing.report_page import ReportPage
from shopdesk.printing.rows import Row
from shopdesk.printing.sheet import Sheet
from shopdesk.printing.sizes import A4, PaperSize
from shopdesk.printing.tables import Column, Tables
from shopdesk.printing.words import words_of
from shopdesk.queries.day_sheet import DaySheet, DoneRow, WaitCount
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.follow_ups import KINDS as FOLLOW_UPS
from shopdesk.rules.follow_ups import OUTCOMES
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.today.due import short_due
from shopdesk.rules.today.sentences import task_sentence
from shopdesk.rules.today.tasks import FollowUpTask, Task
from shopdesk.rules.today.waiting import WHO

_CASES = (
    Column(N_("Case"), 0.15, figures=False),
    Column(N_("Buyer"), 0.17, figures=False),
    Column(N_("What it is about"), 0.52, figures=False),
    Column(N_("Owner"), 0.16, figures=False),
)
_DUE = (
    Column(N_("Case"), 0.15, figures=False),
    Column(N_("Buyer"), 0.17, figures=False),
    Column(N_("What is to be done"), 0.4, figures=False),
    Column(N_("Due"), 0.15, figures=False),
    Column(N_("Owner"), 0.13, figures=False),
)
_WAITS = (
    Column(N_("Waits for"), 0.3, figures=False),
    Column(N_("For what"), 0.5, figures=False),
    Column(N_("Cases"), 0.2),
)
_DONE = (
    Column(N_("Follow-up"), 0.26, figures=False),
    Column(N_("Buyer"), 0.24, figures=False),
    Column(N_("What came of it"), 0.36, figures=False),
    Column(N_("By"), 0.14, figures=False),
)


def render_day_sheet(sheet: DaySheet, size: PaperSize = A4) -> bytes:
    """Return the sheet as a PDF in the language spoken now."""
    return _Paper(sheet, size).drawn()


class _Paper:
    """Draws one sheet."""

    def __init__(self, sheet: DaySheet, size: PaperSize) -> None:
        language = current_language()
        self.day = sheet
        self.formats = Formats(language, sheet.made_at.tzinfo or UTC)
        self.title = _("Day sheet")
        day = _("{weekday} {day}").format(
            weekday=self.formats.weekday(sheet.day), day=self.formats.date(sheet.day)
        )
        self.named = day
        author = ", ".join(sheet.shop_names) or "ShopDesk"
        lang = language.replace("_", "-")
        paper = Sheet((size.width_pt, size.height_pt), f"{self.title} · {day}", author, lang)
        self.page = ReportPage(size, paper)
        self.tables = Tables(words_of(language), self.page.left_pt, self.page.width_pt)

    def drawn(self) -> bytes:
        """Draw everything and return the PDF."""
        made = _("made {when}").format(when=self.formats.date_time(self.day.made_at))
        about = (self.named, _(", ").join(self.day.shop_names), self.day.owner)
        top_pt = self.page.heading(self.title, " · ".join(filter(None, about)), made)
        top_pt = self.page.sentences(self._finding(), top_pt)
        self.page.tables(self._rows(), top_pt, f"ShopDesk · {self.title} · {self.named}")
        return self.page.sheet.finish()

    def _finding(self) -> Iterator[str]:
        opened, settled = len(self.day.opened), len(self.day.settled)
        yield _("{came}, {settled}.").format(
            came=ngettext("{n} case came in", "{n} cases came in", opened).format(n=opened),
            settled=ngettext("{n} was settled", "{n} were settled", settled).format(n=settled),
        )
        if self.day.refunded:
            money = [self.formats.money(minor, currency) for currency, minor in self.day.refunded]
            yield _("Refunded: {money}.").format(money=" + ".join(money))
        if not self.day.is_now:
            yield _("What was late or waited at the end of that day is not kept.")
        elif self.day.late:
            late = len(self.day.late)
            yield ngettext("{n} thing is late.", "{n} things are late.", late).format(n=late)
        else:
            yield _("Nothing is late.")

    def _rows(self) -> Iterator[Row]:
        table, day = self.tables.table, self.day
        yield from table(N_("Late"), _DUE, map(self._due, day.late))
        yield from table(N_("What waits for whom"), _WAITS, map(self._wait, day.waiting))
        yield from table(N_("Follow-ups until tonight"), _DUE, map(self._due, day.follow_ups))
        yield from table(N_("Came in"), _CASES, self._cases(day.opened))
        yield from table(N_("Settled"), _CASES, self._cases(day.settled))
        yield from table(N_("Follow-ups done"), _DONE, map(self._done, day.done))

    def _cases(self, tasks: Iterable[Task]) -> Iterator[tuple[str, ...]]:
        for task in tasks:
            yield self._name(task), task.buyer, self._sentence(task), task.owner

    def _due(self, task: Task) -> tuple[str, ...]:
        due = short_due(task.due_at, self.day.made_at, self.formats.timezone)
        return self._name(task), task.buyer, self._sentence(task), due.text, task.owner

    def _wait(self, wait: WaitCount) -> tuple[str, ...]:
        return _(WHO[wait.who]), _(CLOCKS[wait.clock].name), self.formats.number(wait.count)

    def _done(self, row: DoneRow) -> tuple[str, ...]:
        kind = _(FOLLOW_UPS.get(row.kind, row.kind))
        score = _("{score} of 5").format(score=row.score) if row.score else ""
        said = " · ".join(filter(None, (_(OUTCOMES.get(row.outcome, row.outcome)), score)))
        about = " · ".join(filter(None, (row.number, row.buyer)))
        return kind, about, "\n".join(filter(None, (said, row.note))), row.person

    def _name(self, task: Task) -> str:
        if isinstance(task, FollowUpTask):
            return task.number or _("Follow-up")
        return f"{task.number}\n{_(KINDS[task.kind].name)}"

    def _sentence(self, task: Task) -> str:
        return task_sentence(task, self.day.made_at, self.formats)
