"""What is exported of each return: its whole truth, as a case is lived.

A line that came in two conditions has both among its `items`; its own `condition` is the worst
of them and its `disposition` that one's, for tables and for whoever wants one word.
"""

from shopdesk.exporting.case_lists import (
    DAY,
    DUE,
    GOODS,
    LISTS,
    OF_CASES,
    ORIGIN,
    OWNER,
    WHOSE,
    of_case,
)
from shopdesk.exporting.columns import Column, Export, Kind
from shopdesk.exporting.parcels import parcels_of
from shopdesk.exporting.reshipments import GOODS_OUT
from shopdesk.i18n import N_
from shopdesk.rules.inspecting import WRONG_GOODS

CONDITIONS_BY_HARM = ("intact", "opened", "used", "parts_missing", "damaged", WRONG_GOODS)
"""Keys of rules.inspecting.CONDITIONS, the worst last."""

_HARM = " ".join(f"WHEN '{code}' THEN {n}" for n, code in enumerate(CONDITIONS_BY_HARM))
_REASON = "coalesce(nullif({0}.name, ''), {0}.code)"


# By the case, which has an index; a line alone has none.
_FOUND_OF_LINE = "received_item WHERE case_id = cases.id AND line_id = return_line.id"


def _of_worst(column: str) -> str:
    """Return SQL for what is said of those units of a line that came in the worst condition."""
    return (
        f"(SELECT {column} FROM {_FOUND_OF_LINE} AND quantity > 0"
        f" ORDER BY CASE condition {_HARM} ELSE -1 END DESC, id LIMIT 1)"
    )


_FOUND = (
    Column("quantity", "quantity", Kind.NUMBER),
    Column("condition", "condition"),
    Column("disposition", "disposition"),
    Column("note", "note"),
)

_LINES = Column(
    "lines",
    "return_line LEFT JOIN reason AS own ON own.id = return_line.reason_id"
    " WHERE return_line.case_id = cases.id",
    Kind.LIST,
    (
        Column("sku", "return_line.sku"),
        Column("title", "return_line.title"),
        Column("variant", "return_line.variant"),
        Column("reason", f"coalesce({_REASON.format('own')}, {_REASON.format('reason')})"),
        Column("quantity", "return_line.quantity", Kind.NUMBER),
        Column("value", "return_line.value_minor", Kind.MONEY),
        Column(
            "received",
            f"(SELECT sum(quantity) FROM {_FOUND_OF_LINE} AND condition <> '{WRONG_GOODS}')",
            Kind.NUMBER,
        ),
        Column("condition", _of_worst("condition")),
        Column("disposition", _of_worst("disposition")),
        Column("refund", "return_line.refund_minor", Kind.MONEY),
        Column(
            "items",
            _FOUND_OF_LINE,
            Kind.LIST,
            _FOUND,
        ),
    ),
    GOODS,
)

_UNEXPECTED = Column(
    "unexpected",
    "received_item WHERE case_id = cases.id AND line_id IS NULL",
    Kind.LIST,
    (Column("title", "title"), *_FOUND),
    "title || ' x' || quantity",
)

_REFUNDS = Column(
    "refunds",
    of_case("refund"),
    Kind.LIST,
    (
        Column("at", "at", Kind.TIME),
        Column("currency", "currency"),
        Column("goods", "goods_minor", Kind.MONEY),
        Column("freight", "freight_minor", Kind.MONEY),
        Column("deduction", "deduction_minor", Kind.MONEY),
        Column("deduction_reason", "deduction_reason"),
        Column("collected", "collected_minor", Kind.MONEY),
        Column("method", "method"),
        Column("reference", "reference"),
        Column("over_reason", "over_reason"),
        Column("person", "person"),
    ),
    f"trim({DAY} || ' ' || method || ' ' || reference)",
)

_RESHIPMENTS = Column(
    "reshipments",
    "reshipment JOIN cases AS out ON out.id = reshipment.id WHERE out.origin_id = cases.id",
    Kind.LIST,
    (
        Column("number", "out.number"),
        Column("state", "out.state"),
        Column("reason", "reshipment.reason"),
        Column("recipient", "reshipment.recipient"),
        Column("address", "reshipment.address"),
        Column("packed_at", "reshipment.packed_at", Kind.TIME),
        Column("sent_at", "reshipment.sent_at", Kind.TIME),
        Column("delivered_at", "reshipment.delivered_at", Kind.TIME),
        Column(
            "lines",
            "reshipment_line WHERE case_id = reshipment.id",
            Kind.LIST,
            GOODS_OUT,
        ),
        parcels_of("parcel.case_id = reshipment.id"),
    ),
    "out.number || ' ' || out.state",
)

RETURNS = Export(
    "returns",
    N_("Returns"),
    (
        Column("number", "cases.number"),
        Column("shop", "shop.name"),
        Column("state", "cases.state"),
        ORIGIN,
        *WHOSE,
        OWNER,
        Column("reason", _REASON.format("reason")),
        Column("remedy", "return_case.remedy"),
        Column("goods_back", "return_case.goods_back", Kind.FLAG),
        Column("freight_payer", "return_case.freight_payer"),
        Column("policy", "coalesce(policy.preset, '')"),
        Column("policy_advice", "return_case.advice", Kind.RECORD),
        Column("overridden", "return_case.overridden", Kind.FLAG),
        Column("opened_at", "cases.opened_at", Kind.TIME),
        Column("decided_at", "return_case.decided_at", Kind.TIME),
        Column("sent_at", "return_case.sent_at", Kind.TIME),
        Column("arrived_at", "return_case.arrived_at", Kind.TIME),
        Column("inspected_at", "return_case.inspected_at", Kind.TIME),
        Column("settled_at", "cases.settled_at", Kind.TIME),
        Column("closed_at", "cases.closed_at", Kind.TIME),
        *DUE,
        Column("send_by", "return_case.send_by"),
        Column("slip_printed_at", "return_case.slip_printed_at", Kind.TIME),
        Column("currency", "cases.currency"),
        Column("refund_goods", "cases.refund_goods_minor", Kind.MONEY),
        Column("refund_freight", "cases.refund_freight_minor", Kind.MONEY),
        Column("cost", "cases.cost_minor", Kind.MONEY),
        Column("decline_reason", "return_case.decline_reason"),
        Column("wanted", "return_case.wanted"),
        Column("note", "cases.note"),
        _LINES,
        _UNEXPECTED,
        parcels_of(
            "parcel.case_id = cases.id",
            Column("number", "parcel.number"),
            Column("note", "parcel.note"),
        ),
        _RESHIPMENTS,
        _REFUNDS,
        *LISTS,
    ),
    f"cases JOIN return_case ON return_case.id = cases.id{OF_CASES}"
    " LEFT JOIN policy ON policy.id = return_case.policy_id"
    " LEFT JOIN reason ON reason.id = cases.reason_id",
    "cases.id",
)
