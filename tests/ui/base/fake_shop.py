"""A small shop of invented returns behind a real desk: an SQLite file, read and written."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_
from shopdesk.paths import DataFolder
from shopdesk.settings import SettingsFile
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.columns import Column, Wanted
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.base.stepper import Step, Stepper
from shopdesk.ui.base.table_page import EmptyWords, TablePage
from shopdesk.ui.base.timeline import Event, Timeline
from shopdesk.ui.desk import Reader, Session
from shopdesk.ui.theme import Tone

TONES: Mapping[str, Tone] = {
    "Asked": "new",
    "On its way": "wait",
    "Arrived": "accent",
    "Settled": "good",
    "Closed": "muted",
}
BUYERS = ("林小雨", "Hannah Cole", "张伟", "Mateo Ruiz", "陈思琪", "Zoë Martin", "王磊")
ITEMS = (
    "云柔针织开衫 · 米白 M",
    "Ceramic pour-over set",
    "无线蓝牙耳机 Pro 白色",
    "Linen apron ×2",
)
REASONS = ("Size too small", "Damaged in transit", "Faulty: left ear silent", "Changed mind")


@dataclass(frozen=True, slots=True)
class FakeRow:
    """One invented return."""

    id: int
    number: str
    buyer: str
    item: str
    reason: str
    state: str
    amount: str


@dataclass(frozen=True, slots=True)
class FakeWritten:
    """What the fake desk's writes give back."""

    value: Any
    change_id: int | None
    values: Mapping[str, Any] = field(default_factory=dict)


class FakeReader:
    """Reads the file as the storage's reader does."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, params: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, params).fetchall()

    def interrupt(self) -> None:
        self._connection.interrupt()

    def stream(self, sql: str, params: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        yield from self._connection.execute(sql, params)


class FakeDesk:
    """Implements the window's `Desk` on a file of one table."""

    person = "小李"

    def __init__(self, root: Path, rows: int) -> None:
        self.folder = DataFolder(root)
        self.settings = SettingsFile(self.folder.settings)
        self._path = self.folder.database
        self.undone: list[int] = []
        self.written: list[tuple[str, object]] = []
        with self._open() as connection:
            connection.execute("CREATE TABLE r(id INTEGER PRIMARY KEY, buyer, item, reason, state)")
            connection.executemany(
                "INSERT INTO r VALUES(?,?,?,?,?)", map(_invented, range(1, rows + 1))
            )

    @contextmanager
    def reading(self) -> Iterator[Any]:
        with self._open() as connection:
            yield FakeReader(connection)

    def write(
        self, label: str, work: Callable[[Session], Any], values: Mapping[str, Any] | None = None
    ) -> FakeWritten:
        with self._open() as connection:
            value = work(connection)
        self.written.append((label, values))
        return FakeWritten(value, len(self.written), values or {})

    def undo(self, change_id: int) -> FakeWritten:
        self.undone.append(change_id)
        return FakeWritten(None, change_id + 1)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self._path, check_same_thread=False)
        with closing(connection), connection:
            yield connection


def _invented(n: int) -> tuple[object, ...]:
    state = list(TONES)[n % len(TONES)]
    return n, BUYERS[n % 7], ITEMS[n % 4], REASONS[n % 3], state


COLUMNS: tuple[Column[FakeRow], ...] = (
    Column("number", N_("Return"), 110, lambda row: row.number, sort="id"),
    Column("buyer", N_("Buyer"), 110, lambda row: row.buyer, sort="buyer"),
    Column("item", N_("Items"), 170, lambda row: row.item, stretch=True),
    Column("reason", N_("Reason"), 150, lambda row: row.reason),
    Column(
        "state", N_("Status"), 110, lambda row: row.state, lambda row: TONES[row.state], badge=True
    ),
    Column("amount", N_("Amount"), 100, lambda row: row.amount, right=True),
)


def _row(n: int, buyer: str, item: str, reason: str, state: str) -> FakeRow:
    return FakeRow(n, f"R-2611-{n:04}", buyer, item, reason, state, f"¥{n * 1.5:.2f}")


class FakeDetail(ScrollColumn):
    """A detail of all the pieces that a detail is made of."""

    def show_row(self, row: FakeRow | None) -> None:
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for widget in _pieces(row) if row else ():
            self.body.addWidget(widget)


def _pieces(row: FakeRow) -> tuple[QWidget, ...]:
    steps = Stepper()
    names = ("Asked", "Agreed", "On its way", "Arrived", "Settled", "Closed")
    steps.set_steps(
        [
            Step(name, "done" if n < 3 else "now" if n == 3 else "later")
            for n, name in enumerate(names)
        ]
    )
    facts = Facts()
    facts.set_facts(
        [
            Fact("Item", row.item),
            Fact("Reason", row.reason),
            Fact("Parcel", "中通 78210033419921", copy=True),
        ]
    )
    timeline = Timeline()
    timeline.set_events(
        [
            Event("Today 09:12", "Parcel scanned in by 小李"),
            Event("17 Nov 09:58", "Agreed: exchange, we pay the freight both ways"),
        ]
    )
    return (
        plain_label(f"{row.number} · {row.buyer}", "heading", wrap=True),
        steps,
        Notice("Inspect today: parcel arrived 21 Nov.", "wait"),
        facts,
        plain_label("Timeline", "heading"),
        timeline,
    )


class FakePage(TablePage[FakeRow]):
    """A list page of invented returns."""

    title = N_("Returns")
    columns = COLUMNS
    chips = (
        Chip("open", N_("Open")),
        Chip("Asked", N_("Asked")),
        Chip("none", N_("None")),
        Chip("all", N_("All")),
    )
    sort = "id"
    empty = EmptyWords(
        "rotate-ccw",
        N_("Returns stand here once the first one is logged."),
        N_("No return is in this state."),
        ("new_return",),
    )

    def find_ids(self, reader: Reader, wanted: Wanted) -> Iterable[int]:
        where = {"open": "state <> 'Closed'", "all": "1", "none": "0"}.get(
            wanted.chip, "state = 'Asked'"
        )
        order = "DESC" if wanted.descending else "ASC"
        sql = f"SELECT id FROM r WHERE {where} ORDER BY {wanted.sort} {order}"
        return (row[0] for row in reader.stream(sql))

    def load_rows(self, reader: Reader, ids: Sequence[int]) -> list[FakeRow]:
        marks = ",".join("?" * len(ids))
        found = reader.rows(
            f"SELECT id, buyer, item, reason, state FROM r WHERE id IN ({marks})", list(ids)
        )
        return [_row(*found_row) for found_row in found]

    def count_chips(self, reader: Reader) -> dict[str, int]:
        counts = reader.rows("SELECT count(*), sum(state<>'Closed'), sum(state='Asked') FROM r")[0]
        return {"all": counts[0], "open": counts[1] or 0, "Asked": counts[2] or 0}

    def foot_line(self, _reader: Reader) -> str:
        return "31 open · 2 overdue · ¥4,812 waiting to be refunded"

    def make_detail(self) -> QWidget:
        return FakeDetail()
