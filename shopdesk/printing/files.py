"""Finished papers on the disk: written whole or not at all."""

from pathlib import Path
from secrets import token_hex

from shopdesk.storage.files import move_into_place, system_errors_as_sentences


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step; on any trouble the file that was there stays.

    Raises:
        StorageError: the system refused; its sentence says what to do.
    """
    draft = path.parent / f".{token_hex(8)}.part"
    with system_errors_as_sentences():
        try:
            with draft.open("xb") as file:
                file.write(content)
            move_into_place(draft, path)
        finally:
            draft.unlink(missing_ok=True)
