"""The goods that go out for a case, in its detail: each reshipment with its next step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, ngettext
from shopdesk.queries.reshipments import ReshipmentRow, load_goods_out
from shopdesk.queries.return_detail import ParcelRow
from shopdesk.rules.addresses import place_lines
from shopdesk.rules.reshipments import REASONS, STATES, STEPS, UNSENT, steps_from
from shopdesk.rules.states import Step
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.button_flow import button_flow
from shopdesk.ui.base.contact_facts import ContactFacts
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.goods import goods_text
from shopdesk.ui.base.labels import link_button, wrapped_label
from shopdesk.ui.base.section import Section
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.dialogs.reshipment_steps import ReshipmentSteps
from shopdesk.ui.pages.cases.parcels import parcel_facts
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

Track = Callable[[ParcelRow], None]
_BESIDE = frozenset({"pack", "cancel"})
"""Steps that are offered here besides the next one."""


@dataclass(frozen=True, slots=True)
class NextGoods:
    """What goods that go out wait for before their case can be closed."""

    name: str
    take: Callable[[], None]


class GoodsOutSection(Section):
    """Nothing is shown of a case for which nothing goes out; all else is on the page of each."""

    def __init__(self, bench: Workbench, track: Track) -> None:
        super().__init__(_("Goods out"))
        self._bench = bench
        self._track = track
        self.steps = ReshipmentSteps(bench, self)
        self.rows: tuple[ReshipmentRow, ...] = ()

    def show_case(self, found: ShownCase, formats: Formats) -> None:
        """Read what goes out for a case and show it."""
        with self._bench.desk.reading() as reader:
            self.rows = load_goods_out(reader, found.id)
        self.show_widgets([self._widget(row, formats) for row in self.rows])

    @property
    def next(self) -> NextGoods | None:
        """Sending the first goods that lie here still."""
        unsent = next((row for row in self.rows if row.state in UNSENT), None)
        if unsent is None:
            return None
        return NextGoods(_("Send goods…"), partial(self.steps.take, unsent, STEPS["send"]))

    def _widget(self, row: ReshipmentRow, formats: Formats) -> QWidget:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(self._head(row))
        facts = Facts(self._bench.messages.toast)
        facts.set_facts(list(self._facts(row, formats)))
        rows.addWidget(facts)
        rows.addWidget(button_flow(self._buttons(row)))
        return holder

    def _head(self, row: ReshipmentRow) -> QHBoxLayout:
        state = STATES[row.state]
        go = partial(self._bench.guide.go, "reshipments", row.id)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(link_button(row.number, go))
        head.addWidget(wrapped_label(_(REASONS.get(row.reason, row.reason)), "strong"), 1)
        head.addWidget(Badge(_(state.name), TONES[state.tone]))
        return head

    def _facts(self, row: ReshipmentRow, formats: Formats) -> Iterator[Fact]:
        goods = [goods_text(line.title, line.variant, line.quantity) for line in row.lines]
        yield Fact(ngettext("Item", "Items", len(goods)), "\n".join(goods))
        contacts = ContactFacts.of_case(self._bench.desk, row.id)
        place = place_lines(row.address, row.postcode, row.country)
        yield contacts.recipient(row.recipient, row.phone, place)
        for parcel in row.parcels:
            yield from parcel_facts(parcel, self._track)
        if row.due_at is not None:
            day = formats.day(row.due_at.astimezone(formats.timezone).date())
            yield Fact(_("To be sent by") if row.state in UNSENT else _("Expected by"), day)

    def _buttons(self, row: ReshipmentRow) -> Iterator[QPushButton]:
        shown = [step for step in steps_from(row.state) if step.main or step.code in _BESIDE]
        for n, step in enumerate(shown):
            yield self._step_button(row, step, is_next=n == 0)
        if row.state in UNSENT:
            yield link_button(_("Change…"), partial(self.steps.change, row))

    def _step_button(self, row: ReshipmentRow, step: Step, *, is_next: bool) -> QPushButton:
        take = partial(self.steps.take, row, step)
        if not is_next:
            return link_button(_(step.name), take)
        button = QPushButton(_(step.name))
        button.setAccessibleDescription(row.number)
        button.clicked.connect(lambda _on=False: take())
        return button
