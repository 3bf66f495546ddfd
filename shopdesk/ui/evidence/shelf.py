"""Where a strip's evidence comes from and goes to: a case in the shop's file, or a form in hand."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from shopdesk import services
from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.evidence import EvidenceRow, load_evidence
from shopdesk.rules.evidence import EvidencePlace, StoredFile
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

ADDED = N_("Evidence added.")
REMOVED = N_("Evidence removed.")
LINE_SET = N_("Evidence sorted to its line.")
HERE_ALREADY = N_("That is here already.")


class Shelf(QObject):
    """A row of evidence that can be added to."""

    shown = Signal(object)
    """The rows, each time that they are read or changed."""

    def add(self, files: Sequence[StoredFile], refusals: Sequence[str] = ()) -> None:
        """Put kept files on the shelf, and say so; `refusals` tell of others of the same lot."""
        raise NotImplementedError

    def remove(self, row: EvidenceRow) -> None:
        """Take one away."""
        raise NotImplementedError


class FormShelf(Shelf):
    """Keeps files until a form is saved; nothing is written before."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self.files: tuple[StoredFile, ...] = ()

    def add(self, files: Sequence[StoredFile], refusals: Sequence[str] = ()) -> None:
        """Keep what is not there yet; the strip may be out of sight where one pastes."""
        there = {file.sha256 for file in self.files}
        fresh = {file.sha256: file for file in files if file.sha256 not in there}
        self._keep((*self.files, *fresh.values()))
        sentence = ngettext(
            "{n} file added to the evidence of this form.",
            "{n} files added to the evidence of this form.",
            len(fresh),
        ).format(n=len(fresh))
        self._bench.messages.toast(
            _added(sentence, len(fresh), refusals) if fresh else _(HERE_ALREADY)
        )

    def remove(self, row: EvidenceRow) -> None:
        """Forget one; there is nothing to undo, for it was not written."""
        self._keep(tuple(file for file in self.files if file.sha256 != row.sha256))

    def _keep(self, files: tuple[StoredFile, ...]) -> None:
        self.files = files
        self.shown.emit(tuple(_unsaved(n, file) for n, file in enumerate(files, start=1)))


class PlaceShelf(Shelf):
    """Shows what belongs to a place; each change is written at once and offers Undo."""

    def __init__(self, bench: Workbench, place: EvidencePlace, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self.place = place
        bench.operations.changed.connect(self._changed)
        self.read()

    def read(self) -> None:
        """Read what is there now."""
        load = partial(load_evidence, place=self.place)
        self._bench.operations.query(("evidence", id(self)), load, self._show)

    def add(self, files: Sequence[StoredFile], refusals: Sequence[str] = ()) -> None:
        """Attach files to the place."""
        sentence = ngettext("{n} file added.", "{n} files added.", len(files)).format(n=len(files))
        attach = partial(_attach, files=files, place=self.place)
        self._write(ADDED, attach, _added(sentence, len(files), refusals))

    def remove(self, row: EvidenceRow) -> None:
        """Take a file away."""
        sentence = _("“{name}” removed.").format(name=row.name)
        self._write(REMOVED, partial(_remove, evidence_id=row.id), sentence)

    def sort(self, row: EvidenceRow, line_id: int | None) -> None:
        """Say which line a file shows."""
        self._write(LINE_SET, partial(_sort, evidence_id=row.id, line_id=line_id), _(LINE_SET))

    def _write(self, label: str, work: Callable[[Session], None], sentence: str) -> None:
        def done(_value: object, change: Change) -> None:
            if change.id is None:
                self._bench.messages.toast(_(HERE_ALREADY))
            else:
                offer_undo(self._bench, change, sentence)

        self._bench.operations.write(label, work, done)

    def _show(self, rows: tuple[EvidenceRow, ...]) -> None:
        self.shown.emit(rows)

    def _changed(self, _change: object) -> None:
        self.read()


def _added(sentence: str, added: int, refusals: Sequence[str]) -> str:
    """Return what is said of a lot: the sentence, or how many were refused, and the first why."""
    if not refusals:
        return sentence
    return _("{added} added, {refused} refused: {why}").format(
        added=added, refused=len(refusals), why=refusals[0]
    )


def _attach(session: Session, files: Sequence[StoredFile], place: EvidencePlace) -> None:
    services.evidence.attach(session, files, place)


def _remove(session: Session, evidence_id: int) -> None:
    services.evidence.remove_evidence(session, evidence_id)


def _sort(session: Session, evidence_id: int, line_id: int | None) -> None:
    services.evidence.set_line(session, evidence_id, line_id)


def _unsaved(number: int, file: StoredFile) -> EvidenceRow:
    """Return a file as a row that is not written yet; such rows have negative ids."""
    return EvidenceRow(
        id=-number,
        line_id=None,
        line_title="",
        sha256=file.sha256,
        size=file.size,
        kind=file.kind,
        name=file.name,
        note="",
        added_at=datetime.now(UTC),
        person="",
        trouble="",
        trouble_at=None,
    )
