"""The goods that doing an option is about: those that come back, or those that go out again."""

from collections.abc import Callable
from typing import Protocol

from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.complaint_detail import ComplaintDetail, OptionRow
from shopdesk.queries.reshipments import load_recipient
from shopdesk.queries.returnable import ReturnableOrder, load_returnable
from shopdesk.rules.options import reship_reason
from shopdesk.rules.remedies import FREIGHT_PAYERS
from shopdesk.services.case_drafts import BuyerDraft, ReshipmentDraft
from shopdesk.services.drafts import GoodsOutLine, ReturnDraft
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.dialogs.goods_out import order_goods
from shopdesk.ui.dialogs.goods_out_fields import GoodsOutFields
from shopdesk.ui.pages.new_return.goods_card import GoodsField
from shopdesk.ui.workbench import Workbench


class GoodsForm(Protocol):
    """A part of the form that makes the draft of the case that is opened."""

    def draft(self) -> ReturnDraft | ReshipmentDraft:
        """Return the draft."""
        ...


class ReturnGoods:
    """Lines of the order to tick, or goods described by hand; who pays the freight back."""

    def __init__(
        self, bench: Workbench, form: Form, found: ComplaintDetail, option: OptionRow
    ) -> None:
        self._found, self._option = found, option
        self.field = GoodsField()
        self.field.setAccessibleName(_("Which goods"))
        error = plain_label("", "error", wrap=True)
        error.hide()
        form.add_row(plain_label(_("Which goods"), "heading"))
        form.add_row(self.field)
        form.add_row(error)
        self._show(_order_of(bench, found))
        form.watch("lines", self.field, error)
        payers = [(code, _(name)) for code, name in FREIGHT_PAYERS.items()]
        self.payer = form.add("freight_payer", N_("&Freight"), ChoiceField(payers))
        self.payer.set_value("seller")

    def draft(self) -> ReturnDraft:
        """Return the return that is opened, agreed to at once."""
        found = self._found.case
        lines = self.field.value()
        if not lines:
            raise FieldError("lines", _("Say which goods it is about."))
        return ReturnDraft(
            shop_id=found.shop_id,
            reason=self._found.situation_reason,
            remedy=self._option.deed.remedy,
            lines=lines,
            freight_payer=self.payer.value(),
            order_id=found.order_id,
            note=found.note,
            buyer_name=found.buyer_name,
            buyer_phone=found.buyer_phone,
            buyer_handle=found.buyer_handle,
            order_number=found.order_number if found.order_id is None else "",
            wanted=self._found.wanted,
            has_evidence=self._found.has_evidence,
        )

    def _show(self, order: ReturnableOrder | None) -> None:
        self.field.described.set_currency(self._found.case.currency)
        if order is not None:
            self.field.show_lines(order)
        self.field.arrange(without_order=order is None)


class ReshipmentGoods:
    """What goes out again, and where to: the order's lines and address until changed."""

    def __init__(
        self, bench: Workbench, form: Form, found: ComplaintDetail, _option: OptionRow
    ) -> None:
        self._found = found
        self.fields = GoodsOutFields(bench, form, found.case.currency, priced=False)
        order = _order_of(bench, found)
        with bench.desk.reading() as reader:
            recipient = load_recipient(reader, found.id)
        lines = order_goods(order) if order else [GoodsOutLine("", 1)]
        self.fields.propose(lines, recipient)

    def draft(self) -> ReshipmentDraft:
        """Return the reshipment that is opened."""
        found = self._found.case
        goods = self.fields.draft()
        if goods is None or not goods.lines:
            raise FieldError("lines", _("Say which goods it is about."))
        return ReshipmentDraft(
            shop_id=found.shop_id,
            reason=reship_reason(self._found.situation),
            goods=goods,
            origin_id=found.id,
            order_id=found.order_id,
            customer_id=found.customer_id,
            buyer=BuyerDraft(
                found.buyer_name, found.buyer_phone, found.buyer_handle, found.order_number
            ),
        )


def _order_of(bench: Workbench, found: ComplaintDetail) -> ReturnableOrder | None:
    if found.case.order_id is None:
        return None
    with bench.desk.reading() as reader:
        return load_returnable(reader, found.case.order_id)


GOODS_FORMS: dict[str, Callable[[Workbench, Form, ComplaintDetail, OptionRow], GoodsForm]] = {
    "return": ReturnGoods,
    "reshipment": ReshipmentGoods,
}
"""By the kind of case that an option's deed opens."""
