"""A strip of evidence with all that can be done to it; the package says how it is used."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.queries.evidence import EvidenceRow
from shopdesk.rules.evidence import EvidencePlace, StoredFile
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.flow import FlowLayout
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.evidence.choosing import ask_files
from shopdesk.ui.evidence.intake import Intake
from shopdesk.ui.evidence.shelf import FormShelf, PlaceShelf, Shelf
from shopdesk.ui.evidence.taking import NOWHERE, Offered, is_no_text, offered_in
from shopdesk.ui.evidence.thumbnails import Thumbnails
from shopdesk.ui.evidence.tile import EvidenceTile, TileButton
from shopdesk.ui.evidence.tile_menu import open_menu
from shopdesk.ui.workbench import Workbench

WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut

_GAP_PX = 8


class EvidenceStrip(QWidget):
    """Shows one place's evidence, or a form's; see the package for its use."""

    changed = Signal()
    """Another set of files is shown."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench
        self.rows: tuple[EvidenceRow, ...] = ()
        self._shelf: Shelf = FormShelf(bench, self)
        self._thumbnails = Thumbnails(bench, self)
        self._intake = Intake(bench, self)
        self._served: list[QWidget] = []
        self._focus_next = -1
        self._is_read = False
        self.take_words: Callable[[str], None] | None = None
        """Takes words that are pasted where a page has no text field."""
        self.refusal = Notice("", "late")
        self._busy = wrapped_label("", "muted")
        self._hint = wrapped_label(_("Drop photos here, or paste them with Ctrl+V."), "muted")
        self.add_tile = TileButton("plus", _("Add…"))
        self._tiles = QWidget()
        self._flow = FlowLayout(self._tiles, _GAP_PX)
        self._pasting = self._make_pasting(self)
        self._arrange()
        self._use(self._shelf)

    # -- what it shows ---------------------------------------------------------------------

    def show_place(self, place: EvidencePlace) -> None:
        """Show what belongs to a case, a line or a parcel."""
        if isinstance(self._shelf, PlaceShelf) and self._shelf.place == place:
            self._shelf.read()
        else:
            self.refusal.hide()
            self._use(PlaceShelf(self.bench, place, self))

    def keep_for_form(self) -> None:
        """Keep what is added in hand, empty at first; `files` are to be attached on saving."""
        self._use(FormShelf(self.bench, self))

    @property
    def files(self) -> tuple[StoredFile, ...]:
        """What a form holds; empty for a place, whose files are written already."""
        return self._shelf.files if isinstance(self._shelf, FormShelf) else ()

    @property
    def shelf(self) -> Shelf:
        """Where its evidence is put and taken from."""
        return self._shelf

    @property
    def tiles(self) -> list[EvidenceTile]:
        """The tiles in their order."""
        found = (self._flow.itemAt(n) for n in range(self._flow.count()))
        widgets = [item.widget() for item in found if item is not None]
        return [widget for widget in widgets if isinstance(widget, EvidenceTile)]

    # -- taking files in -------------------------------------------------------------------

    def take(self, paths: Sequence[Path]) -> None:
        """Add files of the person's."""
        self.offer(Offered(tuple(paths)))

    def offer(self, offered: Offered) -> None:
        """Copy what is offered off the window's thread, then put it on the shelf."""
        if not self.isEnabled():
            self.bench.messages.remark(_(NOWHERE), "late")
        elif offered:
            self.refusal.hide()
            self._intake.take(offered, self._shelf)

    def paste(self) -> None:
        """Add what is in the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        offered = offered_in(mime)
        if self.take_words is not None and mime is not None and not is_no_text(mime):
            self.take_words(mime.text())
        elif offered:
            self.offer(offered)
        else:
            self.bench.messages.toast(_("There is no picture and no file to paste."))

    def paste_within(self, page: QWidget) -> None:
        """Let Ctrl+V paste here from anywhere on a page but its text fields."""
        self._pasting.deleteLater()  # two of them would be ambiguous
        self._pasting = self._make_pasting(page)

    def serve(self, text_field: QWidget) -> None:
        """Take pictures that are pasted into a text field, which has no use for them."""
        text_field.setAcceptDrops(False)
        text_field.installEventFilter(self)
        self._served.append(text_field)

    def when_stored(self, do: Callable[[], None]) -> None:
        """Do something now, or once the files that are being copied are on the shelf."""
        self._intake.when_done(do)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paste a picture here that a served text field would not take."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_paste = event.matches(QKeySequence.StandardKey.Paste)
            if is_paste and is_no_text(QGuiApplication.clipboard().mimeData()):
                self.paste()
                return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this machine, and pictures from a browser."""
        if offered_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self.offer(offered_in(event.mimeData()))
        event.acceptProposedAction()

    # -- what is done to one ---------------------------------------------------------------

    def remove(self, row: EvidenceRow) -> None:
        """Take one away; the keyboard stays at its place."""
        self._focus_next = next((n for n, r in enumerate(self.rows) if r.id == row.id), -1)
        self._shelf.remove(row)

    def open(self, row: EvidenceRow) -> None:
        """Show one large, with the others beside it."""
        from shopdesk.ui.evidence.viewer import EvidenceViewer

        EvidenceViewer(self.bench, self.rows, row, self.window()).open()

    # -- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Evidence"))
        self._intake.busy.connect(self._tell_busy)
        self._intake.refused.connect(self._refuse)
        self._thumbnails.read.connect(self._show_picture)
        self.add_tile.clicked.connect(self._choose)
        self.add_tile.setToolTip(_("Choose photos, films or PDFs"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP_PX)
        for widget in (self.refusal, self._tiles, self._busy, self._hint):
            layout.addWidget(widget)
        self.refusal.hide()
        self._busy.hide()

    def _make_pasting(self, within: QWidget) -> QShortcut:
        made = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), within, self.paste)
        made.setContext(WITHIN)
        return made

    def _use(self, shelf: Shelf) -> None:
        old, self._shelf = self._shelf, shelf
        if old is not shelf:
            old.deleteLater()
        self._is_read = isinstance(shelf, FormShelf)
        self._fill(())
        shelf.shown.connect(partial(self._show, shelf))

    def _show(self, shelf: Shelf, rows: tuple[EvidenceRow, ...]) -> None:
        if shelf is self._shelf and not (self._is_read and rows == self.rows):
            self._is_read = True
            self._fill(rows)

    def _fill(self, rows: tuple[EvidenceRow, ...]) -> None:
        had_focus = any(tile.hasFocus() for tile in self.tiles)
        self.rows = rows
        self._flow.removeWidget(self.add_tile)
        clear(self._flow)
        for row in rows:
            tile = self._tile(row)
            self._flow.addWidget(tile)
            tile.show()  # now, and not with the next layout: it may get the keyboard
        self._flow.addWidget(self.add_tile)
        self._hint.setVisible(self._is_read and not rows)
        self._thumbnails.keep_only(rows)
        self._lead_back(had_focus=had_focus)
        self.changed.emit()

    def _lead_back(self, *, had_focus: bool) -> None:
        """Keep the keyboard where something was removed, or where it was."""
        tiles = self.tiles
        wanted, self._focus_next = self._focus_next, -1
        if wanted >= 0 or had_focus:
            target = tiles[min(max(wanted, 0), len(tiles) - 1)] if tiles else self.add_tile
            target.setFocus()

    def _tile(self, row: EvidenceRow) -> EvidenceTile:
        tile = EvidenceTile(row)
        tile.clicked.connect(partial(self.open, row))
        tile.removal_wanted.connect(partial(self.remove, row))
        tile.menu_wanted.connect(partial(self._open_menu, row))
        tile.step_wanted.connect(partial(self._step, tile))
        picture = self._thumbnails.of(row)
        if picture is not None:
            tile.show_picture(picture)
        return tile

    def _show_picture(self, sha256: str, picture: QPixmap) -> None:
        for tile in self.tiles:
            if tile.row.sha256 == sha256:
                tile.show_picture(picture)

    def _refuse(self, sentences: str) -> None:
        self.refusal.set_text(sentences, "late")
        self.refusal.show()

    def _tell_busy(self, files: int) -> None:
        words = ngettext("Adding {n} file…", "Adding {n} files…", files).format(n=files)
        self._busy.setText(words)
        self._busy.setVisible(files > 0)

    def _choose(self) -> None:
        ask_files(self, self.bench.desk.settings, self.take)

    def _open_menu(self, row: EvidenceRow, place: QPoint) -> None:
        open_menu(self, row, place)

    def _step(self, tile: EvidenceTile, by: int) -> None:
        """Walk along the tiles, to the one for adding at the end."""
        stops = [*self.tiles, self.add_tile]
        stops[(stops.index(tile) + by) % len(stops)].setFocus()
