"""The Import page: choose files, look at what they say, accept; nothing is written before.

page.start(paths)                       # files dropped onto the window, or chosen elsewhere
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from shopdesk import services
from shopdesk.errors import ShopDeskError, StorageError
from shopdesk.i18n import N_, _
from shopdesk.importing.reader import ReadCancelledError
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.progress import BusyLine, Progress
from shopdesk.ui.base.work_watch import WorkCancelledError, WorkWatch
from shopdesk.ui.desk import Change, Reader
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.importing.choosing import ChooseView, ask_for_files
from shopdesk.ui.pages.importing.preview import PreviewView
from shopdesk.ui.pages.importing.result import ResultView
from shopdesk.ui.pages.importing.shop_guess import shop_for
from shopdesk.ui.pages.importing.understanding import Question, Understood, understand
from shopdesk.ui.pages.importing.writing import write_import
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:  # brings SQLAlchemy
    from shopdesk.importing.writing.accept import ImportCounts


class ImportPage(QWidget):
    """Three views, one after the other: choose, preview, result."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench
        self.found: Understood | None = None
        """What the files say; None before any were read."""
        self._change: Change | None = None
        self._is_writing = False
        self._is_idle = True
        self._watch = WorkWatch()
        self.choosing = ChooseView(self.choose_files)
        self.preview = PreviewView(self.accept, self.discard, self.choose_files)
        self.result = ResultView(
            (
                (_("Show the &orders"), partial(bench.guide.go, "orders")),
                (_("&Undo"), self.undo),
                (_("Import &more files…"), self.choose_files),
            )
        )
        self._busy = BusyLine()
        self._progress = Progress(_("Reading the files"), self.cancel)
        self._views = QStackedWidget()
        self._set_up()
        self._connect()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is read or written now."""
        return self._is_idle

    # -- what the window and the buttons ask for -------------------------------------------

    def start(self, paths: Sequence[Path]) -> None:
        """Read files and show what they say; the shop is guessed. Without files, ask for some."""
        if self._is_writing:
            self.bench.messages.remark(_("An import is being written. Wait until it is done."))
        elif paths:
            self._start(paths)
        elif self._views.currentWidget() is not self.preview:
            self._show(self.choosing)

    def _start(self, paths: Sequence[Path]) -> None:
        self._remember(last_folder=str(paths[0].parent))
        self.found = None
        self._ask(Question(tuple(paths), self.bench.desk.settings.now.import_shop))

    def choose_files(self) -> None:
        """Let the person choose files."""
        ask_for_files(self, self.bench.desk.settings.now.last_folder, self.start)

    def accept(self) -> None:
        """Write what the preview shows."""
        found = self.found
        if found is None or self.preview.why_not_accept():
            return
        self._begin(_("Importing the orders"))
        self._is_writing = True
        self.preview.set_busy(busy=True)
        folder, watch = self.bench.desk.folder, self._watch
        self.bench.operations.write(
            N_("Orders imported"),
            lambda session: write_import(session, found, folder, watch),
            self._written,
            self._refused,
        )

    def cancel(self) -> None:
        """Stop the reading or the writing that is under way."""
        self._watch.cancel()

    def discard(self) -> None:
        """Forget the files; nothing was written."""
        self.found = None
        self._show(self.choosing)

    def undo(self) -> None:
        """Take the import back, and show its preview again."""
        change, self._change = self._change, None
        if change is not None:
            self._take_back(change)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin anew where the last import is done; one that is looked at stays."""
        super().showEvent(event)
        if not event.spontaneous() and self._views.currentWidget() is self.result:
            self._show(self.choosing)

    # -- reading ---------------------------------------------------------------------------

    def _ask(self, question: Question) -> None:
        self._begin(_("Reading the files"))
        watch, earlier = self._watch, self.found

        def work(reader: Reader) -> Understood | ShopDeskError:
            try:
                return understand(reader, question, watch, earlier)
            except ShopDeskError as error:
                return error

        self.bench.operations.stream(
            (id(self), "read"), lambda reader: iter((work(reader),)), self._take, self._end
        )

    def _take(self, answer: Understood | ShopDeskError) -> None:
        if isinstance(answer, Understood):
            self.found = answer
            self.preview.show_found(answer)
            self._show(self.preview)
        else:
            self._tell(answer)

    def _choose_shop(self, shop_id: int) -> None:
        if self.found is not None:
            self._ask(replace(self.found.question, shop_id=shop_id))

    def _choose_day_first(self, day_first: bool) -> None:  # noqa: FBT001 - a signal's value
        if self.found is not None:
            self._ask(replace(self.found.question, day_first=day_first))

    def _add_shop(self) -> None:
        found = self.found
        if found is None:
            return
        draft = shop_for(found.result, found.shops, found.shop)
        self.bench.operations.write(
            N_("Shop added"), lambda session: services.shops.add_shop(session, draft), self._added
        )

    def _added(self, shop_id: int, change: Change) -> None:
        sentence = _("Shop added. Its particulars can be changed in Settings.")
        offer_undo(self.bench, change, sentence, self._look_again)
        self._choose_shop(shop_id)

    # -- writing ---------------------------------------------------------------------------

    def _written(self, counts: "ImportCounts", change: Change) -> None:
        self._end()
        found = self.found
        if found is None or change.id is None:
            self._look_again()
            return
        self._change = change
        self._remember(import_shop=found.shop.name)
        sentence = self.result.show_counts(counts.new, counts.changed, found.shop.name)
        offer_undo(self.bench, change, sentence, self._taken_back)
        self._show(self.result)

    def _refused(self, error: ShopDeskError) -> None:
        self._end()
        self._tell(error)

    def _take_back(self, change: Change) -> None:
        self._is_idle = False
        self._busy.start()
        self.bench.operations.undo(change, self._undone, self._refused)

    def _undone(self, _value: object, _change: Change) -> None:
        self._end()
        self.bench.messages.toast(_("Undone. Nothing of it is left."))
        self._look_again()

    def _taken_back(self) -> None:
        """Go on as after the page's own Undo; the bar or the keys took the import back."""
        self._change = None
        self._look_again()

    def _look_again(self) -> None:
        if self.found is not None:
            self._ask(self.found.question)

    # -- inside ----------------------------------------------------------------------------

    def _begin(self, sentence: str) -> None:
        self._is_idle = False
        self._watch = WorkWatch()
        self._watch.advanced.connect(self._progress.advance)
        self._progress.set_sentence(sentence)
        self._progress.start()
        self._busy.start()

    def _end(self) -> None:
        self._is_idle = True
        self._progress.stop()
        self._busy.stop()
        self._is_writing = False
        self.preview.set_busy(busy=False)

    def _tell(self, error: ShopDeskError) -> None:
        if isinstance(error, ReadCancelledError | WorkCancelledError):
            self.bench.messages.toast(error.sentence)
        else:
            self.bench.messages.refuse(error.sentence)

    def _remember(self, **choices: str) -> None:
        """Keep a choice; a folder that cannot be written must not keep orders out."""
        try:
            self.bench.desk.settings.change(**choices)
        except StorageError as error:
            self.bench.messages.note(error.sentence)

    def _show(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        self.setFocusProxy(view)
        view.setFocus()

    def _set_up(self) -> None:
        for view in (self.choosing, self.preview, self.result):
            self._views.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(plain_label(_("Import orders"), "title"))
        layout.addWidget(self._busy)
        layout.addWidget(self._views, 1)
        layout.addWidget(self._progress)
        self.setFocusProxy(self.choosing)

    def _connect(self) -> None:
        head = self.preview.head
        head.shop_chosen.connect(self._choose_shop)
        head.day_first_chosen.connect(self._choose_day_first)
        head.shop_wanted.connect(self._add_shop)
