"""The small pictures of a strip, each read once, off the window's thread."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from shopdesk.queries.evidence import EvidenceRow
from shopdesk.storage.attachments import place_of
from shopdesk.ui.evidence.pictures import read_picture
from shopdesk.ui.evidence.tile import TILE_PX
from shopdesk.ui.workbench import Workbench

_SHARP = 3
"""Read so many times larger than a tile: sharp at any scale of the screen, also where cropped."""


class Thumbnails(QObject):
    """Remembers the pictures of what is shown, and no others."""

    read = Signal(str, QPixmap)
    """A picture by its content's hash."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._kept: dict[str, QPixmap] = {}

    def of(self, row: EvidenceRow) -> QPixmap | None:
        """Return a picture that is there already; else it is read, and `read` tells of it."""
        if row.sha256 in self._kept:
            return self._kept[row.sha256]
        if row.is_picture and not row.trouble:
            self._read(row)
        return None

    def keep_only(self, rows: Iterable[EvidenceRow]) -> None:
        """Forget the pictures of all else."""
        shown = {row.sha256 for row in rows}
        self._kept = {sha256: kept for sha256, kept in self._kept.items() if sha256 in shown}

    def _read(self, row: EvidenceRow) -> None:
        path = place_of(self._bench.desk.folder.attachments, row.file_name)
        self._bench.operations.work(
            ("thumbnail", id(self), row.sha256),
            partial(read_picture, path, TILE_PX * _SHARP),
            partial(self._take, row.sha256),
        )

    def _take(self, sha256: str, image: QImage | None) -> None:
        if image is not None:
            self._kept[sha256] = QPixmap.fromImage(image)
            self.read.emit(sha256, self._kept[sha256])
