"""The whole return: policies in versions, clocks, evidence, inspections, refunds, ways out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alembic import op
from sqlalchemy import (
    Column,
    Constraint,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)

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
    for table, column in (
        ("shop", "policy"),
        ("return_case", "policy"),
        ("return_case", "refund_method"),
        ("return_case", "refund_reference"),
    ):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")


def _table(
    name: str,
    *columns: Column[Any],
    unique: Sequence[tuple[str, ...]] = (),
    refers: Mapping[str, str] | None = None,
) -> None:
    constraints: list[Constraint] = [
        PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(UniqueConstraint(*cols, name=f"uq_{name}_{'_'.join(cols)}") for cols in unique),
        *(
            ForeignKeyConstraint([column], [f"{table}.id"], name=f"fk_{name}_{column}")
            for column, table in (refers or {}).items()
        ),
    ]
    op.create_table(name, _number("id"), *columns, *constraints, sqlite_strict=True)


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _index(name: str, table: str, columns: Sequence[str], *, where: str | None = None) -> None:
    condition = text(where) if where else None
    op.create_index(name, table, [text(c) for c in columns], sqlite_where=condition)


def _create_policies() -> None:
    _table(
        "policy",
        _number("shop_id"),
        _text("preset"),
        _text("name"),
        _text("rules"),
        _text("source"),
        _text("certainty"),
        _text("checked_on", null=True),
        _number("made_at"),
        _text("made_by"),
        refers={"shop_id": "shop"},
    )
    _index("ix_policy_shop_id", "policy", ["shop_id", "id"])
    _table(
        "holiday",
        _number("shop_id"),
        _text("day"),
        _number("closed"),
        _text("name"),
        _number("version"),
        unique=[("shop_id", "day")],
        refers={"shop_id": "shop"},
    )
    _table(
        "ready_text",
        _number("shop_id"),
        _text("code"),
        _text("language"),
        _text("text"),
        _number("version"),
        unique=[("shop_id", "code", "language")],
        refers={"shop_id": "shop"},
    )


def _create_clocks() -> None:
    _table(
        "clock",
        _number("case_id"),
        _text("code"),
        _number("started_at"),
        _number("due_at"),
        _text("source"),
        _number("ended_at", null=True),
        _text("outcome"),
        refers={"case_id": "cases"},
    )
    _index("ix_clock_case_id", "clock", ["case_id"])
    _index(
        "ix_clock_ended",
        "clock",
        ["ended_at", "code", "outcome", "case_id"],
        where="ended_at IS NOT NULL",
    )


def _create_evidence() -> None:
    _table(
        "attachment",
        _number("case_id", null=True),
        _number("parcel_id", null=True),
        _number("line_id", null=True),
        _text("sha256"),
        _number("size"),
        _text("kind"),
        _text("name"),
        _text("note"),
        _number("added_at"),
        _text("person"),
        _text("trouble"),
        _number("trouble_at", null=True),
        refers={"case_id": "cases", "parcel_id": "parcel", "line_id": "return_line"},
    )
    _index("ix_attachment_case_id", "attachment", ["case_id"], where="case_id IS NOT NULL")
    _index("ix_attachment_parcel_id", "attachment", ["parcel_id"], where="parcel_id IS NOT NULL")
    _index("ix_attachment_sha256", "attachment", ["sha256"])


def _create_reshipments() -> None:
    _table(
        "reshipment",
        _number("origin_id", null=True),
        _text("reason"),
        _text("recipient"),
        _text("phone"),
        _text("address"),
        _text("postcode"),
        _text("country"),
        _number("packed_at", null=True),
        _number("sent_at", null=True),
        _number("delivered_at", null=True),
        _number("version"),
        refers={"id": "cases", "origin_id": "cases"},
    )
    _index("ix_reshipment_origin_id", "reshipment", ["origin_id"], where="origin_id IS NOT NULL")
    _table(
        "reshipment_line",
        _number("case_id"),
        _number("position"),
        _number("product_id", null=True),
        _text("sku"),
        _text("title"),
        _text("variant"),
        _number("quantity"),
        _number("price_minor"),
        unique=[("case_id", "position")],
        refers={"case_id": "reshipment", "product_id": "product"},
    )


def _create_settling() -> None:
    _table(
        "received_item",
        _number("case_id"),
        _number("parcel_id", null=True),
        _number("line_id", null=True),
        _text("title"),
        _number("quantity"),
        _text("condition"),
        _text("disposition"),
        _text("note"),
        _number("at"),
        _text("person"),
        refers={"case_id": "return_case", "parcel_id": "parcel", "line_id": "return_line"},
    )
    _index("ix_received_item_case_id", "received_item", ["case_id"])
    _table(
        "refund",
        _number("case_id"),
        _number("shop_id"),
        _number("at"),
        _text("currency"),
        _number("goods_minor"),
        _number("freight_minor"),
        _number("deduction_minor"),
        _text("deduction_reason"),
        _number("collected_minor"),
        _text("method"),
        _text("reference"),
        _text("over_reason"),
        _text("person"),
        refers={"case_id": "cases", "shop_id": "shop"},
    )
    _index("ix_refund_case_id", "refund", ["case_id"])
    _index(
        "ix_refund_period",
        "refund",
        ["shop_id", "at", "currency", "goods_minor", "freight_minor"],
    )
    _table(
        "cost_entry",
        _number("case_id"),
        _number("received_item_id", null=True),
        _number("at"),
        _text("kind"),
        _number("amount_minor"),
        _text("note"),
        _text("person"),
        _number("version"),
        refers={"case_id": "cases", "received_item_id": "received_item"},
    )
    _index("ix_cost_entry_case_id", "cost_entry", ["case_id", "kind", "amount_minor"])
    _table(
        "liability_share",
        _number("case_id"),
        _text("party"),
        _number("percent"),
        _number("amount_minor"),
        _text("note"),
        _number("confirmed_at", null=True),
        _text("confirmed_by"),
        unique=[("case_id", "party")],
        refers={"case_id": "cases"},
    )


def _extend() -> None:
    for table, column in (
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
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    _index("ix_parcel_number", "parcel", ["number"], where="number <> ''")
    _index(
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
