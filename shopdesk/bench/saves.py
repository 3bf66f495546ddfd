"""Saving a return, a step and an inspection, beside the same rows written raw, as durably."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from shopdesk.bench.ground import FEWEST_CASES, Ground
from shopdesk.bench.measure import Measure, timed
from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.services.drafts import (
    InspectionDraft,
    ReceivedDraft,
    ReturnDraft,
    ReturnLineDraft,
)
from shopdesk.services.returns import log_return
from shopdesk.services.steps import take_step
from shopdesk.storage.connection import Connection
from shopdesk.storage.grams import pieces
from shopdesk.storage.reader import Reader

ROUNDS = 40
LINES = 2
SAVE_RATIO = 3.5
STEP_RATIO = 2
INSPECT_RATIO = 3
INDEX_RATIO = 1.4
APART = 1_000
"""Raw copies of a saved return lie this many ids behind each other, clear of our own."""

# Ids that move along with the copied rows; all others point at what is there already.
_MOVING = {
    "cases": ("id",),
    "return_case": ("id",),
    "return_line": ("id", "case_id"),
    "timeline_entry": ("id", "case_id"),
    "clock": ("id", "case_id"),
    "liability_share": ("id", "case_id"),
    "received_item": ("id", "case_id", "line_id"),
    "change": ("id",),
    "changed_row": ("id", "change_id", "row_id"),
}

_SERIES = "RAW"
_COUNT = """
    INSERT INTO number_counter (series, last) VALUES (?, 1)
    ON CONFLICT (series) DO UPDATE SET last = last + 1
"""

_UNRETURNED = """
    SELECT orders.id, orders.shop_id, json_group_array(order_line.id)
    FROM orders JOIN order_line ON order_line.order_id = orders.id
    WHERE orders.id > (SELECT max(id) FROM orders) - :newest
      AND NOT EXISTS (SELECT 1 FROM cases WHERE order_id = orders.id)
    GROUP BY orders.id HAVING count(*) = :lines ORDER BY orders.id DESC LIMIT :wanted
"""

_LINES_OF = "SELECT id, quantity FROM return_line WHERE case_id = ?"

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RowWrite:
    """One row as a write left it: put in anew, or, with `row_id`, changed where it lies."""

    table: str
    values: Values
    row_id: int | None = None

    def replay(self, connection: Connection, shift: int) -> None:
        """Write it again, its moving ids `shift` higher."""
        moving = _MOVING[self.table]
        values = {k: v + shift if k in moving else v for k, v in self.values.items()}
        if "number" in values:
            values["number"] = f"{values['number']}+{shift}"
        names = [f'"{name}"' for name in values]
        if self.row_id is None:
            places = ", ".join("?" * len(names))
            sql = f"INSERT INTO {self.table}({', '.join(names)}) VALUES ({places})"
            connection.execute(sql, tuple(values.values()))
        else:
            changes = ", ".join(f"{name} = ?" for name in names)
            sql = f"UPDATE {self.table} SET {changes} WHERE id = ?"
            connection.execute(sql, (*values.values(), self.row_id + shift))


@dataclass(frozen=True, slots=True)
class RawWrite:
    """Everything that one of our writes left in the file, to be written again by hand.

    A new case, with its search text, takes the next number of `_SERIES`.
    """

    rows: tuple[RowWrite, ...]
    docs: tuple[tuple[int, str], ...]

    def replay(self, connection: Connection, shift: int) -> None:
        """Write all of it in one durable transaction."""
        connection.execute("BEGIN IMMEDIATE")
        for row in self.rows:
            row.replay(connection, shift)
        for row_id, doc in self.docs:
            connection.execute(_COUNT, (_SERIES,))
            connection.execute("INSERT INTO case_doc VALUES (?, ?)", (row_id + shift, doc))
            grams = " ".join(pieces(doc))
            connection.execute(
                "INSERT INTO case_fts(rowid, g) VALUES (?, ?)", (row_id + shift, grams)
            )
        connection.execute("COMMIT")


def save_measures(ground: Ground) -> Iterator[Measure]:
    """Yield a return logged, agreed to, inspected, and what its search text adds.

    Each raw write copies what ours left.
    """
    drafts = iter(_drafts(ground))
    first_case, saved = _save(ground, next(drafts))
    cases: list[int] = []

    def save() -> None:
        cases.append(_save(ground, next(drafts))[0])

    raw_save = raw_write(ground.reader, saved, docs_of=first_case)
    yield _measure(ground, "save", _("A return saved"), save, raw_save, SAVE_RATIO)
    raw_step = raw_write(ground.reader, _agree(ground, first_case))
    left = iter(cases)
    name = _("A return agreed to")
    yield _measure(ground, "step", name, lambda: _agree(ground, next(left)), raw_step, STEP_RATIO)
    for case_id in (first_case, *cases):
        _receive(ground, case_id)
    raw_inspect = raw_write(ground.reader, _inspect(ground, first_case))
    here = iter(cases)
    name = _("An inspection saved")
    yield _measure(
        ground, "inspect", name, lambda: _inspect(ground, next(here)), raw_inspect, INSPECT_RATIO
    )
    yield _index_measure(ground, raw_save)


def raw_write(reader: Reader, change_id: int, docs_of: int | None = None) -> RawWrite:
    """Return what a change wrote, from its own record; `docs_of` adds a new case's search text."""
    docs = reader.rows("SELECT id, doc FROM case_doc WHERE id = ?", (docs_of,))
    recorded = [*_rows(reader, "changed_row", "change_id", change_id)]
    return RawWrite(
        (
            *(_written(row) for row in recorded),
            RowWrite("change", next(_rows(reader, "change", "id", change_id))),
            *(RowWrite("changed_row", row) for row in recorded),
        ),
        tuple((row[0], row[1]) for row in docs),
    )


