"""The desk: one box for a scanner and for fingers, and an answer to each scan at a glance.

The box keeps the keyboard. The window hands a scan on wherever the keyboard is, so none lands in
a note. Scans wait for their turn: the next can follow before the last is answered.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language, ngettext
from shopdesk.queries.desk import Scanned, find_scanned, load_case_number
from shopdesk.queries.shelf import count_shelf
from shopdesk.queries.shops import load_shops
from shopdesk.ui.base.cards import Card
from shopdesk.ui.desk import Change, Reader
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.evidence.taking import Offered, offered_in
from shopdesk.ui.pages.desk.answers import Answer, matched, ready
from shopdesk.ui.pages.desk.band import AnswerBand
from shopdesk.ui.pages.desk.box import DeskBox
from shopdesk.ui.pages.desk.choosing import Choosing
from shopdesk.ui.pages.desk.head import DeskHead
from shopdesk.ui.pages.desk.history import History
from shopdesk.ui.pages.desk.matches import Match, MatchList
from shopdesk.ui.pages.desk.scans import Scans
from shopdesk.ui.pages.desk.sounds import Sounds
from shopdesk.ui.pages.desk.work import Work
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:  # the dialog comes with the first match
    from shopdesk.ui.dialogs.parcel_matching import Matched

_SIDE_PX = 232
PAUSE_MS = 300
"""Scan after scan is written; the count of kept parcels waits until they pause."""


class DeskPage(QWidget):
    """What is scanned goes through `scans`; what is answered comes back to `show_answer`."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        chosen = bench.desk.settings.now
        self.head = DeskHead(
            opens=chosen.desk_opens == "inspection", sound=chosen.desk_sound == "on"
        )
        self.box = DeskBox()
        self.band = AnswerBand()
        self.matches = MatchList()
        self.work = Work(bench)
        self.history = History()
        self.scans = Scans(bench, self)
        self.choosing = Choosing(bench, self.scans, self)
        self.sounds = Sounds(self, is_on=chosen.desk_sound == "on")
        with bench.desk.reading() as reader:
            self._timezone = next((shop.timezone for shop in load_shops(reader)), "UTC")
        self._shelf_pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.box)

    @property
    def is_touched(self) -> bool:
        """Whether something would be lost by closing: an inspection, or scans that wait."""
        return self.work.is_touched or not self.scans.is_idle

    def start(self) -> None:
        """Be ready for a scan; what was half typed is marked, so that the scan replaces it."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def leaves_scans_to(self, widget: QWidget) -> bool:
        """Tell whether a scan is left to a widget: no field of this page is filled by one."""
        return widget is self.box

    def take_sign(self, sign: str) -> None:
        """Begin to type in the box, wherever the keyboard has got to."""
        self.start()
        self.box.insert(sign)

    def take(self, typed: str) -> None:
        """Take in a scan: goods of the open inspection are counted, all else is a parcel."""
        if self.scans.is_idle and self.work.count_goods(typed):
            self._say(Answer("good", typed.strip(), _("Counted one."), "ok"))
        else:
            self.scans.put(typed)

    def show_answer(self, answer: Answer) -> None:
        """Answer a scan: seen, heard, and kept in the list at the side."""
        self._say(answer)
        self.history.add(answer, self._time_of(answer))
        case_id = answer.case_id if answer.sound in ("ok", "again") else None
        if answer.parcel is not None:
            self.work.show_parcel(answer.parcel)
        elif case_id is None:
            self.work.put_away()
        elif self.head.opens.value() and self.scans.is_idle:
            self.work.open(case_id)

    def take_evidence(self, paths: Sequence[Path]) -> None:
        """Add files that were dropped on the window to what is shown."""
        self._offer(Offered(tuple(paths)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish or keep the open inspection from the box, too."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.work.finish()
        elif control and event.key() == Qt.Key.Key_S:
            self.work.keep()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._offer(offered_in(QGuiApplication.clipboard().mimeData()))
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Say how many parcels are kept by now."""
        super().showEvent(event)
        self._count_shelf()

    def _offer(self, offered: Offered) -> None:
        """Add photos to the open inspection's return, or to the parcel that is shown."""
        if not offered:
            self._bench.messages.toast(_("There is no picture and no file to paste."))
        elif self.work.strip is None:
            self._bench.messages.refuse(
                _("Scan a return, or keep the parcel, then add its photos again.")
            )
        else:
            self.work.strip.offer(offered)

    def _time_of(self, answer: Answer) -> str:
        """Return the time now, on the clock of the answer's shop; where none is, the first's."""
        zone = ZoneInfo(answer.timezone or self._timezone)
        return Formats(current_language(), zone).time(datetime.now(UTC))

    def _say(self, answer: Answer) -> None:
        self._see(answer)
        self.sounds.play(answer.sound)

    def _see(self, answer: Answer) -> None:
        """Show an answer, and what fits in the place of the inspection where that is several."""
        self.band.show_answer(answer)
        self.matches.show_matches(answer.scanned if not answer.received else None)
        self.work.setVisible(self.matches.isHidden())
        self._fit_band()

    def _fit_band(self) -> None:
        """Leave the room to what is worked on."""
        self.band.set_low(self.work.is_open and self.matches.isHidden())

    def _take_choice(self) -> None:
        """Do what Enter in the empty box means now."""
        if self.matches.is_chosen:
            self.matches.take()
        elif self.band.answer.by_enter:
            self._choose(self.band.answer.by_enter)

    def _choose(self, choice: str, match: Match | None = None) -> None:
        self.choosing.take(choice, self.band.answer, match)

    def _inspect(self, case_id: int) -> None:
        self.work.open(case_id)
        self.work.lead_in()

    def _reopen(self, answer: Answer) -> None:
        """Show an answer of before once more."""
        self._see(answer)
        if answer.parcel is not None:
            self.work.show_parcel(answer.parcel)
        elif answer.case_id is not None:
            self.work.open(answer.case_id)

    def _offer_undo(self, answer: Answer, change: Change) -> None:
        undone = partial(self._turned, answer)
        sentence = _("{what}: received.") if answer.received else _("{what}: kept.")
        offer_undo(self._bench, change, sentence.format(what=answer.headline), undone)

    def _turned(self, answer: Answer) -> None:
        """Follow an answer that was undone, or done again."""
        if self.history.turn(answer):
            self.work.put_away()
            self._say(ready())
        else:
            self._see(answer)
        self._count(self.scans.count)

    def _tell_match(self, done: "Matched") -> None:
        """Answer with the return that a kept parcel belongs to."""

        def find(reader: Reader) -> Scanned:
            return find_scanned(reader, load_case_number(reader, done.case_id))

        self._bench.operations.query((id(self), "matched"), find, partial(self._matched, done))

    def _matched(self, done: "Matched", found: Scanned) -> None:
        answer = matched(found, done.parcel)
        self.show_answer(answer)
        self._count(self.scans.count)
        offer_undo(self._bench, done.change, done.sentence, partial(self._turned, answer))

    def _finished(self, _case_id: int) -> None:
        """Go on with the next parcel."""
        self.work.put_away()
        self._see(ready())
        self.start()

    def _count(self, waiting: int) -> None:
        """Say at the side how much is done, and how many scans wait where it is more than one."""
        words = ngettext("{n} received", "{n} received", self.history.received_count)
        done = words.format(n=self.history.received_count)
        more = _("{done} · {n} wait").format(done=done, n=waiting)
        self._side.set_note(more if waiting > 1 else done)

    def _follow(self, _change: object) -> None:
        self._shelf_pause.start()

    def _count_shelf(self) -> None:
        if self.isVisible():
            key = (id(self), "shelf")
            self._bench.operations.query(key, count_shelf, self.head.show_shelf_count)

    def _keep(self, **choices: str) -> None:
        """Remember a choice; one that cannot be kept still holds until the window is closed."""
        try:
            self._bench.desk.settings.change(**choices)
        except ShopDeskError as error:
            self._bench.messages.refuse(error.sentence)

    def _switch_opens(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self._keep(desk_opens="inspection" if on else "nothing")
        self.start()

    def _switch_sound(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self.sounds.is_on = on
        self._keep(desk_sound="on" if on else "off")
        self.start()

    def _connect(self) -> None:
        self.box.scanned.connect(self.take)
        self.box.confirmed.connect(self._take_choice)
        self.box.moved.connect(self.matches.step)
        self.scans.answered.connect(self.show_answer)
        self.scans.written.connect(self._offer_undo)
        self.scans.waiting.connect(self._count)
        self.band.chosen.connect(self._choose)
        self.matches.taken.connect(self._choose)
        self.choosing.inspect_wanted.connect(self._inspect)
        self.choosing.matched.connect(self._tell_match)
        self.work.matched.connect(self._tell_match)
        self.work.currentChanged.connect(self._fit_band)
        self.work.finished.connect(self._finished)
        self.history.opened.connect(self._reopen)
        self.head.opens_changed.connect(self._switch_opens)
        self.head.sound_changed.connect(self._switch_sound)
        self.head.shelf_wanted.connect(lambda: self._bench.guide.go("shelf"))
        self._shelf_pause.timeout.connect(self._count_shelf)
        self._bench.operations.changed.connect(self._follow)

    def _arrange(self) -> None:
        self._side = Card(_("Scans"))
        self._side.setFixedWidth(_SIDE_PX)
        self._side.body.addWidget(self.history, 1)
        main = QVBoxLayout()
        main.setSpacing(12)
        for widget in (self.box, self.band):
            main.addWidget(widget)
        for place in (self.matches, self.work):
            main.addWidget(place, 1)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addLayout(main, 1)
        below.addWidget(self._side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addLayout(below, 1)
