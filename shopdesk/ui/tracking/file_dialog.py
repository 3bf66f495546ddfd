"""Tracking events from a file: chosen, looked at line by line, written in one change.

TrackingFileDialog(bench, self.window()).open()
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk import services
from shopdesk.errors import DomainError, ShopDeskError
from shopdesk.i18n import N_, _, ngettext
from shopdesk.importing.drafts import Problem
from shopdesk.queries.shops import load_shops
from shopdesk.queries.tracking_file import JudgedEvent, judge_events, new_by_parcel
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.labels import plain_label, plain_tooltip
from shopdesk.ui.base.list_table import ListTable
from shopdesk.ui.base.table_file import ask_table_file
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.tracking.file_rows import COLUMNS, FileRow, event_row, problem_row
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 980
_TABLE_PX = 320
ADDED = N_("{n} tracking events added.")


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file is taken for."""

    events: tuple[JudgedEvent, ...]
    problems: tuple[Problem, ...]
    has_pairs: bool
    zone: ZoneInfo


class TrackingFileDialog(FormDialog):
    """A file of numbers and waybills is no matter of this form, which says where it is one."""

    def __init__(self, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent, _("Import tracking"), _("&Add"))
        self.setMinimumWidth(_WIDTH_PX)
        self._bench = bench
        self.found: FileRead | None = None
        hint = _("A table with the columns waybill, time, what happened; place and status too.")
        self.form.add_row(plain_label(hint, "muted", wrap=True))
        self.choose_button = icon_button(_("&Choose a file…"), "upload", self.choose)
        self.choose_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.form.add_row(self.choose_button)
        self.table: ListTable[JudgedEvent | Problem, FileRow] = ListTable(COLUMNS, _("Taken for"))
        self.table.view.setFixedHeight(_TABLE_PX)
        self.form.add_row(self.table.view)
        self.count = plain_label("", "muted", wrap=True)
        self.form.add_row(self.count)
        self.form.settle()
        self._allow(0)
        self.choose_button.setFocus()

    def choose(self) -> None:
        """Ask for the file."""
        ask_table_file(self, self.read)

    def read(self, path: Path) -> None:
        """Read a file beside the window, and show what it is taken for."""
        self.found = None
        self.count.setText(_("Reading the file…"))
        job = partial(_read, self._bench, path)
        self._bench.operations.work((id(self), "file"), job, self._show, self.refused)

    def save(self) -> None:
        """Write what is new."""
        told = new_by_parcel(self.found.events if self.found else ())

        def work(session: Session) -> int:
            added: int = services.tracking.add_many(session, told, "imported")
            return added

        values = {"n": sum(map(len, told.values()))}
        self._bench.operations.write(ADDED, work, self.saved, self.refused, values)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        count = int(str(value))
        words = ngettext("{n} tracking event added.", "{n} tracking events added.", count)
        offer_undo(self._bench, change, words.format(n=count))

    def refused(self, error: ShopDeskError) -> None:
        """Say what is wrong with the file; there is nothing to write then."""
        super().refused(error)
        self.count.setText("")
        self._allow(self._new)

    @property
    def _new(self) -> int:
        return sum(each.verdict == "new" for each in self.found.events) if self.found else 0

    def _show(self, found: FileRead) -> None:
        self.found = found
        rows: Sequence[JudgedEvent | Problem] = (*found.problems, *found.events)
        self.table.show_items(rows, partial(_row, found.zone))
        self.count.setText(_count_text(self._new, len(rows) - self._new))
        self._allow(self._new)
        if found.has_pairs:
            self.refused(
                DomainError(_("These are numbers and waybills. Open them with “Send many…”."))
            )

    def _allow(self, new: int) -> None:
        """Let it be written if anything is new; else the button says why not."""
        self.save_button.setEnabled(new > 0)
        why = "" if new else _("Choose a file with events that are not known yet.")
        self.save_button.setToolTip(plain_tooltip(why) if why else "")


def _read(bench: Workbench, path: Path) -> FileRead:
    from shopdesk.importing.tracking import read_tracking

    with bench.desk.reading() as reader:
        zone = _zone(reader)
        now = datetime.now(UTC)
        read = read_tracking(path, now.astimezone(zone).date(), zone)
        told = [(each.line, each.waybill, each.event) for each in read.events]
        judged = judge_events(reader, told, now)
    return FileRead(tuple(judged), read.problems, any(pair.number for pair in read.pairs), zone)


def _zone(reader: Reader) -> ZoneInfo:
    return ZoneInfo(load_shops(reader)[0].timezone)


def _row(zone: ZoneInfo, n: int, item: JudgedEvent | Problem) -> FileRow:
    return problem_row(n, item) if isinstance(item, Problem) else event_row(n, item, zone)


def _count_text(new: int, other: int) -> str:
    said = ngettext("{n} new event", "{n} new events", new).format(n=new)
    if not other:
        return said
    rest = ngettext("{n} line is left out", "{n} lines are left out", other).format(n=other)
    return _("{one} · {other}").format(one=said, other=rest)
