"""The inspection of one return, made for fingers and a scanner.

    panel = InspectionPanel(bench)
    panel.show_case(case_id)                # what was typed for another return is kept first
    panel.finished.connect(self.after)      # the case's id: every unit is decided
    panel.saved.connect(self.told)          # the case's id: kept for later, or corrected
    panel.count_code("KN-0412-M")           # one unit more; False if no line has this number
    panel.is_touched                        # something is typed that is not kept yet
    panel.keep()                            # keeps it

Ctrl+Enter finishes (all intact, while nothing is counted), Ctrl+S keeps. It offers Undo itself,
or hands that to `offer`.
What others write meanwhile is shown, unless something typed would be lost by it.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.errors import FieldError, ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.queries.inspection import Inspection, load_inspection
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.services.drafts import InspectionDraft, ReceivedDraft
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.desk import Change
from shopdesk.ui.evidence.strip import EvidenceStrip
from shopdesk.ui.pages.inspection.entry_row import EntryRow
from shopdesk.ui.pages.inspection.foot import InspectionFoot
from shopdesk.ui.pages.inspection.head import InspectionHead, origins_of
from shopdesk.ui.pages.inspection.kept import Kept, kept_drafts, said
from shopdesk.ui.pages.inspection.scan_box import ScanBox
from shopdesk.ui.pages.inspection.sheet import InspectionSheet
from shopdesk.ui.pages.inspection.words import PRIMARY, others_sentence, sums_text, why_closed
from shopdesk.ui.pages.inspection.writing import Offer, Writing, offer_to_undo
from shopdesk.ui.workbench import Workbench

KEEP, FINISH = "keep", "finish"
ACTIONS = {
    KEEP: Action(N_("&Keep for later"), "save", "Ctrl+S"),
    FINISH: Action(N_("Finish inspection"), "check", "Ctrl+Enter"),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InspectionPanel(QWidget):
    """Shows one return at a time; nothing typed is lost by showing another."""

    finished = Signal(int)
    saved = Signal(int)
    changed = Signal()
    """Something was typed, or another state is shown."""

    def __init__(self, bench: Workbench, offer: Offer | None = None) -> None:
        super().__init__()
        self._bench = bench
        self._offer = offer or partial(offer_to_undo, bench)
        self._seen: Inspection | None = None
        self._kept: Kept = {}
        self._stops: list[QWidget] = []
        self._is_writing = False
        self._then: Callable[[], None] | None = None
        self.head = InspectionHead()
        self.scan = ScanBox()
        self.strip = EvidenceStrip(bench)
        self.sheet = InspectionSheet(bench)
        self.deeds = Actions(self, within=True)
        self._declare()
        self.other_button = icon_button(_("Add &other goods"), "plus", self.sheet.add_other)
        self.empty_button = icon_button(_("&Parcel was empty"), "package", self.sheet.call_empty)
        self.foot = InspectionFoot(self.deeds[KEEP], self.deeds[FINISH])
        self.column = ScrollColumn(padding_px=0)
        self._arrange()
        self._connect()

    @property
    def case_id(self) -> int | None:
        """Which return is shown."""
        return self._seen.found.id if self._seen else None

    @property
    def is_touched(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return self._seen is not None and said(self.sheet.items()) != self._kept

    def show_case(self, case_id: int) -> None:
        """Show another return; what was typed is kept first, and where that is refused it stays."""
        if self._is_writing or (self.is_touched and case_id != self.case_id):
            self._then = partial(self.show_case, case_id)
            self.keep()
        elif not self.is_touched:
            self._open(case_id)

    def count_code(self, code: str) -> bool:
        """Count one unit of the goods with a scanned number; False if this return has none."""
        return not why_closed(self._seen) and self.sheet.count_code(code)

    def keep(self) -> None:
        """Keep what is typed; an inspected return is corrected."""
        self._write(finish=False)

    def finish(self) -> None:
        """Finish; while nothing is counted, all that is missing is intact and goes to stock."""
        if self._is_writing:
            return
        if self._mode == "all_intact":
            self.sheet.take_rest("intact")
        self._write(finish=self._mode != "correct")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish with Ctrl+Enter; Enter presses a button, or goes on to the next place."""
        focused = self.focusWidget()
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.deeds[FINISH].trigger()
        elif isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
        else:
            self.focusNextChild()

    @property
    def _mode(self) -> str:
        """Which of PRIMARY the primary button does."""
        if self._seen is not None and self._seen.found.state == "inspected":
            return "correct"
        return "all_intact" if self.sheet.is_all_to_do else "finish"

    def _declare(self) -> None:
        self.deeds.add(KEEP, ACTIONS[KEEP], self.keep, self._why_not_keep)
        self.deeds.add(FINISH, ACTIONS[FINISH], self.finish, self._why_not_finish)

    def _arrange(self) -> None:
        for widget in (self.head, self.strip, self.scan, self.sheet):
            self.column.body.addWidget(widget)
        more = QHBoxLayout()
        more.setSpacing(8)
        more.addWidget(self.other_button)
        more.addWidget(self.empty_button)
        more.addStretch(1)
        self.column.body.addLayout(more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.column, 1)
        layout.addWidget(self.foot)
        self.setFocusProxy(self.scan)

    def _connect(self) -> None:
        self.strip.changed.connect(lambda: self.strip.setVisible(bool(self.strip.rows)))
        self.strip.paste_within(self)
        self.scan.scanned.connect(self._scan)
        self.sheet.changed.connect(self._follow)
        self.foot.theirs_button.clicked.connect(self._show_theirs)
        self._bench.operations.changed.connect(self._read_again)

    def _open(self, case_id: int) -> None:
        with self._bench.desk.reading() as reader:
            self._show(load_inspection(reader, case_id))

    def _show(self, seen: Inspection | None) -> None:
        self._seen = seen
        if seen is not None:
            self.head.show_inspection(seen)
            self.strip.show_place(EvidencePlace(seen.found.id))
            self.sheet.show_inspection(seen, origins_of(seen))
            self._kept = said(kept_drafts(seen))
        self.foot.tell(why_closed(seen))
        for widget in (self.scan, self.sheet, self.other_button, self.empty_button):
            widget.setEnabled(not why_closed(seen))
        self._follow()

    def _follow(self) -> None:
        if self._seen is None:
            return
        self.foot.sums.setText(sums_text(self.sheet.found))
        self.empty_button.setVisible(self._mode == "all_intact")
        self.deeds[FINISH].setText(_(PRIMARY[self._mode]))
        self.deeds.refresh()
        self._order()
        self.changed.emit()

    def _order(self) -> None:
        """Let Tab lead through the goods before the buttons under them, though they are newer."""
        stops = [
            self.scan,
            *self.sheet.stops(),
            self.other_button,
            self.empty_button,
            self.foot.keep_button,
            self.foot.finish_button,
        ]
        if stops != self._stops:
            self._stops = stops
            for stop, following in pairwise(stops):
                QWidget.setTabOrder(stop, following)

    def _scan(self, code: str) -> None:
        self.foot.tell("")
        if not self.count_code(code):
            self.foot.tell(
                _(
                    "No goods of this return have the number {code}. "
                    "Count by hand, or add it as other goods."
                ).format(code=code.strip())
            )

    def _write(self, *, finish: bool) -> None:
        if self._seen is None or self._is_writing:
            return
        self._is_writing = True
        self.foot.tell("")
        rows, items = self.sheet.rows(), self.sheet.items()
        writing = Writing(self._seen.found, InspectionDraft(tuple(items)), finish)
        writing.write(self._bench, partial(self._written, writing, rows), self._refused)

    def _written(self, writing: Writing, rows: list[EntryRow], ids: object, change: Change) -> None:
        """Go on from what is kept now; what was typed meanwhile stays typed."""
        self._is_writing = False
        self._offer(writing, change)
        if writing.finish:
            self._kept = said(self.sheet.items())  # untouched: what is written is shown anew
            self.finished.emit(writing.found.id)
        elif isinstance(ids, tuple):
            self._take_ids(rows, writing.draft.items, ids)
            self.saved.emit(writing.found.id)
        self._go_on()

    def _take_ids(
        self,
        rows: list[EntryRow],
        items: tuple[ReceivedDraft, ...],
        ids: tuple[int | None, ...],
    ) -> None:
        for row, row_id in zip(rows, ids, strict=True):
            row.keep_as(row_id)
        self._kept = said(
            [replace(item, id=row_id) for item, row_id in zip(items, ids, strict=True)]
        )
        self._follow()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _refused(self, error: ShopDeskError) -> None:
        """Show the refusal at its place, and what the return is now if that is why."""
        self._is_writing = False
        self._then = None
        place = error.field.split(".") if isinstance(error, FieldError) else []
        if len(place) == len(("items", "0", "name")):
            self.sheet.refuse(int(place[1]), place[2], error.sentence)
        else:
            self.foot.tell(error.sentence)
            self._read_again()

    def _read_again(self, _change: object = None) -> None:
        if self.case_id is not None:
            number = self.case_id
            self._bench.operations.query(
                (id(self), "again"), lambda reader: load_inspection(reader, number), self._renew
            )

    def _renew(self, seen: Inspection | None) -> None:
        """Take what is kept now; over typed words only its version, and who else was here."""
        if self._is_writing or (seen is not None and seen.found.id != self.case_id):
            return
        theirs = None if seen is None else said(kept_drafts(seen))
        if not self.is_touched and theirs != self._kept:
            self._show(seen)
            return
        if seen is not None and theirs is not None and theirs != self._kept:
            self._adopt(theirs)
            self.foot.tell(others_sentence(seen), of_others=True)
        self._seen = seen
        self._follow()

    def _adopt(self, theirs: Kept) -> None:
        """Let rows whose kept ones are gone go on as new ones."""
        self._kept = theirs
        for row in self.sheet.rows():
            if row.draft().id not in theirs:
                row.keep_as(None)

    def _show_theirs(self) -> None:
        if self.case_id is not None:
            self._open(self.case_id)

    def _why_not_keep(self) -> str:
        if self._seen is not None and self._seen.found.state == "inspected":
            return _("This return is inspected already; save the correction.")
        return why_closed(self._seen)

    def _why_not_finish(self) -> str:
        if self._mode == "correct" and not self.is_touched:
            return _("Nothing was changed.")
        return why_closed(self._seen)
