"""Evidence: which files are taken, how large they may be, and what stands for a kept one."""

import unicodedata
from dataclasses import dataclass

from shopdesk.i18n import N_

MEGABYTE = 1024 * 1024
MAX_PIXELS = 60_000_000
"""More than any phone's or shop camera's photo; decoding more could take gigabytes of memory."""

NAME_LENGTH = 120
"""Letters of a file's name that are kept; the ending is always among them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file, known by its content; `endings` are those that its name may have."""

    code: str
    name: str
    endings: tuple[str, ...]
    max_bytes: int
    is_picture: bool = False


_VIDEO_ENDINGS = ("mp4", "m4v", "mov", "qt", "3gp")

KINDS = {
    kind.code: kind
    for kind in (
        Kind("jpg", "JPEG", ("jpg", "jpeg", "jpe", "jfif"), 30 * MEGABYTE, is_picture=True),
        Kind("png", "PNG", ("png",), 30 * MEGABYTE, is_picture=True),
        Kind("webp", "WebP", ("webp",), 30 * MEGABYTE, is_picture=True),
        Kind("pdf", "PDF", ("pdf",), 50 * MEGABYTE),
        Kind("mp4", "MP4", _VIDEO_ENDINGS, 200 * MEGABYTE),
        Kind("mov", "MOV", _VIDEO_ENDINGS, 200 * MEGABYTE),
    )
}
"""By the ending under which they are kept."""

ENDINGS = frozenset(ending for kind in KINDS.values() for ending in kind.endings)
MAX_BYTES = max(kind.max_bytes for kind in KINDS.values())

TROUBLES = {
    "missing": N_("Missing since {day}"),
    "changed": N_("Changed since {day}"),
}
"""What may be wrong with a kept file; `{day}` is when it was noticed."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that lies among the shop's evidence already; `name` is what it was called."""

    sha256: str
    size: int
    kind: str
    name: str

    @property
    def file_name(self) -> str:
        """What it is called where it is kept."""
        return f"{self.sha256}.{self.kind}"


@dataclass(frozen=True, slots=True)
class EvidencePlace:
    """What evidence belongs to: a case, a line of it, or a parcel that has no case yet."""

    case_id: int | None = None
    line_id: int | None = None
    parcel_id: int | None = None


def ending_of(name: str) -> str:
    """Return a file name's ending in small letters without its dot; empty if it has none."""
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""


def kind_of_ending(ending: str) -> Kind | None:
    """Return the kind whose files' names end so; None if none of those that are taken."""
    return next((kind for kind in KINDS.values() if ending in kind.endings), None)


def looks_like_evidence(name: str) -> bool:
    """Tell by a file's name whether it may be evidence; its content is looked at later."""
    return ending_of(name) in ENDINGS


def harmless_name(name: str, kind: str) -> str:
    """Return a name as plain text: no folders, no marks that steer text, the true ending.

    It is only ever shown or offered for saving a copy; the kept file is named by its content.
    """
    stem = plain_name(name)
    if ending_of(stem) in KINDS[kind].endings:
        stem = stem.rpartition(".")[0].rstrip(" .")
    if stem.lower() in KINDS[kind].endings:  # nothing but the ending, whose dot was stripped
        stem = ""
    ending = f".{kind}"
    return f"{stem[: NAME_LENGTH - len(ending)] or 'evidence'}{ending}"


def plain_name(name: str) -> str:
    """Return a file's name as it may stand in a sentence."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(_harmless(char) for char in unicodedata.normalize("NFC", last))
    return plain.strip(" .")[:NAME_LENGTH]


def _harmless(char: str) -> str:
    """Drop controls, direction marks and lone surrogates; mark what systems forbid in names."""
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return ""
    return "_" if char in '<>:"|?*' else char
