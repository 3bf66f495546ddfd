"""Changing what goes out, or to whom, before it is sent."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.reshipments import Recipient, ReshipmentRow
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.services.drafts import GoodsOutDraft, GoodsOutLine, sent_again
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.goods_out_fields import GoodsOut, GoodsOutFields
from shopdesk.ui.dialogs.reshipment_dialog import ReshipmentDialog
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 600


class GoodsOutDialog(ReshipmentDialog):
    """Begins with what is written down."""

    said = N_("Goods or address changed.")

    def __init__(
        self,
        bench: Workbench,
        row: ReshipmentRow,
        parent: QWidget,
        words: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(bench, row, parent, words or (_("Goods out"), _("&Save")))
        self.setMinimumWidth(_WIDTH_PX)
        priced = row.reason == "exchange"
        self.goods_out = GoodsOutFields(bench, self.form, row.currency, priced=priced)
        self.goods_out.propose(*_goods_out(row))
        self.form.settle()

    def save(self) -> None:
        """Write what goes out."""
        draft = self.goods_out.draft()
        if draft is None or not draft.lines:
            sentence = _("Enter what goes out, or cancel the reshipment.")
            self.refused(FieldError("lines", sentence))
            return
        self.write(lambda session: self.use(session, draft))

    def use(self, session: Session, draft: GoodsOutDraft) -> None:
        """Write what goes out instead."""
        case_id, version = self.seen.id, self.seen.version
        services.reshipments.change_goods_out(session, case_id, draft, version)

    def take_over(self, before: ReshipmentRow, now: ReshipmentRow) -> Iterable[str]:
        """Show the goods and the address of somebody else where no others were typed."""
        self.goods_out.take_over(_goods_out(before), _goods_out(now))
        return super().take_over(before, now)


def order_goods(order: ReturnableOrder) -> tuple[GoodsOutLine, ...]:
    """Return all that an order sent, worth what was paid for it."""
    return tuple(
        GoodsOutLine(
            title=line.title,
            quantity=line.bought,
            sku=line.sku,
            variant=line.variant,
            price_minor=line.paid_minor,
            product_id=line.product_id,
        )
        for line in order.lines
    )


def _goods_out(row: ReshipmentRow) -> GoodsOut:
    return sent_again(row.lines), _recipient(row)


def _recipient(row: ReshipmentRow) -> Recipient:
    return Recipient(row.recipient, row.phone, row.address, row.postcode, row.country)
