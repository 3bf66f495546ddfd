"""The versions of a solution: each can be looked at, and put in force again."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.solutions import LibraryRow, VersionRow, load_versions
from shopdesk.rules.solutions import Solution, starter
from shopdesk.ui.base.list_dialog import Entry, ListDialog
from shopdesk.ui.base.moments import when_text
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.base.soft_box import SoftBox
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.solutions.changing import Changing
from shopdesk.ui.pages.solutions.plain_words import solution_words
from shopdesk.ui.workbench import Workbench

_SHIPPED = "shipped"
_TEXT_PX = 400


class VersionsDialog(ListDialog):
    """The version in force stands first, what ships with ShopDesk last."""

    def __init__(self, bench: Workbench, parent: QWidget, found: LibraryRow) -> None:
        super().__init__(parent, _("Versions"))
        self._bench = bench
        self._found = found
        self._changing = Changing(bench)
        self._versions: dict[str, VersionRow] = {}
        self.words = SoftBox(_("What it says"))
        self._scroll = ScrollColumn(padding_px=0)
        self._scroll.setMinimumHeight(_TEXT_PX)
        self._scroll.body.addWidget(self.words)
        self.below.addWidget(self._scroll)
        self.save_button.setText(_("Put &in force again"))
        load = partial(_load, code=found.solution.code)
        bench.operations.query((id(self), "versions"), load, self._show)

    def show_entry(self, key: str) -> None:
        """Show what a version says."""
        solution = self._solution(key)
        self.words.set_text(solution_words(solution) if solution else "")
        is_now = key == str(self._found.version_id)
        self.save_button.setEnabled(bool(key) and not is_now)
        self.save_button.setToolTip(_("This version is in force.") if is_now else "")

    def save(self) -> None:
        """Put the version that is shown in force."""
        self._changing.restore(self._found, self._versions.get(self.chosen), self.accept)

    def _solution(self, key: str) -> Solution | None:
        if key == _SHIPPED:
            return starter().get(self._found.solution.code)
        return self._versions[key].solution if key in self._versions else None

    def _show(self, found: list[VersionRow]) -> None:
        self._versions = {str(row.id): row for row in found}
        entries = [Entry(str(row.id), _about(row), faint=row.retired) for row in found]
        if self._found.solution.code in starter():
            entries.append(Entry(_SHIPPED, _("As it ships with ShopDesk")))
        self.set_entries(entries)


def _about(row: VersionRow) -> str:
    words = N_("{when} · {person} · retired") if row.retired else N_("{when} · {person}")
    when = when_text(row.made_at, datetime.now(UTC), Formats(current_language()))
    return _(words).format(when=when, person=row.made_by or _("Nobody"))


def _load(reader: Reader, code: str) -> list[VersionRow]:
    return load_versions(reader, code)
