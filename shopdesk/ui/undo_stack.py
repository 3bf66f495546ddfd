"""What this session did and can still take back, the newest last; and what it took back."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from shopdesk.i18n import current_language
from shopdesk.ui.desk import Change

MOST_KEPT = 100


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class UndoStep:
    """A change that can be taken back; `undone` hears of it, to show again what it was about.

    `sentence` is of the `language` that was spoken when it was said, empty where none was.
    """

    change: Change
    sentence: str = ""
    undone: Callable[[], None] = _nothing
    language: str = field(default_factory=current_language)

    @property
    def words(self) -> str:
        """What was done, in the language spoken now."""
        said_so = self.sentence and self.language == current_language()
        return self.sentence if said_so else self.change.words


class UndoStack:
    """Holds no more than MOST_KEPT; a new change ends what could be done again."""

    def __init__(self) -> None:
        self._done: deque[UndoStep] = deque(maxlen=MOST_KEPT)
        self._undone: deque[UndoStep] = deque(maxlen=MOST_KEPT)

    @property
    def last_done(self) -> UndoStep | None:
        """What the next Undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> UndoStep | None:
        """What the next Redo does again; its change is the undoing one."""
        return self._undone[-1] if self._undone else None

    def push(self, change: Change) -> None:
        """Remember a change that was just written."""
        self._undone.clear()
        self._done.append(UndoStep(change))

    def describe(self, change: Change, sentence: str, undone: Callable[[], None]) -> None:
        """Say better what a change did, and who wants to hear when it is taken back."""
        for n, step in enumerate(self._done):
            if step.change.id == change.id:
                self._done[n] = UndoStep(step.change, sentence, undone)

    def take(self, change: Change) -> UndoStep:
        """Return a change that is being taken back, or done again, and hold it no more."""
        for steps in (self._done, self._undone):
            for step in steps:
                if step.change.id == change.id:
                    steps.remove(step)
                    return step
        return UndoStep(change)

    def put_back(self, step: UndoStep, *, undone: bool) -> None:
        """Hold a step again that could not be taken back, or done again if `undone`."""
        (self._undone if undone else self._done).append(step)

    def took_back(self, step: UndoStep, change: Change, *, undone: bool) -> None:
        """Hold what reversed a step, so that it can be reversed too."""
        reverse = replace(step, change=change)
        (self._done if undone else self._undone).append(reverse)

    def is_undone(self, change: Change) -> bool:
        """Tell whether a change is one that took another back."""
        return any(step.change.id == change.id for step in self._undone)
