"""What can be done with one piece of evidence, as the menu of its tile."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from shopdesk.i18n import _
from shopdesk.queries.evidence import EvidenceRow, LineChoice, load_evidence_lines
from shopdesk.ui.evidence.handing_out import ask_place, save_copy
from shopdesk.ui.evidence.note_dialog import EvidenceNoteDialog
from shopdesk.ui.evidence.shelf import PlaceShelf
from shopdesk.ui.icons import icon

if TYPE_CHECKING:
    from shopdesk.ui.evidence.strip import EvidenceStrip


def open_menu(strip: "EvidenceStrip", row: EvidenceRow, place: QPoint) -> None:
    """Show the menu of a tile at a place on the screen."""
    menu = QMenu(strip)
    menu.aboutToHide.connect(menu.deleteLater)
    _add(menu, _("&Open"), "eye", partial(strip.open, row))
    if isinstance(strip.shelf, PlaceShelf):
        _add_sorting(menu, strip, strip.shelf, row)
        note = partial(_open_note, strip, row)
        _add(menu, _("&Note…"), "pencil", note)
    _add(menu, _("&Save a copy…"), "save", partial(_save, strip, row))
    menu.addSeparator()
    _add(menu, _("&Remove"), "trash", partial(strip.remove, row))
    menu.popup(place)


def _add(menu: QMenu, text: str, icon_name: str, do: Callable[[], None]) -> None:
    menu.addAction(icon(icon_name), text).triggered.connect(lambda _on=False: do())


def _add_sorting(menu: QMenu, strip: "EvidenceStrip", shelf: PlaceShelf, row: EvidenceRow) -> None:
    """Offer the lines that the file may show; a parcel without a case has none."""
    if shelf.place.case_id is None:
        return
    with strip.bench.desk.reading() as reader:
        lines = load_evidence_lines(reader, shelf.place.case_id)
    shows = menu.addMenu(icon("package"), _("Sh&ows"))
    for line_id, text in ((None, _("The return as a whole")), *map(_named, lines)):
        action = shows.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(line_id == row.line_id)
        action.triggered.connect(partial(_sort, shelf, row, line_id))


def _sort(shelf: PlaceShelf, row: EvidenceRow, line_id: int | None, _on: object = None) -> None:
    if line_id != row.line_id:
        shelf.sort(row, line_id)


def _named(line: LineChoice) -> tuple[int, str]:
    return line.id, f"{line.title} {line.variant}".strip()


def _open_note(strip: "EvidenceStrip", row: EvidenceRow) -> None:
    EvidenceNoteDialog(strip.bench, row, strip.window()).open()


def _save(strip: "EvidenceStrip", row: EvidenceRow) -> None:
    def write(target: Path) -> None:
        messages = strip.bench.messages
        strip.bench.operations.work(
            "evidence.copy",
            partial(save_copy, strip.bench.desk.folder, row, target),
            lambda path: messages.toast(_("Saved as {name}.").format(name=path.name)),
            lambda error: messages.refuse(error.sentence),
        )

    ask_place(strip, strip.bench.desk, row, write)
