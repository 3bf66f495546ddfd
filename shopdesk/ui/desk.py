"""What the window needs from the shop's desk; the program below provides it."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from shopdesk.i18n import _
from shopdesk.paths import DataFolder
from shopdesk.settings import SettingsFile
from shopdesk.storage.reader import Reader

__all__ = ["Change", "Desk", "Reader", "Session", "Written"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Session = Any  # an ORM session; the window passes it through and never looks inside


@dataclass(frozen=True, slots=True)
class Change:
    """One write, as told to the open pages; `id` is what Undo takes, None if nothing changed.

    `label` is in English, `values` fill it.
    """

    id: int | None
    label: str
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def words(self) -> str:
        """What was done, in the language spoken now."""
        return _(self.label).format_map(self.values)


class Written(Protocol[T_co]):
    """What a write gave back, and the number of the change that it recorded."""

    @property
    def value(self) -> T_co:
        """The use case's own answer."""
        ...

    @property
    def change_id(self) -> int | None:
        """The recorded change; None when nothing was changed."""
        ...

    @property
    def values(self) -> Mapping[str, Any]:
        """What fills the label of the change."""
        ...


class Desk(Protocol):
    """The shop as the window sees it: read here, write there, take back."""

    @property
    def folder(self) -> DataFolder:
        """Where the shop's files lie."""
        ...

    @property
    def settings(self) -> SettingsFile:
        """The choices of the person at this machine."""
        ...

    @property
    def person(self) -> str:
        """Who is at the desk, whose name every write carries."""
        ...

    def reading(self) -> AbstractContextManager[Reader]:
        """Open the read-only connection of this thread."""
        ...

    def write(
        self,
        label: str,
        work: Callable[[Session], T],
        values: Mapping[str, Any] | None = None,
    ) -> Written[T]:
        """Do one use case as one transaction and one recorded change.

        `label` names the change in English, marked with `N_`; it is translated where shown,
        with `values` filled in.
        """
        ...

    def undo(self, change_id: int) -> Written[object]:
        """Take one recorded change back, as a change of its own."""
        ...
