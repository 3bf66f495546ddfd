"""A backup as a line of the list: finished words in the language spoken now."""

from dataclasses import dataclass
from pathlib import Path

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.storage.backup_list import BackupRow, BackupState
from shopdesk.storage.manifests import REASON_LABELS
from shopdesk.ui.base.columns import Column
from shopdesk.ui.pages.settings.clock import Clock
from shopdesk.ui.pages.settings.file_sizes import size_text
from shopdesk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One line; `id` is the backup's own serial."""

    id: int
    path: Path
    when: str
    reason: str
    cases: str
    size: str
    state: BackupState


_STATES: dict[BackupState, tuple[str, Tone]] = {
    BackupState.GOOD: (N_("Verified"), "good"),
    BackupState.UNVERIFIED: (N_("Not verified"), "wait"),
    BackupState.DAMAGED: (N_("Damaged"), "late"),
}


def line_of(row: BackupRow, clock: Clock) -> BackupLine:
    """Return a backup's line; what nothing vouches for is a dash."""
    return BackupLine(
        id=row.name.serial,
        path=row.path,
        when=clock(row.name.made_at),
        reason=_(REASON_LABELS[row.name.reason]),
        cases=_cases(row),
        size=size_text(row.size_bytes),
        state=row.state,
    )


def _cases(row: BackupRow) -> str:
    if row.contents is None:
        return "—"
    return Formats(current_language()).number(row.contents.rows.get("cases", 0))


def _state_text(line: BackupLine) -> str:
    return _(_STATES[line.state][0])


def _state_tone(line: BackupLine) -> Tone:
    return _STATES[line.state][1]


BACKUP_COLUMNS: tuple[Column[BackupLine], ...] = (
    Column("when", N_("When"), 150, lambda line: line.when),
    Column("reason", N_("Why"), 130, lambda line: line.reason, stretch=True),
    Column("cases", N_("Cases"), 80, lambda line: line.cases, right=True),
    Column("size", N_("Size"), 96, lambda line: line.size, right=True),
    Column("state", N_("State"), 120, _state_text, tone=_state_tone, badge=True),
)
