"""What was dropped, pasted or chosen, on its way to the folder of evidence."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.paths import DataFolder
from shopdesk.rules.evidence import KINDS, StoredFile
from shopdesk.storage.attachments import broken, place_of, store_bytes, store_file
from shopdesk.ui.evidence.pdfs import is_readable_pdf
from shopdesk.ui.evidence.pictures import picture_bytes, read_picture

NOWHERE = N_("Choose a return first, then add its photos again.")
"""What is said of photos that are dropped or pasted where no case is shown."""

_TRIED_PX = 64


@dataclass(frozen=True, slots=True)
class Offered:
    """What a person offers as evidence: files of theirs, or one picture without a file."""

    paths: tuple[Path, ...] = ()
    image: QImage | None = None

    def __len__(self) -> int:
        return len(self.paths) + (self.image is not None)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of it: files that are kept now, and a sentence for each that was refused."""

    files: tuple[StoredFile, ...]
    refusals: tuple[str, ...]


def offered_in(mime: QMimeData | None) -> Offered:
    """Return what a drop or the clipboard holds; files come before a picture of them."""
    if mime is None:  # so Qt says of an empty clipboard
        return Offered()
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if paths or not mime.hasImage():
        return Offered(paths)
    image = QImage(mime.imageData())
    return Offered(image=None if image.isNull() else image)


def is_no_text(mime: QMimeData | None) -> bool:
    """Tell whether something is a file or a picture, and not words with a picture of them."""
    offered = offered_in(mime)
    has_words = mime is not None and mime.hasText()
    return bool(offered.paths) or (offered.image is not None and not has_words)


def take(folder: DataFolder, offered: Offered) -> Taken:
    """Keep what is offered, each file by itself; takes seconds for films, so not in the window."""
    files: list[StoredFile] = []
    refusals: list[str] = []
    for path in offered.paths or (None,):
        try:
            files.append(_take_one(folder, path, offered))
        except ShopDeskError as error:
            refusals.append(error.sentence)
    return Taken(tuple(files), tuple(refusals))


def _take_one(folder: DataFolder, path: Path | None, offered: Offered) -> StoredFile:
    if path is None:
        assert offered.image is not None  # noqa: S101 - nothing empty is offered
        return store_bytes(folder, picture_bytes(offered.image), f"{_('Pasted picture')}.png")
    stored = store_file(folder, path)
    kept = place_of(folder.attachments, stored.file_name)
    if not _can_be_shown(kept, stored.kind):
        raise broken(path.name)
    return stored


def _can_be_shown(kept: Path, kind: str) -> bool:
    """Try to decode what this program shows itself; films are the system's affair."""
    if KINDS[kind].is_picture:
        return read_picture(kept, _TRIED_PX) is not None
    return kind != "pdf" or is_readable_pdf(kept)
