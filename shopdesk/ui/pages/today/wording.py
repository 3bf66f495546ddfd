"""Tasks and tiles as the words that the page shows; made beside the reading, off the window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shopdesk.formats import Formats
from shopdesk.i18n import _, ngettext
from shopdesk.queries.today_tiles import DayFigures
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.sentences import time_span
from shopdesk.rules.today.due import short_due
from shopdesk.rules.today.sentences import task_sentence
from shopdesk.rules.today.tasks import NextStep, Task
from shopdesk.ui.actions import plain_text
from shopdesk.ui.theme import Tone

FOLLOW_UP_ICON = "phone"
_TONES: Mapping[str, Tone] = {"late": "late", "wait": "wait", "text": "text", "neutral": "muted"}


@dataclass(frozen=True, slots=True)
class TaskWords:
    """One row of the list, ready to be painted."""

    task: Task
    icon: str
    title: str
    sentence: str
    due: str
    tone: Tone
    step: NextStep
    button: str

    @property
    def key(self) -> tuple[str, int]:
        """By what the row is found again."""
        return self.task.kind, self.task.id

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        return f"{self.title}, {self.sentence}, {self.due}, {self.button}"


def task_words(task: Task, now: datetime, formats: Formats) -> TaskWords:
    """Return a task in words, on the clock of the formats."""
    step = task.next_step(now)
    due = short_due(task.due_at, now, formats.timezone)
    names = filter(None, (task.number or _("Follow-up"), task.buyer))
    return TaskWords(
        task=task,
        icon=KINDS[task.kind].icon if task.kind in KINDS else FOLLOW_UP_ICON,
        title=" · ".join(names),
        sentence=" ".join(task_sentence(task, now, formats).split()),
        due=due.text,
        tone=_TONES[due.tone],
        step=step,
        button=plain_text(_(step.name)).rstrip("…"),
    )


@dataclass(frozen=True, slots=True)
class TileWords:
    """The figure of a tile and the small line under it."""

    count: int
    line: str


def tile_words(figures: DayFigures, now: datetime, formats: Formats) -> dict[str, TileWords]:
    """Return the words of every tile by its code."""
    lines: dict[str, Callable[[], str]] = {
        "late": lambda: _oldest(figures, now),
        "reply": lambda: _first(figures, "reply", now, formats),
        "inspect": lambda: _arrived(figures, formats),
        "refund": lambda: " + ".join(
            formats.money(minor, currency) for currency, minor in figures.to_refund.items()
        ),
        "reship": lambda: _waiting(figures, now, formats),
        "stalled": lambda: _still(figures, now),
        "follow_ups": lambda: _follow_ups(figures, now, formats),
        "papers": lambda: _(", ").join(_(DOCUMENTS[code].name) for code in figures.papers),
    }
    return {
        code: TileWords(count, lines[code]() if count else _("none"))
        for code, count in figures.counts.items()
    }


def _oldest(figures: DayFigures, now: datetime) -> str:
    task = figures.oldest
    if task is None or task.due_at is None:
        return ""
    return _("{number}, {time}").format(
        number=task.number or task.buyer, time=time_span(now - task.due_at)
    )


def _first(figures: DayFigures, tile: str, now: datetime, formats: Formats) -> str:
    due = short_due(figures.first_due.get(tile), now, formats.timezone)
    return _("first: {due}").format(due=due.text)


def _arrived(figures: DayFigures, formats: Formats) -> str:
    since = figures.arrived_since
    if since is None:
        return ""
    return _("since {day}").format(day=formats.day_month(since.astimezone(formats.timezone).date()))


def _waiting(figures: DayFigures, now: datetime, formats: Formats) -> str:
    if not figures.waiting:
        return _first(figures, "reship", now, formats)
    return ngettext("{n} is held up", "{n} are held up", figures.waiting).format(n=figures.waiting)


def _still(figures: DayFigures, now: datetime) -> str:
    if figures.still_since is None:
        return ""
    return _("for {time}").format(time=time_span(now - figures.still_since))


def _follow_ups(figures: DayFigures, now: datetime, formats: Formats) -> str:
    late = figures.overdue_follow_ups
    if not late:
        return _first(figures, "follow_ups", now, formats)
    return ngettext("{n} overdue", "{n} overdue", late).format(n=late)
