"""The choices of the person at this machine, kept in the data folder between starts."""

import json
import logging
import os
import tempfile
from collections.abc import Callable, Container, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from shopdesk.errors import StorageError
from shopdesk.i18n import _
from shopdesk.rules.documents import AWAITED, DOCUMENTS, EVERY_SIZE, REPORTS
from shopdesk.rules.label_sheets import MOST_LABELS, is_sheet_code
from shopdesk.rules.printing import MANNERS, ORDERS, PAPER_LANGUAGES
from shopdesk.rules.typed import can_be_kept

log = logging.getLogger(__name__)

_SLIPS = frozenset({"return_slip", "packing_slip", "address_label", "return_label"})
_FOR_US = frozenset({"inspection_sheet", "packing_list"})
"""What no buyer reads."""


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """How a document is printed here; what is empty was not chosen yet.

    `paper` is a size's code or a label sheet's, `language` a key of rules.printing's
    PAPER_LANGUAGES, `order` and `manner` keys of its ORDERS and MANNERS. `waits` says, with
    `yes` or `no`, whether it joins the queue by itself.
    """

    paper: str = ""
    language: str = ""
    printer: str = ""
    manner: str = ""
    order: str = ""
    waits: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every remembered choice with its default; an empty language or theme follows the system."""

    language: str = ""
    theme: str = ""
    person: str = ""
    slip_size: str = "100x150"
    slip_language: str = "buyer"
    window_geometry: str = ""
    last_folder: str = ""
    import_shop: str = ""
    """The shop into which orders were imported last."""
    return_shop: str = ""
    """The shop of the last return that was logged without an order."""
    evidence_looked_at: str = ""
    """When all evidence was looked through last, in UTC as ISO text."""
    desk_opens: str = "inspection"
    """What a scan at the desk opens: the inspection, or nothing, for a fast intake."""
    desk_sound: str = "on"
    length_unit: str = ""
    """In which unit lengths of label sheets are typed, a key of rules.lengths' UNITS."""
    reminders: str = "on"
    """Whether one is told when a follow-up falls due."""
    whose: str = ""
    """Whose work the lists show: empty is everyone's, `mine`, `nobody`, or a person's id."""
    papers: Mapping[str, PaperChoice] = field(default_factory=dict)
    """The choices for each document, by its code in rules.documents."""
    starts: Mapping[str, int] = field(default_factory=dict)
    """The first free label of the sheet in use, by the label sheet's code."""

    def paper_choice(self, document: str) -> PaperChoice:
        """Return what was chosen for a document; slips begin as what was chosen for all."""
        chosen = self.papers.get(document, PaperChoice())
        is_slip = document in _SLIPS
        usual = "shop" if document in _FOR_US else "buyer"
        return replace(
            chosen,
            paper=chosen.paper or (self.slip_size if is_slip else ""),
            language=chosen.language or (self.slip_language if is_slip else usual),
        )

    def waiting_documents(self) -> tuple[str, ...]:
        """Return the documents that join the queue by themselves, as it was chosen here."""
        return tuple(code for code in AWAITED if self.waits(code))

    def waits(self, document: str) -> bool:
        """Tell whether one of AWAITED joins the queue by itself."""
        about, chosen = DOCUMENTS[document], self.paper_choice(document).waits
        return chosen == "yes" if chosen else about.is_usual

    def first_free(self, paper: str) -> int:
        """Return the first free label of a sheet, counted from 1; 1 of any other paper."""
        return self.starts.get(paper, 1)


class _AnyText:
    """Holds every text there is."""

    def __contains__(self, _text: object) -> bool:
        return True


_OF_PAPER = {each.name: _AnyText() for each in fields(PaperChoice)} | {
    "language": PAPER_LANGUAGES,
    "manner": MANNERS,
    "order": ORDERS,
    "waits": ("yes", "no"),
}
_GENERAL = {each.name: _AnyText() for each in fields(Settings)} | {
    "slip_size": EVERY_SIZE,
    "slip_language": PAPER_LANGUAGES,
    "papers": (),
    "starts": (),
}
"""What each of them may be in the file; those that are no texts are read by themselves."""


