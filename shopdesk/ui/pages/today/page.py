"""The first page of the day: tiles, what to do next by deadline, what the last days say."""

from datetime import UTC, date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.rules.today.tiles import PAPERS, TILES
from shopdesk.ui.actions import Action, Actions, action_button
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.owner_choice import OwnerChoice
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.desk import Change
from shopdesk.ui.pages.today.next_card import NextCard
from shopdesk.ui.pages.today.reading import (
    DaySeen,
    SideSeen,
    UnusualWords,
    Wish,
    read_day,
    read_side,
    read_unusual,
)
from shopdesk.ui.pages.today.reasons_card import ReasonsCard
from shopdesk.ui.pages.today.so_far_card import SoFarCard
from shopdesk.ui.pages.today.tile import TileRow
from shopdesk.ui.pages.today.unusual_line import UnusualLine
from shopdesk.ui.pages.today.wording import TaskWords
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from shopdesk.ui.pages.today.doing import TaskDoing

TICK_MS = 60_000
"""How often "in 3 h" is said anew."""
SIDE_DELAY_MS = 400
"""The figures at the right follow the list; several writes in a row are counted once."""
UNUSUAL_MS = 300_000
"""How long what is unusual this week is taken for known: looking at nine weeks takes a moment."""
_SIDE_PX = 276
_GAP_PX = 12


class TodayPage(QWidget):
    """Reads again after every write, and every minute, for time passes."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._tile = ""
        self._found: UnusualWords | None = None
        self._is_stale = True
        self._title = plain_label(_("Today"), "title")
        self.whose = OwnerChoice(bench.desk)
        self.unusual = UnusualLine()
        self.tiles = TileRow(TILES.values(), self)
        self.next = NextCard(bench)
        self.reasons = ReasonsCard()
        self.so_far = SoFarCard()
        self.page_actions = Actions(self, within=True)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.next.list)

    @property
    def tile(self) -> str:
        """The tile by which the list is narrowed down; empty for all."""
        return self._tile

    @cached_property
    def doing(self) -> "TaskDoing":
        """What the buttons do; loaded with the first that is pressed, for all forms hang on it."""
        from shopdesk.ui.pages.today.doing import TaskDoing

        return TaskDoing(self._bench, self, self.next.list.choose, self.read_again)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while the page was not seen."""
        super().showEvent(event)
        self.whose.follow()
        if self._is_stale:
            self.read_again()

    def read_again(self) -> None:
        """Read list and tiles anew, then the figures at the right."""
        self._is_stale = False
        now = self._bench.desk.settings.now
        cases = self._found.cases if self._found else ()
        wish = Wish(self.whose.owner, self._tile, cases, now.waiting_documents())
        self._bench.operations.query("today", partial(read_day, wish), self._show)
        self._side.start()

    def show_all(self) -> None:
        """List everything again."""
        self._narrow("")

    def show_tile(self, code: str) -> None:
        """Do what pressing a tile does: narrow the list down to what it counts, and back.

        What is to be printed is listed where it is printed.
        """
        if code == PAPERS:
            self.tiles.mark(self._tile)
            self._bench.guide.go("printing", chip="to_print")
        else:
            self._narrow("" if code == self._tile else code)

    def _narrow(self, tile: str, found: UnusualWords | None = None) -> None:
        self._tile, self._found = tile, found
        self.tiles.mark(tile)
        self.read_again()
        self.next.list.setFocus()

    def _show(self, seen: DaySeen) -> None:
        self._name_day(seen.day, seen.zone)
        self.tiles.show_words(seen.tiles)
        self.next.show_day(seen, self._narrowed)

    @property
    def _narrowed(self) -> str:
        """What the list is narrowed down to, in words; empty where it is not."""
        if self._found is not None:
            return self._found.sentence
        return _(TILES[self._tile].title) if self._tile else ""

    def _name_day(self, day: date, zone: ZoneInfo) -> None:
        formats = Formats(current_language(), zone)
        title = _("Today, {weekday} {day}")
        self._title.setText(title.format(weekday=formats.weekday(day), day=formats.long_day(day)))

    def _read_side(self) -> None:
        self._bench.operations.query("today.side", read_side, self._show_side)
        if not self._looked.isActive():
            self._looked.start()
            self._bench.operations.query("today.unusual", read_unusual, self.unusual.show_findings)

    def _show_side(self, seen: SideSeen) -> None:
        self.reasons.show_reasons(seen.so_far.reasons)
        self.so_far.show_figures(seen.so_far, seen.formats)

    def _show_cases(self, words: UnusualWords) -> None:
        self._narrow("", words)

    def _follow(self, _change: Change) -> None:
        """Read again after a write; a page that is not seen waits until it is."""
        if self.isVisible():
            self.read_again()
        else:
            self._is_stale = True

    def _tick(self) -> None:
        if self.isVisible():
            self.read_again()
        else:
            self._is_stale = True

    def _do(self, words: TaskWords) -> None:
        self.doing.do(words)

    def _open(self, words: TaskWords) -> None:
        self.doing.open(words)

    def _print_day(self) -> None:
        from shopdesk.queries.day_sheet import SheetAsked
        from shopdesk.ui.pages.today.day_sheet import DaySheetPreview

        owner = self.whose.owner
        name = self.whose.currentText() if owner else ""
        asked = SheetAsked(datetime.now(UTC), owner=owner, owner_name=name)
        preview = DaySheetPreview(self._bench, asked, self.window())
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.open()

    def _connect(self) -> None:
        self._side = QTimer(self, singleShot=True, interval=SIDE_DELAY_MS)
        self._side.timeout.connect(self._read_side)
        self._looked = QTimer(self, singleShot=True, interval=UNUSUAL_MS)
        tick = QTimer(self, interval=TICK_MS)
        tick.timeout.connect(self._tick)
        tick.start()
        self.tiles.pressed.connect(self.show_tile)
        self.unusual.cases_wanted.connect(self._show_cases)
        self.whose.picked.connect(self.read_again)
        self.next.all_wanted.connect(self.show_all)
        self.next.list.step_wanted.connect(self._do)
        self.next.list.open_wanted.connect(self._open)
        self._bench.operations.changed.connect(self._follow)
        back = QShortcut(QKeySequence("Escape"), self, self.show_all)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _arrange(self) -> None:
        self.page_actions.add(
            "print_day", Action(N_("Print day sheet…"), "printer", "Ctrl+P"), self._print_day
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.whose)
        head.addWidget(action_button(self.page_actions["print_day"]))
        below = QHBoxLayout()
        below.setSpacing(_GAP_PX)
        below.addWidget(self.next, 1)
        below.addWidget(self._side_column())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP_PX)
        layout.addLayout(head)
        layout.addWidget(self.unusual)
        layout.addWidget(self.tiles)
        layout.addLayout(below, 1)

    def _side_column(self) -> ScrollColumn:
        side = ScrollColumn(padding_px=0)
        side.setFixedWidth(_SIDE_PX)
        side.body.addWidget(self.reasons)
        side.body.addWidget(self.so_far)
        return side
