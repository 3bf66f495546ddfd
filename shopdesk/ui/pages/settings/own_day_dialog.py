"""A day on which a shop rests though others work, or works though others rest."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.shops import ShopRow
from shopdesk.services.drafts import OwnDayDraft
from shopdesk.ui.base.fields import ChoiceField, DateField, LineField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_DONE = N_("Own day added.")
_NAME_LENGTH = 200
_KINDS = {"rests": N_("The shop rests"), "works": N_("The shop works")}


class OwnDayDialog(FormDialog):
    """Proposes a rest today; a word may say why."""

    def __init__(self, bench: Workbench, parent: QWidget, shop: ShopRow) -> None:
        super().__init__(parent, f"{_('Own day')} · {shop.name}")
        self._bench = bench
        self._shop_id = shop.id
        kinds = [(code, _(words)) for code, words in _KINDS.items()]
        self.day = self.form.add("day", N_("&Day"), DateField())
        self.kind = self.form.add("rests", N_("&What"), ChoiceField(kinds))
        self.name = self.form.add("name", N_("Wh&y"), LineField(_NAME_LENGTH))
        self.form.settle()

    def save(self) -> None:
        """Add the day."""
        shop_id = self._shop_id
        draft = OwnDayDraft(self.day.value(), self.kind.value() == "rests", self.name.value())

        def work(session: Session) -> None:
            services.holidays.add_own_day(session, shop_id, draft)

        self._bench.operations.write(_DONE, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take the day away again."""
        super().saved(value, change)
        offer_undo(self._bench, change, _(_DONE))
