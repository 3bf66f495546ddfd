"""Sales written down as a platform tells them: order, lines and the parcel out."""

from collections.abc import Mapping
from random import Random
from typing import NamedTuple

from shopdesk.rules.couriers import folded_waybill
from shopdesk.rules.platforms import family
from shopdesk.sample.notes import SELLER_NOTES
from shopdesk.sample.numbering import Numbers
from shopdesk.sample.rows import OrderLineRow, OrderRow, ParcelRow
from shopdesk.sample.sales import Sale
from shopdesk.sample.sink import Sink
from shopdesk.sample.stores import BREAKER, BREAKER_NAME
from shopdesk.sample.waybills import make_waybill

_LOST_PERCENT = 3
_NOTED_PERCENT = 4

# An order's status in the words of the platform that sold it.
STATUS_TEXTS: Mapping[str, Mapping[str, str]] = {
    "taobao": {
        "unpaid": "等待买家付款",
        "paid": "买家已付款,等待卖家发货",
        "sent": "卖家已发货,等待买家确认",
        "done": "交易成功",
        "partly_refunded": "交易成功",
        "refunded": "交易关闭",
        "cancelled": "交易关闭",
    },
    "xiaohongshu": {
        "unpaid": "待付款",
        "paid": "待发货",
        "sent": "已发货",
        "done": "已完成",
        "partly_refunded": "已完成",
        "refunded": "已取消",
        "cancelled": "已取消",
    },
    "shopify": {
        "unpaid": "pending / unfulfilled",
        "paid": "paid / unfulfilled",
        "sent": "paid / fulfilled",
        "done": "paid / fulfilled",
        "partly_refunded": "partially_refunded / fulfilled",
        "refunded": "refunded / fulfilled",
        "cancelled": "voided / unfulfilled",
    },
}

COURIER_WORDS: Mapping[str, str] = {
    "sf": "顺丰速运",
    "zto": "中通快递",
    "yto": "圆通速递",
    "sto": "申通快递",
    "yunda": "韵达快递",
    "jd": "京东快递",
    "ems": "邮政快递包裹",
    "ups": "UPS",
    "usps": "USPS",
    "fedex": "FedEx",
    BREAKER: BREAKER_NAME,
}


class Placed(NamedTuple):
    """A sale with the ids it got; its lines are numbered on from `first_line_id`."""

    sale: Sale
    id: int
    number: str
    first_line_id: int
    waybill: str = ""


def status_words(sale: Sale, status: str) -> tuple[str, str]:
    """Return a status by code and as the sale's platform writes it."""
    return status, STATUS_TEXTS[family(sale.store.draft.platform)][status]


class OrderBook:
    """Gives orders their ids and numbers and writes them, as they stand at the end."""

    def __init__(
        self,
        sink: Sink,
        numbers: Numbers,
        courier_ids: Mapping[str, int],
        rng: Random,
        end_s: int,
    ) -> None:
        self._sink = sink
        self._numbers = numbers
        self._courier_ids = courier_ids
        self._rng = rng
        self._end_s = end_s
        self._last_id = 0
        self._last_line_id = 0

    def place(self, sale: Sale, *, comes_back: bool) -> Placed:
        """Write a sale; one that comes back later is paid, and delivered unless it was refused."""
        self._last_id += 1
        placed = Placed(sale, self._last_id, self._number(sale), self._last_line_id + 1)
        status = self._status(sale, comes_back=comes_back)
        self._sink.add(self._order(placed, status), *_lines(placed))
        self._last_line_id += len(sale.items)
        if status not in {"sent", "done"}:
            return placed
        parcel = self._parcel(placed)
        self._sink.add(parcel)
        return placed._replace(waybill=parcel.waybill)

    def _status(self, sale: Sale, *, comes_back: bool) -> str:
        if comes_back:
            return "sent" if sale.is_refused else "done"
        if self._rng.random() * 100 < _LOST_PERCENT:
            return self._rng.choice(("cancelled", "cancelled", "unpaid"))
        reached = (("done", sale.delivered_s), ("sent", sale.sent_s), ("paid", sale.paid_s))
        return next((status for status, at in reached if at < self._end_s), "unpaid")

    def _number(self, sale: Sale) -> str:
        """Return a number of the platform's shape that no other order of the store has."""
        unique = 1_000 + self._last_id
        tail = self._rng.randrange(1_000)
        return {
            "tmall": f"28{sale.ordered_s:010d}{unique % 10_000:04d}{tail:03d}",
            "shopify": f"#{unique}",
            "xiaohongshu": f"P7{sale.ordered_s:010d}{unique % 10_000:04d}{tail:03d}",
        }[sale.store.draft.platform]

    def _order(self, placed: Placed, status: str) -> OrderRow:
        sale = placed.sale
        is_paid = status not in {"unpaid", "cancelled"}
        money, buyer, draft = sale.money, sale.buyer, sale.store.draft
        noted = self._rng.random() * 100 < _NOTED_PERCENT
        return OrderRow(
            id=placed.id,
            shop_id=sale.store_id,
            number=placed.number,
            platform_id=str(5_000_000_000_000 + placed.id) if draft.platform == "shopify" else "",
            customer_id=buyer.id,
            status=status,
            status_text=status_words(sale, status)[1],
            ordered_at=sale.ordered_s,
            paid_at=sale.paid_s if is_paid else None,
            delivered_at=sale.delivered_s if status == "done" else None,
            cancelled_at=min(sale.paid_s + 600, self._end_s - 1) if status == "cancelled" else None,
            currency=draft.currency,
            goods_minor=money.goods,
            freight_minor=money.freight,
            discount_minor=money.discount,
            tax_minor=money.tax,
            total_minor=money.paid,
            paid_minor=money.paid if is_paid else 0,
            recipient=buyer.name,
            phone=buyer.phone,
            address=buyer.address,
            postcode=buyer.postcode,
            country=buyer.country,
            seller_note=self._rng.choice(SELLER_NOTES[sale.store.speech]) if noted else "",
        )

    def _parcel(self, placed: Placed) -> ParcelRow:
        sale = placed.sale
        waybill = make_waybill(self._rng, sale.courier)
        is_there = sale.delivered_s < self._end_s and not sale.is_refused
        return ParcelRow(
            id=self._numbers.row("parcel"),
            order_id=placed.id,
            case_id=None,
            direction="out",
            courier_id=self._courier_ids[sale.courier],
            courier_name=COURIER_WORDS[sale.courier],
            waybill=waybill,
            waybill_folded=folded_waybill(waybill),
            sent_at=sale.sent_s,
            delivered_at=sale.delivered_s if is_there else None,
        )


def _lines(placed: Placed) -> list[OrderLineRow]:
    return [
        OrderLineRow(
            id=placed.first_line_id + position,
            order_id=placed.id,
            position=position,
            product_id=item.product_id,
            sku=item.goods.sku,
            title=item.goods.title,
            variant=item.variant,
            quantity=item.quantity,
            price_minor=item.goods.price_minor,
            paid_minor=item.paid_minor,
        )
        for position, item in enumerate(placed.sale.items)
    ]