class SettingsFile:
    """Settings as they lie on disk; changed one at a time, written whole or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = self._seen = _read(path) or Settings()

    def change(self, **changes: Any) -> Settings:  # noqa: ANN401 - checked by the dataclass
        """Set some choices and keep them; raises StorageError if the folder cannot be written.

        What another program has kept meanwhile, as a command beside the window, stays.
        """
        self._read_again()
        changed = replace(self.now, **changes)
        if changed != self.now:
            self.now = changed
            self._save()
        return changed

    def choose_paper(self, document: str, **changes: str) -> PaperChoice:
        """Set and keep some choices of a document; raises StorageError as `change` does."""
        self._read_again()
        choice = replace(self.now.paper_choice(document), **changes)
        self.change(papers={**self.now.papers, document: choice})
        return choice

    def begin_labels(self, sheet: str, start: int) -> None:
        """Keep the first free label of a sheet; raises StorageError as `change` does."""
        self._read_again()
        self.change(starts={**self.now.starts, sheet: start})

    def _read_again(self) -> None:
        """Take over what others have kept; a file that is gone or damaged is written anew."""
        found = _read(self.path)
        if found is not None and found != self._seen:
            self.now = self._seen = found

    def _save(self) -> None:
        text = json.dumps(asdict(self.now), ensure_ascii=False, indent=1)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _replace(self.path, lambda handle: os.write(handle, text.encode()))
        except OSError as error:
            raise StorageError(
                _("Your settings could not be kept: {folder} cannot be written.").format(
                    folder=self.path.parent
                )
            ) from error
        self._seen = self.now


def _replace(path: Path, write: Callable[[int], object]) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        write(handle)
        os.fsync(handle)
    finally:
        os.close(handle)
    Path(name).replace(path)


def _read(path: Path) -> Settings | None:
    """Return what is on disk; None where the file is damaged or missing."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, RecursionError) as error:
        log.warning("settings could not be read and are not used: %s", error)
        return None
    if not isinstance(found, dict):
        log.warning("settings are no record and are not used")
        return None
    return Settings(
        **_texts(found, _GENERAL),
        papers=_papers(found.get("papers")),
        starts=_starts(found.get("starts")),
    )


def _papers(found: object) -> dict[str, PaperChoice]:
    """Return the choices that can be; a file edited by hand may hold anything."""
    return {
        document: _choice(document, kept)
        for document, kept in (found.items() if isinstance(found, dict) else ())
        if (document in DOCUMENTS or document in REPORTS) and isinstance(kept, dict)
    }


def _choice(document: str, kept: Mapping[str, object]) -> PaperChoice:
    choice = PaperChoice(**_texts(kept, _OF_PAPER))
    return choice if _fits(document, choice.paper) else replace(choice, paper="")


def _fits(document: str, paper: str) -> bool:
    """Tell whether a document may be printed on a paper; own sheets are known by their ids."""
    if document in REPORTS:
        return paper in REPORTS[document]
    about = DOCUMENTS[document]
    return paper in about.sizes or (about.fits_sheets and is_sheet_code(paper))


def _texts(found: Mapping[str, object], known: Mapping[str, Container[str]]) -> dict[str, str]:
    """Return the texts of known names that can be written, and are codes where there are such."""
    return {
        name: value
        for name, value in found.items()
        if name in known and isinstance(value, str) and can_be_kept(value) and value in known[name]
    }


def _starts(found: object) -> dict[str, int]:
    entries = found.items() if isinstance(found, dict) else ()
    return {
        code: start
        for code, start in entries
        if is_sheet_code(code) and type(start) is int and 0 < start <= MOST_LABELS
    }
