"""The page of the form for a new return: what saving it writes, and what follows."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from shopdesk import services
from shopdesk.errors import FieldError, ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.services.drafts import ReturnDraft
from shopdesk.ui.base.sheet_page import SheetPage
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.new_return.after_saving import ask_to_decline, show_slip
from shopdesk.ui.pages.new_return.foot import Steps
from shopdesk.ui.pages.new_return.sheet import ReturnSheet
from shopdesk.ui.workbench import Workbench

LOGGED = N_("Return logged.")
AGREED = N_("Return logged and agreed.")
SORTED = N_("Kind of goods changed.")


@dataclass(frozen=True, slots=True)
class _Saving:
    """One press of a button: what is written, and what follows."""

    draft: ReturnDraft
    agree: bool
    then: Callable[[int], None]


class NewReturnPage(SheetPage[ReturnSheet]):
    """Logs what the sheet holds, agrees or asks to decline, and shows the new return."""

    title = N_("New return")
    leaves_to = "returns"

    def __init__(self, bench: Workbench) -> None:
        self._saving: _Saving | None = None
        self._steps = Steps(self.save_and_agree, self.save, self.save_and_decline, self.cancel)
        super().__init__(bench)

    def make_sheet(self) -> ReturnSheet:
        """Make an empty form."""
        sheet = ReturnSheet(self.bench, self._steps)
        sheet.submitted.connect(self.save)
        sheet.submitted_primary.connect(self.save_and_agree)
        sheet.category_chosen.connect(self._set_category)
        return sheet

    def save(self) -> None:
        """Log the return and show it; whether to agree is decided later."""
        self._write(agree=False, then=lambda _case_id: None)

    def save_and_agree(self) -> None:
        """Log the return, agree, and go on to its slip where goods come back."""
        standing = self.sheet.standing()
        has_slip = standing is not None and standing.goods_back
        show = partial(show_slip, self.bench)
        self._write(agree=True, then=show if has_slip else lambda _case_id: None)

    def take_evidence(self, paths: Sequence[Path]) -> None:
        """Add photos that were dropped on the window to the return that is being typed."""
        self.sheet.evidence.strip.take(paths)

    def save_and_decline(self) -> None:
        """Log the return and ask for the words to decline it with."""
        self._write(agree=False, then=partial(ask_to_decline, self.bench, self.window()))

    def _write(self, *, agree: bool, then: Callable[[int], None]) -> None:
        """Write once: a second press waits for the answer to the first."""
        if self._saving is not None or not self.sheet.accepts():
            return
        try:
            draft = self.sheet.draft()
        except FieldError as error:
            self.sheet.refuse(error)
            return
        self._saving = _Saving(draft, agree, then)
        self.sheet.evidence.strip.when_stored(partial(self._send, self._saving))

    def _send(self, saving: _Saving) -> None:
        """Log the return with what was told and the evidence that was added, as one write."""
        told = tuple(self.sheet.reply.copied)
        files = self.sheet.evidence.strip.files
        draft = replace(saving.draft, has_evidence=bool(files))

        def work(session: Session) -> int:
            case_id: int = services.returns.log_return(session, draft, agree=saving.agree)
            services.evidence.attach(session, files, EvidencePlace(case_id))
            for words in told:
                services.replies.note_copied(session, case_id, words.code, words.text)
            return case_id

        label = AGREED if saving.agree else LOGGED
        self.bench.operations.write(label, work, self._saved, self._refused)

    def _saved(self, case_id: int, change: Change) -> None:
        saving, self._saving = self._saving, None
        self._remember_shop()
        self.bench.guide.go("returns", case_id)
        self.renew()
        offer_undo(self.bench, change, _(change.label))
        if saving is not None:
            saving.then(case_id)

    def _refused(self, error: ShopDeskError) -> None:
        self._saving = None
        self.sheet.refuse(error)

    def _remember_shop(self) -> None:
        shop = self.sheet.order_card.buyer.shop
        if self.sheet.order_card.without_order and shop is not None:
            with suppress(ShopDeskError):  # only a convenience; the return itself is saved
                self.bench.desk.settings.change(return_shop=shop.name)

    def _set_category(self, product_id: int, category: str) -> None:
        def work(session: Session) -> None:
            services.orders.set_category(session, product_id, category)

        self.bench.operations.write(SORTED, work, self._sorted)

    def _sorted(self, _value: object, change: Change) -> None:
        if change.id is not None:
            offer_undo(self.bench, change, _(change.label))
