"""What is done to a solution by one click: retired, brought back, an earlier version restored."""

from collections.abc import Callable

from shopdesk import services
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.solutions import LibraryRow, VersionRow
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.solutions.listed import Listed
from shopdesk.ui.workbench import Workbench

RETIRED = N_("Solution retired: {title}")
BACK = N_("Solution brought back: {title}")
RESTORED = N_("Earlier version of the solution in force: {title}")


class Changing:
    """Each is a version of its own, and can be taken back."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def retire_or_bring_back(self, row: Listed) -> None:
        """Hide a solution from now on, or show it again."""
        found = row.found
        code, seen_id, retired = found.solution.code, found.version_id, found.retired

        def work(session: Session) -> None:
            change = services.solutions.bring_back if retired else services.solutions.retire
            change(session, code, seen_id)

        self._write(BACK if retired else RETIRED, found, work)

    def restore(
        self, found: LibraryRow, version: VersionRow | None, then: Callable[[], None]
    ) -> None:
        """Put an earlier version in force, or what ships with ShopDesk if there is none."""
        code, seen_id = found.solution.code, found.version_id

        def work(session: Session) -> None:
            if version is None:
                services.solutions.restore_shipped(session, code, seen_id)
            else:
                services.solutions.restore_version(session, version.id, seen_id)

        self._write(RESTORED, found, work, then)

    def _write(
        self,
        label: str,
        found: LibraryRow,
        work: Callable[[Session], None],
        then: Callable[[], None] = lambda: None,
    ) -> None:
        values = {"title": found.solution.title(current_language())}

        def done(_value: object, change: Change) -> None:
            then()
            if change.id is not None:
                offer_undo(self._bench, change, _(label).format(**values))

        self._bench.operations.write(label, work, done, values=values)
