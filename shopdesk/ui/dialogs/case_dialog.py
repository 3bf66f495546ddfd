"""A form about a case's money or goods, written at any time: no step, so the state stays.

class MoneyDialog(CaseDialog[CaseMoney]):
    def read(self, reader: Reader) -> CaseMoney | None:
        return load_case_money(reader, self.seen.id)

class CostsDialog(MoneyDialog):
    said = N_("Costs written down.")
    def save(self) -> None:
        self.write(lambda session: services.ledger.save_costs(session, ...))
    def take_over(self, before: CaseMoney, now: CaseMoney) -> Iterable[str]:
        ...
"""

from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

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


class CaseDialog(FormDialog, Generic[SeenT]):
    """Writes in the version that was seen; `record` is what the form was filled from.

    After somebody else's change it shows theirs, where nothing else was typed, and says what it
    is; only then can it be saved again.
    """

    said: str
    """What is said afterwards, marked for translation; also the change's label."""

    def __init__(
        self, bench: Workbench, record: SeenT, parent: QWidget, words: tuple[str, str]
    ) -> None:
        title, save_text = words
        super().__init__(parent, f"{title} · {record.seen.number}", save_text)
        self.setAccessibleName(plain_text(title))
        self.bench = bench
        self.record = record
        self.undone: Callable[[], None] = _nothing
        """Hears when what was written is taken back; who opens the form may set it."""

    @property
    def seen(self) -> CaseSeen:
        """The case in the version that is written upon."""
        return self.record.seen

    def write(self, work: Callable[[Session], None]) -> None:
        """Write, with undo."""
        self.bench.operations.write(self.said, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        sentence = _("{number}: {done}").format(number=self.seen.number, done=self.told())
        offer_undo(self.bench, change, sentence, self.undone)

    def told(self) -> str:
        """Return what was done, once it is written."""
        return _(self.said)

    def read(self, reader: Reader) -> SeenT | None:
        """Read anew what the form was filled from; None if it is gone."""
        raise NotImplementedError

    def take_over(self, before: SeenT, now: SeenT) -> Iterable[str]:
        """Put what is there now under what was typed, and return in words what is new."""
        raise NotImplementedError

    def refused(self, error: ShopDeskError) -> None:
        """Show the refusal; what was typed stays."""
        super().refused(error)
        if isinstance(error, StaleError):
            self.save_button.setEnabled(False)
            self.bench.operations.query((id(self), "again"), self.read, self._renewed)

    def _renewed(self, found: SeenT | None) -> None:
        if found is None:
            super().refused(DomainError(_("This record is no longer there. Load the page again.")))
            self.save_button.setEnabled(False)
            return
        before, self.record = self.record, found
        super().refused(DomainError(_news(list(self.take_over(before, found)))))


def _nothing() -> None:
    pass


def _news(parts: list[str]) -> str:
    if not parts:
        return _("Somebody else changed this, but nothing in this form. Save again.")
    return _("Somebody else changed this: {news}. Look at it here, then save again.").format(
        news=" · ".join(parts)
    )