def _measure(  # noqa: PLR0917 - a row of the report
    ground: Ground, code: str, name: str, ours: Callable[[], object], raw: RawWrite, ratio: float
) -> Measure:
    shifts = count(APART, APART)
    return Measure(
        code,
        name,
        timed(ours),
        timed(lambda: raw.replay(ground.writer, next(shifts))),
        ratio,
        rounds=ROUNDS,
    )


def _index_measure(ground: Ground, raw: RawWrite) -> Measure:
    """Return what the search text adds to a save; both write copies behind those of before."""
    bare = replace(raw, docs=())
    shifts = count(APART * (ROUNDS + 2), APART)
    return Measure(
        "save_indexed",
        _("Rows and search text of a return, beside the rows alone"),
        timed(lambda: raw.replay(ground.writer, next(shifts))),
        timed(lambda: bare.replay(ground.writer, next(shifts))),
        INDEX_RATIO,
        rounds=ROUNDS,
    )


def _written(recorded: Values) -> RowWrite:
    values = json.loads(recorded["after"])
    row_id = recorded["row_id"] if recorded["before"] else None
    return RowWrite(recorded["table_name"], values, row_id)


def _rows(reader: Reader, table: str, column: str, value: int) -> Iterator[Values]:
    names = [row[1] for row in reader.rows(f"PRAGMA table_info({table})")]
    for row in reader.rows(f"SELECT * FROM {table} WHERE {column} = ? ORDER BY id", (value,)):
        yield dict(zip(names, row, strict=True))


def _drafts(ground: Ground) -> list[ReturnDraft]:
    wanted = ROUNDS + 2
    where = {"newest": FEWEST_CASES * 50, "lines": LINES, "wanted": wanted}
    found = ground.reader.rows(_UNRETURNED, where)
    if len(found) < wanted:
        raise DomainError(_("This shop has too few orders to measure a save. Take a larger one."))
    return [_draft(*row) for row in found]


def _draft(order_id: int, shop_id: int, line_ids: str) -> ReturnDraft:
    return ReturnDraft(
        shop_id=shop_id,
        reason="too_small",
        remedy="refund",
        lines=tuple(ReturnLineDraft(1, line_id) for line_id in json.loads(line_ids)),
        freight_payer="buyer",
        order_id=order_id,
    )


def _save(ground: Ground, draft: ReturnDraft) -> tuple[int, int]:
    """Log a return; returns its id and that of the change."""
    written = ground.desk.write("Return logged", lambda session: log_return(session, draft))
    return written.value, written.change_id or 0


def _agree(ground: Ground, case_id: int) -> int:
    """Agree to a return; returns the id of the change."""
    written = ground.desk.write("Agreed", lambda session: take_step(session, case_id, "agree"))
    return written.change_id or 0


def _receive(ground: Ground, case_id: int) -> None:
    ground.desk.write("Here", lambda session: take_step(session, case_id, "receive_early"))


def _inspect(ground: Ground, case_id: int) -> int:
    """Find every unit of a return intact; returns the id of the change."""
    lines = ground.reader.rows(_LINES_OF, (case_id,))
    found = InspectionDraft(
        tuple(ReceivedDraft(units, line_id, "intact", "stock") for line_id, units in lines)
    )
    written = ground.desk.write(
        "Inspected", lambda session: take_step(session, case_id, "inspect", found)
    )
    return written.change_id or 0
