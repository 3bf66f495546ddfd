"""The shop at work: one folder, its readers, its one writer, and who is at the desk."""

import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from shopdesk.errors import StorageError
from shopdesk.i18n import N_
from shopdesk.paths import DataFolder
from shopdesk.queries.shops import load_people
from shopdesk.settings import SettingsFile
from shopdesk.storage.reader import Reader, ReaderPool

if TYPE_CHECKING:  # SQLAlchemy is loaded after the window is on the screen
    from sqlalchemy.orm import Session

    from shopdesk.storage.database import Database

T = TypeVar("T")

NOBODY = "—"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """What a write gave back, and the change it was recorded as (None if nothing changed).

    `values` fill the change's label: those that were given, or those that the use case knows.
    """

    value: T
    change_id: int | None
    values: Mapping[str, Any]


class Desk:
    """Reads and writes of one shop's file, from any thread.

    With `new` the file is made when it is first needed; without, a missing file is an error.
    """

    def __init__(self, folder: DataFolder, *, new: bool = False) -> None:
        self.folder = folder
        self._new = new
        self.settings = SettingsFile(folder.settings)
        self._readers = ReaderPool(folder.database)
        self._opening = threading.Lock()
        self._database: Database | None = None
        self._first = ""

    @property
    def person(self) -> str:
        """Who is at the desk, whose name every write carries: the first of all if none chose."""
        return self.settings.now.person or self._first_person or NOBODY

    @property
    def _first_person(self) -> str:
        """Look who came first once; a file that is being set up has nobody yet."""
        if not self._first:
            with self.reading() as reader:
                self._first = next(iter(load_people(reader)), "")
        return self._first

    def reading(self) -> AbstractContextManager[Reader]:
        """Lend a reader for a block."""
        return self._readers.reading()

    def write(
        self,
        label: str,
        work: "Callable[[Session], T]",
        values: Mapping[str, Any] | None = None,
    ) -> Written[T]:
        """Do one use case as one transaction and one recorded change.

        `label` names the change in English, marked with `N_`, and is translated where it is
        shown, with `values` filled in.
        """
        with self.database.write(label, by=self.person, values=values) as unit:
            value = work(unit.session)
        return Written(value, unit.change_id, unit.values)

    def undo(self, change_id: int) -> Written[None]:
        """Take one recorded change back, as a change of its own."""
        from shopdesk.services.undo import undo_change

        return self.write(N_("Undone"), lambda session: undo_change(session, change_id))

    @property
    def database(self) -> "Database":
        """The writer, opened when it is first needed; loading it takes about half a second."""
        with self._opening:
            if self._database is None:
                from shopdesk.storage.database import Database

                self._make_if_new()
                self._database = Database(self.folder.database)
            return self._database

    def warm_up(self) -> None:
        """Load all that writing needs, for a thread beside the window: the first write is quick."""
        from shopdesk.services import load_all

        load_all()
        _ = self.database

    def _make_if_new(self) -> None:
        if self._new and not self.folder.database.exists():
            from shopdesk.storage.upgrade import create

            create(self.folder.database)

    def close(self) -> None:
        """Let go of the file: journal moved in, readers and writer closed.

        A journal that cannot be moved in stays beside the file, and the next start takes it.
        """
        self._readers.close()
        with self._opening:
            if self._database is not None:
                try:
                    self._database.checkpoint()
                except StorageError as error:
                    log.warning("the journal was left beside the file: %s", error.sentence)
                self._database.close()
                self._database = None
