"""A form about a case's money or goods, written at any time: no step, so the state stays.

class CostsDialog(CaseDialog):
    said = N_("Costs written down.")
    def save(self) -> None:
        self.write(lambda session: services.ledger.save_costs(session, ...))
    def renew(self) -> None:
        self.read_anew(partial(load_case_money, case_id=self.seen.id), self._take_over)
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from shopdesk.errors import DomainError, ShopDeskError, StaleError
from shopdesk.i18n import _
from shopdesk.queries.settling import CaseSeen
from shopdesk.ui.actions import plain_text
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench


class Seen(Protocol):
    """What a form is filled from."""

    @property
    def seen(self) -> CaseSeen:
        """The case in the version that this was read in."""
        ...


SeenT = TypeVar("SeenT", bound=Seen)


class CaseDialog(FormDialog):
    """Writes in the version that was seen.

    After somebody else's change it shows theirs, where nothing else was typed, and says what it
    is; only then can it be saved again.
    """

    said: ClassVar[str]
    """What is said afterwards, marked for translation; also the change's label."""

    def __init__(
        self, bench: Workbench, seen: CaseSeen, parent: QWidget, words: tuple[str, str]
    ) -> None:
        title, save_text = words
        super().__init__(parent, f"{title} · {seen.number}", save_text)
        self.setAccessibleName(plain_text(title))
        self.bench = bench
        self.seen = seen

    def write(self, work: Callable[[Session], None]) -> None:
        """Write, with undo."""
        self.bench.operations.write(self.said, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        sentence = _("{number}: {done}").format(number=self.seen.number, done=_(self.said))
        offer_undo(self.bench, change, sentence)

    def renew(self) -> None:
        """Read anew what the form was filled from, with `read_anew`."""
        raise NotImplementedError

    def read_anew(
        self,
        read: Callable[[Reader], SeenT | None],
        take_over: Callable[[SeenT], Iterable[str]],
    ) -> None:
        """Read; `take_over` puts it under what was typed, and returns in words what is new."""
        answer = partial(self._renewed, take_over)
        self.bench.operations.query((id(self), "again"), read, answer)

    def refused(self, error: ShopDeskError) -> None:
        """Show the refusal; what was typed stays."""
        super().refused(error)
        if isinstance(error, StaleError):
            self.save_button.setEnabled(False)
            self.renew()

    def _renewed(self, take_over: Callable[[SeenT], Iterable[str]], found: SeenT | None) -> None:
        if found is None:
            super().refused(DomainError(_("This record is no longer there. Load the page again.")))
            self.save_button.setEnabled(False)
            return
        self.seen = found.seen
        super().refused(DomainError(_news(list(take_over(found)))))


def _news(parts: list[str]) -> str:
    if not parts:
        return _("Somebody else changed this, but nothing in this form. Save again.")
    return _("Somebody else changed this: {news}. Look at it here, then save again.").format(
        news=" · ".join(parts)
    )
