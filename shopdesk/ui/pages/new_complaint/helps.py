"""What helps while a complaint is typed: solutions that fit, and words to say."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import ngettext, text_in
from shopdesk.queries.return_detail import ParcelRow, load_order_parcels
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.replies import ComplaintTelling, complaint_messages
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.solutions import Asked, SolutionOption
from shopdesk.services.complaint_drafts import OptionDraft
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.base.ready_words import Words
from shopdesk.ui.dialogs.reply_blanks import items_text
from shopdesk.ui.pages.complaints.option_drafts import OrderMoney, drafts_of
from shopdesk.ui.pages.complaints.replying import parcel_values
from shopdesk.ui.solutions.card import SolutionsCard
from shopdesk.ui.solutions.occasion import Occasion
from shopdesk.ui.workbench import Workbench

PAUSE_MS = 250
"""After the last key; solutions are looked for then."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What of the form the helps depend on; `shop` is None until it is known."""

    shop: ShopRow | None
    order: ReturnableOrder | None
    buyer: str
    situation: str
    note: str


class Helps(QWidget):
    """Keeps what the person wants to offer and has copied until the complaint is logged."""

    situation_found = Signal(str)
    """The situation of the solution whose options are to be offered."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.options: list[SolutionOption] = []
        self.copied: list[Words] = []
        self._bench = bench
        self._typed: Typed | None = None
        self._parcels: tuple[ParcelRow, ...] = ()
        self.solutions = SolutionsCard(bench)
        self.solutions.offer_wanted.connect(self._offer)
        self.solutions.copied.connect(self.copied.append)
        self._said = wrapped_label("", "muted")
        self._said.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.solutions)
        layout.addWidget(self._said)

    def show_typed(self, typed: Typed) -> None:
        """Look for what fits, a moment after the last key."""
        if typed != self._typed:
            self._typed = typed
            self._parcels = self._parcels_of(typed.order)
            self._pause.start()

    def drafts(self) -> list[OptionDraft]:
        """Return what is to be offered."""
        order = self._typed.order if self._typed else None
        money = OrderMoney(order.paid_minor, order.freight_minor) if order else OrderMoney()
        return drafts_of(self.options, money, self.solutions.language)

    def _look(self) -> None:
        typed = self._typed
        if typed is None or typed.shop is None:
            return
        known = SITUATIONS.get(typed.situation)
        telling = ComplaintTelling("open", known.category if known else "")
        self.solutions.show_occasion(
            Occasion(
                typed.shop.id,
                Asked(typed.note, typed.situation),
                self._blanks,
                complaint_messages(telling),
            )
        )

    def _blanks(self, language: str) -> Mapping[str, object]:
        typed = self._typed
        if typed is None:
            return {}
        situation = SITUATIONS.get(typed.situation)
        order = typed.order
        return {
            "buyer": order.buyer if order else typed.buyer,
            "order": order.number if order else "",
            "items": items_text([line.title for line in order.lines] if order else [], language),
            "problem": text_in(language, situation.name) if situation else "",
            **parcel_values(self._parcels, language),
        }

    def _parcels_of(self, order: ReturnableOrder | None) -> tuple[ParcelRow, ...]:
        if order is None:
            return ()
        with self._bench.desk.reading() as reader:
            return load_order_parcels(reader, order.id)

    def _offer(self, options: list[SolutionOption]) -> None:
        known = {(option.solution, option.code) for option in self.options}
        self.options += [each for each in options if (each.solution, each.code) not in known]
        count = len(self.options)
        words = ngettext(
            "{n} option stands ready to be offered.",
            "{n} options stand ready to be offered.",
            count,
        )
        self._said.setText(words.format(n=count))
        self._said.show()
        solution = self.solutions.suggestions.chosen
        if solution is not None and solution.situation:
            self.situation_found.emit(solution.situation)
