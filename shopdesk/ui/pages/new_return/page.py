"""The page of the form for a new return: what saving it writes, and what follows."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.services.drafts import ReturnDraft
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.new_case.case_page import CasePage
from shopdesk.ui.pages.new_return.after_saving import ask_to_decline, show_slip
from shopdesk.ui.pages.new_return.foot import Steps
from shopdesk.ui.pages.new_return.sheet import ReturnSheet
from shopdesk.ui.workbench import Workbench

LOGGED = N_("Return logged.")
AGREED = N_("Return logged and agreed.")
SORTED = N_("Kind of goods changed.")


class NewReturnPage(CasePage[ReturnSheet]):
    """Logs what the sheet holds, agrees or asks to decline, and shows the new return."""

    title = N_("New return")
    leaves_to = "returns"

    def __init__(self, bench: Workbench) -> None:
        self._steps = Steps(self.save_and_agree, self.save, self.save_and_decline, self.cancel)
        super().__init__(bench)

    def make_sheet(self) -> ReturnSheet:
        """Make an empty form."""
        sheet = self.connected(ReturnSheet(self.bench, self._steps))
        sheet.category_chosen.connect(self._set_category)
        return sheet

    def save(self) -> None:
        """Log the return and show it; whether to agree is decided later."""
        self._write(agree=False, then=lambda _case_id: None)

    def save_primary(self) -> None:
        """Log the return and agree."""
        self.save_and_agree()

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

    def saved(self) -> None:
        """Remember the shop that was chosen for a return without an order."""
        shop = self.sheet.order_card.buyer.shop
        if self.sheet.order_card.without_order and shop is not None:
            with suppress(ShopDeskError):  # only a convenience; the return itself is saved
                self.bench.desk.settings.change(return_shop=shop.name)

    def _write(self, *, agree: bool, then: Callable[[int], None]) -> None:
        """Write once the files that are being copied are there."""
        send = partial(self._send, agree=agree, then=then)
        strip = self.sheet.evidence.strip
        self.save_with(lambda draft: strip.when_stored(partial(send, draft)))

    def _send(self, typed: ReturnDraft, *, agree: bool, then: Callable[[int], None]) -> None:
        """Log the return with what was told and the evidence that was added, as one write."""
        told = tuple(self.sheet.reply.copied)
        files = self.sheet.evidence.strip.files
        draft = replace(typed, has_evidence=bool(files))

        def work(session: Session) -> int:
            case_id: int = services.returns.log_return(session, draft, agree=agree)
            services.evidence.attach(session, files, EvidencePlace(case_id))
            for words in told:
                services.replies.note_copied(session, case_id, words.code, words.text)
            return case_id

        self.write(AGREED if agree else LOGGED, work, then)

    def _set_category(self, product_id: int, category: str) -> None:
        def work(session: Session) -> None:
            services.orders.set_category(session, product_id, category)

        self.bench.operations.write(SORTED, work, self._sorted)

    def _sorted(self, _value: object, change: Change) -> None:
        if change.id is not None:
            offer_undo(self.bench, change, _(change.label))
