"""The whole return: policies in versions, clocks, evidence, inspections, refunds, ways out."""

import json
from collections.abc import Iterator
from typing import Any

from alembic import op

from shopdesk.storage.migrations.tables import index, number, table, words

revision = "0002"
down_revision = "0001"

CHUNK = 1_000

# What the five policies of revision 0001 said; a policy of another name counted as "own".
_LAW = ["digital", "perishable", "personalised", "press"]
_NATURE = ["digital", "perishable", "personalised"]
_OWN_WORDS = "The shop's own policy"
_POLICIES: dict[str, tuple[dict[str, Any], str, str]] = {
    "CN": (
        {"window_days": 7, "fault_window_days": 7, "refund_days": 7, "send_days": 7}
        | {"excluded": _LAW},
        "消费者权益保护法 Art. 24, 25; 网络购买商品七日无理由退货暂行办法 Art. 7-18",
        "text",
    ),
    "EU": (
        {"window_days": 14, "fault_window_days": 730, "refund_days": 14, "send_days": 14}
        | {"excluded": _LAW},
        "Directive 2011/83/EU Art. 9, 13, 14, 16",
        "second-hand",
    ),
    "UK": (
        {"window_days": 14, "fault_window_days": 30, "refund_days": 14, "send_days": 14}
        | {"excluded": _LAW},
        "Consumer Contracts Regulations 2013; Consumer Rights Act 2015",
        "second-hand",
    ),
    "US": (
        {"window_days": 30, "fault_window_days": 30, "refund_days": 14, "send_days": 14}
        | {"excluded": _NATURE},
        _OWN_WORDS,
        "own choice",
    ),
    "own": (
        {"window_days": 30, "fault_window_days": 90, "refund_days": 14, "send_days": 14}
        | {"excluded": _NATURE},
        _OWN_WORDS,
        "own choice",
    ),
}
_CHECKED_ON = "2026-11-01"

# A return's own policy first, the shop's last: the newest row of a shop is the one in force.
_POLICIES_USED = """
    SELECT shop_id, policy, 0 AS in_force, min(made_at) FROM (
        SELECT cases.shop_id, return_case.policy, shop.created_at AS made_at
        FROM return_case JOIN cases ON cases.id = return_case.id
        JOIN shop ON shop.id = cases.shop_id
        WHERE return_case.policy <> shop.policy)
    GROUP BY shop_id, policy
    UNION ALL SELECT id, policy, 1, created_at FROM shop
    ORDER BY 1, 3, 2
"""
_ADD_POLICY = """
    INSERT INTO policy (shop_id, preset, name, rules, source, certainty, checked_on, made_at,
        made_by)
    VALUES (?, ?, '', ?, ?, ?, ?, ?, '')
"""
_USE_POLICY = """
    UPDATE return_case SET policy_id = (
        SELECT max(policy.id) FROM policy JOIN cases ON cases.shop_id = policy.shop_id
        WHERE cases.id = return_case.id AND policy.preset = return_case.policy)
"""
_CLOCKS = """
    INSERT INTO clock (case_id, code, started_at, due_at, source, ended_at, outcome)
    SELECT cases.id, cases.due_clock,
        coalesce(CASE cases.due_clock
            WHEN 'send' THEN return_case.decided_at
            WHEN 'arrive' THEN return_case.sent_at
            WHEN 'refund' THEN coalesce(return_case.arrived_at, return_case.decided_at)
            WHEN 'tell' THEN coalesce(cases.settled_at, return_case.decided_at)
        END, cases.opened_at),
        cases.due_at, 'policy', NULL, ''
    FROM cases JOIN return_case ON return_case.id = cases.id
    WHERE cases.due_at IS NOT NULL
"""
_REFUNDS = """
    INSERT INTO refund (case_id, shop_id, at, currency, goods_minor, freight_minor,
        deduction_minor, deduction_reason, collected_minor, method, reference, over_reason, person)
    SELECT cases.id, cases.shop_id, coalesce(cases.settled_at, cases.opened_at), cases.currency,
        cases.refund_goods_minor, cases.refund_freight_minor, 0, '', 0,
        return_case.refund_method, return_case.refund_reference, '', ''
    FROM cases JOIN return_case ON return_case.id = cases.id
    WHERE cases.refund_goods_minor <> 0 OR cases.refund_freight_minor <> 0
        OR return_case.refund_method <> '' OR return_case.refund_reference <> ''
"""
_REFUNDED_LINES = """
    SELECT cases.id, cases.refund_goods_minor, return_line.id, return_line.value_minor
    FROM return_line JOIN cases ON cases.id = return_line.case_id
    WHERE cases.refund_goods_minor > 0 ORDER BY cases.id, return_line.position
"""


