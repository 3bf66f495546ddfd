"""The goods that go out for a return, in its detail: each reshipment with its next step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk import services
from shopdesk.formats import Formats
from shopdesk.i18n import _, ngettext
from shopdesk.queries.reshipments import ReshipmentRow, load_goods_out
from shopdesk.queries.return_detail import ParcelRow, ReturnDetail
from shopdesk.rules.reshipments import REASONS, STATES, STEPS, UNSENT, steps_from
from shopdesk.rules.states import Step
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.button_flow import button_flow
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.goods import goods_text
from shopdesk.ui.base.labels import link_button, wrapped_label
from shopdesk.ui.base.section import Section
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.cases.parcels import parcel_facts
from shopdesk.ui.workbench import Workbench

Track = Callable[[ParcelRow], None]


@dataclass(frozen=True, slots=True)
class NextGoods:
    """What goods that go out wait for before their return can be closed."""

    name: str
    take: Callable[[], None]


class GoodsOutSection(Section):
    """Nothing is shown of a return for which nothing goes out."""

    def __init__(self, bench: Workbench, track: Track) -> None:
        super().__init__(_("Goods out"))
        self._bench = bench
        self._track = track
        self.rows: tuple[ReshipmentRow, ...] = ()

    def show_return(self, found: ReturnDetail, formats: Formats) -> None:
        """Read what goes out for a return and show it."""
        with self._bench.desk.reading() as reader:
            self.rows = load_goods_out(reader, found.id)
        self.show_widgets([self._widget(row, formats) for row in self.rows])

    @property
    def next(self) -> NextGoods | None:
        """Sending the first goods that lie here still."""
        unsent = next((row for row in self.rows if row.state in UNSENT), None)
        if unsent is None:
            return None
        return NextGoods(_("Send goods…"), partial(self.take, unsent, STEPS["send"]))

    def take(self, row: ReshipmentRow, step: Step) -> None:
        """Take a step on a reshipment as it was seen, after its form if it has one."""
        if step.asks == "dispatch":
            from shopdesk.ui.dialogs.send_goods import SendGoodsDialog

            SendGoodsDialog(self._bench, row, self.window()).open()
        elif step.asks == "cancel":
            from shopdesk.ui.dialogs.cancel_goods_out import CancelGoodsOutDialog

            CancelGoodsOutDialog(self._bench, row, self.window()).open()
        else:
            self._write(row, step)

    def change(self, row: ReshipmentRow) -> None:
        """Ask what goes out instead, or where to."""
        from shopdesk.ui.dialogs.goods_out import GoodsOutDialog

        GoodsOutDialog(self._bench, row, self.window()).open()

    def _write(self, row: ReshipmentRow, step: Step) -> None:
        def work(session: Session) -> None:
            services.reshipments.take_reshipment_step(
                session, row.id, step.code, version=row.version
            )

        done = partial(self._taken, row, step)
        self._bench.operations.write(step.done, work, done)

    def _taken(self, row: ReshipmentRow, step: Step, _value: object, change: Change) -> None:
        sentence = _("{number}: {done}").format(number=row.number, done=_(step.done))
        offer_undo(self._bench, change, sentence)

    def _widget(self, row: ReshipmentRow, formats: Formats) -> QWidget:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(_head(row))
        facts = Facts(self._bench.messages.toast)
        facts.set_facts(list(self._facts(row, formats)))
        rows.addWidget(facts)
        rows.addWidget(button_flow(self._buttons(row)))
        return holder

    def _facts(self, row: ReshipmentRow, formats: Formats) -> Iterator[Fact]:
        goods = [goods_text(line.title, line.variant, line.quantity) for line in row.lines]
        yield Fact(ngettext("Item", "Items", len(goods)), "\n".join(goods))
        address = " · ".join(filter(None, (row.recipient, row.phone, row.address, row.postcode)))
        yield Fact(_("To"), address, copy=True)
        for parcel in row.parcels:
            yield from parcel_facts(parcel, self._track)
        if row.due_at is not None:
            day = formats.day(row.due_at.astimezone(formats.timezone).date())
            yield Fact(_("To be sent by") if row.state in UNSENT else _("Expected by"), day)

    def _buttons(self, row: ReshipmentRow) -> Iterator[QPushButton]:
        for n, step in enumerate(steps_from(row.state)):
            yield self._step_button(row, step, is_next=n == 0)
        if row.state in UNSENT:
            yield link_button(_("Change…"), partial(self.change, row))

    def _step_button(self, row: ReshipmentRow, step: Step, *, is_next: bool) -> QPushButton:
        take = partial(self.take, row, step)
        if not is_next:
            return link_button(_(step.name), take)
        button = QPushButton(_(step.name))
        button.setAccessibleDescription(row.number)
        button.clicked.connect(lambda _on=False: take())
        return button


def _head(row: ReshipmentRow) -> QHBoxLayout:
    state = STATES[row.state]
    reason = _(REASONS[row.reason]) if row.reason in REASONS else ""
    words = " · ".join(filter(None, (row.number, reason)))
    head = QHBoxLayout()
    head.addWidget(wrapped_label(words, "strong"), 1)
    head.addWidget(Badge(_(state.name), TONES[state.tone]))
    return head