def upgrade() -> None:
    """Add what is new, then move into it what the old columns held, then drop those."""
    _create_policies()
    _create_clocks()
    _create_evidence()
    _create_reshipments()
    _extend()
    _create_settling()
    _move_policies()
    op.execute(_CLOCKS)
    op.execute(_REFUNDS)
    op.execute("UPDATE cases SET cost_minor = refund_goods_minor + refund_freight_minor")
    _share_refunds()
    for name, column in (
        ("shop", "policy"),
        ("return_case", "policy"),
        ("return_case", "refund_method"),
        ("return_case", "refund_reference"),
    ):
        op.execute(f"ALTER TABLE {name} DROP COLUMN {column}")


def _create_policies() -> None:
    table(
        "policy",
        number("shop_id"),
        words("preset"),
        words("name"),
        words("rules"),
        words("source"),
        words("certainty"),
        words("checked_on", null=True),
        number("made_at"),
        words("made_by"),
        refers={"shop_id": "shop"},
    )
    index("ix_policy_shop_id", "policy", ["shop_id", "id"])
    table(
        "holiday",
        number("shop_id"),
        words("day"),
        number("closed"),
        words("name"),
        number("version"),
        unique=[("shop_id", "day")],
        refers={"shop_id": "shop"},
    )
    table(
        "ready_text",
        number("shop_id"),
        words("code"),
        words("language"),
        words("text"),
        number("version"),
        unique=[("shop_id", "code", "language")],
        refers={"shop_id": "shop"},
    )


def _create_clocks() -> None:
    table(
        "clock",
        number("case_id"),
        words("code"),
        number("started_at"),
        number("due_at"),
        words("source"),
        number("ended_at", null=True),
        words("outcome"),
        refers={"case_id": "cases"},
    )
    index("ix_clock_case_id", "clock", ["case_id"])
    index(
        "ix_clock_ended",
        "clock",
        ["ended_at", "code", "outcome", "case_id"],
        where="ended_at IS NOT NULL",
    )


def _create_evidence() -> None:
    table(
        "attachment",
        number("case_id", null=True),
        number("parcel_id", null=True),
        number("line_id", null=True),
        words("sha256"),
        number("size"),
        words("kind"),
        words("name"),
        words("note"),
        number("added_at"),
        words("person"),
        words("trouble"),
        number("trouble_at", null=True),
        refers={"case_id": "cases", "parcel_id": "parcel", "line_id": "return_line"},
    )
    index("ix_attachment_case_id", "attachment", ["case_id"], where="case_id IS NOT NULL")
    index("ix_attachment_parcel_id", "attachment", ["parcel_id"], where="parcel_id IS NOT NULL")
    index("ix_attachment_sha256", "attachment", ["sha256"])


def _create_reshipments() -> None:
    table(
        "reshipment",
        number("origin_id", null=True),
        words("reason"),
        words("recipient"),
        words("phone"),
        words("address"),
        words("postcode"),
        words("country"),
        number("packed_at", null=True),
        number("sent_at", null=True),
        number("delivered_at", null=True),
        number("version"),
        refers={"id": "cases", "origin_id": "cases"},
    )
    index("ix_reshipment_origin_id", "reshipment", ["origin_id"], where="origin_id IS NOT NULL")
    table(
        "reshipment_line",
        number("case_id"),
        number("position"),
        number("product_id", null=True),
        words("sku"),
        words("title"),
        words("variant"),
        number("quantity"),
        number("price_minor"),
        unique=[("case_id", "position")],
        refers={"case_id": "reshipment", "product_id": "product"},
    )


def _create_settling() -> None:
    table(
        "received_item",
        number("case_id"),
        number("parcel_id", null=True),
        number("line_id", null=True),
        words("title"),
        number("quantity"),
        words("condition"),
        words("disposition"),
        words("note"),
        number("at"),
        words("person"),
        refers={"case_id": "return_case", "parcel_id": "parcel", "line_id": "return_line"},
    )
    index("ix_received_item_case_id", "received_item", ["case_id"])
    table(
        "refund",
        number("case_id"),
        number("shop_id"),
        number("at"),
        words("currency"),
        number("goods_minor"),
        number("freight_minor"),
        number("deduction_minor"),
        words("deduction_reason"),
        number("collected_minor"),
        words("method"),
        words("reference"),
        words("over_reason"),
        words("person"),
        refers={"case_id": "cases", "shop_id": "shop"},
    )
    index("ix_refund_case_id", "refund", ["case_id"])
    index(
        "ix_refund_period",
        "refund",
        ["shop_id", "at", "currency", "goods_minor", "freight_minor"],
    )
    table(
        "cost_entry",
        number("case_id"),
        number("received_item_id", null=True),
        number("at"),
        words("kind"),
        number("amount_minor"),
        words("note"),
        words("person"),
        number("version"),
        refers={"case_id": "cases", "received_item_id": "received_item"},
    )
    index("ix_cost_entry_case_id", "cost_entry", ["case_id", "kind", "amount_minor"])
    table(
        "liability_share",
        number("case_id"),
        words("party"),
        number("percent"),
        number("amount_minor"),
        words("note"),
        number("confirmed_at", null=True),
        words("confirmed_by"),
        unique=[("case_id", "party")],
        refers={"case_id": "cases"},
    )


def _extend() -> None:
    for name, column in (
        ("shop", "buyer_language TEXT DEFAULT '' NOT NULL"),
        ("shop", "exchange_when TEXT DEFAULT 'inspected' NOT NULL"),
        ("cases", "cost_minor INTEGER DEFAULT '0' NOT NULL"),
        ("parcel", "number TEXT DEFAULT '' NOT NULL"),
        ("parcel", "note TEXT DEFAULT '' NOT NULL"),
        ("parcel", "let_go_at INTEGER"),
        ("return_case", "policy_id INTEGER REFERENCES policy (id)"),
        ("return_case", "inspected_at INTEGER"),
        ("return_case", "wanted TEXT DEFAULT '' NOT NULL"),
        ("return_line", "reason_id INTEGER REFERENCES reason (id)"),
        ("return_line", "refund_minor INTEGER DEFAULT '0' NOT NULL"),
    ):
        op.execute(f"ALTER TABLE {name} ADD COLUMN {column}")
    index("ix_parcel_number", "parcel", ["number"], where="number <> ''")
    index(
        "ix_parcel_ownerless",
        "parcel",
        ["id"],
        where="order_id IS NULL AND case_id IS NULL AND let_go_at IS NULL",
    )


def _move_policies() -> None:
    connection = op.get_bind()
    for shop_id, preset, _in_force, made_at in connection.exec_driver_sql(_POLICIES_USED).all():
        rules, source, certainty = _POLICIES.get(preset, _POLICIES["own"])
        values = (shop_id, preset, json.dumps(rules), source, certainty, _CHECKED_ON, made_at)
        connection.exec_driver_sql(_ADD_POLICY, values)
    op.execute(_USE_POLICY)


def _share_refunds() -> None:
    """Give each line its part of what went back, so that the parts add up to the case's sum."""
    connection = op.get_bind()
    parts = list(_parts(connection.exec_driver_sql(_REFUNDED_LINES)))
    for start in range(0, len(parts), CHUNK):
        connection.exec_driver_sql(
            "UPDATE return_line SET refund_minor = ? WHERE id = ?", parts[start : start + CHUNK]
        )


def _parts(rows: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401 - the driver's cursor
    lines: list[tuple[int, int]] = []
    case_id, total = None, 0
    for row_case, refunded, line_id, value in rows:
        if row_case != case_id:
            yield from _shared(total, lines)
            case_id, total, lines = row_case, refunded, []
        lines.append((line_id, value))
    yield from _shared(total, lines)


def _shared(total: int, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield (part, line id): floors first, then one unit each to the largest remainders."""
    weights = [value for _line, value in lines]
    if not any(weights):
        weights = [1] * len(lines)
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(lines)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    for part, (line_id, _value) in zip(parts, lines, strict=True):
        yield part, line_id
