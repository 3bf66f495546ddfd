"""The other half: complaints, solutions, follow-ups, tracking and claims; buyers under one name.

What a case knows of its buyer without an order, and what it was opened for, moves to the case.
"""

import sqlalchemy as sa
from alembic import op

from shopdesk.storage.migrations.tables import index, number, table, words

revision = "0003"
down_revision = "0002"

FTS = (
    "CREATE VIRTUAL TABLE {name} USING fts5(g, content='', contentless_delete=1, detail=none,"
    " tokenize=\"ascii tokenchars '^'\")"
)
BUYER = ("buyer_name", "buyer_phone", "buyer_handle", "order_number")

_MOVE_BUYERS = """
    UPDATE cases SET buyer_name = old.buyer_name, buyer_phone = old.buyer_phone,
        buyer_handle = old.buyer_handle, order_number = old.order_number
    FROM return_case AS old WHERE old.id = cases.id
"""
_MOVE_ORIGINS = """
    UPDATE cases SET origin_id = old.origin_id
    FROM reshipment AS old WHERE old.id = cases.id AND old.origin_id IS NOT NULL
"""
# A way out of a return knew its buyer only through that return.
_NAME_BUYERS = """
    UPDATE cases SET buyer_name = origin.buyer_name, buyer_phone = origin.buyer_phone,
        buyer_handle = origin.buyer_handle, order_number = origin.order_number
    FROM cases AS origin WHERE origin.id = cases.origin_id AND cases.kind = 'reshipment'
"""


def upgrade() -> None:
    """Add what is new, then move into it what the old columns held, then drop those."""
    _extend()
    op.execute(_MOVE_BUYERS)
    op.execute(_MOVE_ORIGINS)
    op.execute(_NAME_BUYERS)
    for column in BUYER:
        op.execute(f"ALTER TABLE return_case DROP COLUMN {column}")
    _rebuild()
    _create_complaints()
    _create_follow_ups()
    _create_tracking()
    _create_customers()


def _extend() -> None:
    for name, column in (
        ("cases", "origin_id INTEGER REFERENCES cases (id)"),
        *(("cases", f"{column} TEXT DEFAULT '' NOT NULL") for column in BUYER),
        ("shop", "masks_contacts INTEGER DEFAULT '0' NOT NULL"),
        ("courier", "week TEXT DEFAULT '' NOT NULL"),
        ("parcel", "moved_at INTEGER"),
        ("parcel", "status TEXT DEFAULT '' NOT NULL"),
        ("customer", "merged_into_id INTEGER REFERENCES customer (id)"),
    ):
        op.execute(f"ALTER TABLE {name} ADD COLUMN {column}")
    index("ix_cases_origin_id", "cases", ["origin_id"], where="origin_id IS NOT NULL")
    index(
        "ix_cases_owner_open",
        "cases",
        ["owner_id", "kind", "due_at", "id"],
        where="closed_at IS NULL",
    )
    index(
        "ix_customer_merged_into_id",
        "customer",
        ["merged_into_id"],
        where="merged_into_id IS NOT NULL",
    )


def _rebuild() -> None:
    """Make anew the tables in which a rule on a column changes."""
    op.execute("DROP INDEX ix_reshipment_origin_id")
    with op.batch_alter_table("reshipment", table_kwargs={"sqlite_strict": True}) as batch:
        batch.drop_constraint("fk_reshipment_origin_id", type_="foreignkey")
        batch.drop_column("origin_id")
        batch.add_column(number("confirmed_at", null=True))
        batch.add_column(number("slip_printed_at", null=True))
        batch.add_column(sa.Column("zone", sa.Text, nullable=False, server_default=""))
        batch.add_column(sa.Column("wait_note", sa.Text, nullable=False, server_default=""))
    with op.batch_alter_table("ready_text", table_kwargs={"sqlite_strict": True}) as batch:
        batch.drop_constraint("uq_ready_text_shop_id_code_language", type_="unique")
        batch.add_column(sa.Column("reason", sa.Text, nullable=False, server_default=""))
        batch.create_unique_constraint(
            "uq_ready_text_shop_id_code_reason_language",
            ["shop_id", "code", "reason", "language"],
        )


def _create_complaints() -> None:
    table(
        "complaint",
        words("category"),
        words("situation"),
        words("channel"),
        words("severity"),
        words("wanted"),
        words("cause"),
        words("cause_note"),
        number("round"),
        words("few_reason"),
        number("replied_at", null=True),
        number("offered_at", null=True),
        number("chosen_at", null=True),
        number("done_at", null=True),
        number("escalated_at", null=True),
        words("platform_number"),
        number("platform_due_at", null=True),
        words("platform_asks"),
        words("verdict"),
        words("verdict_note"),
        number("verdict_at", null=True),
        number("merged_into_id", null=True),
        number("version"),
        refers={"id": "cases", "merged_into_id": "cases"},
    )
    index("ix_complaint_situation", "complaint", ["situation", "id"])
    index(
        "ix_complaint_merged_into_id",
        "complaint",
        ["merged_into_id"],
        where="merged_into_id IS NOT NULL",
    )
    table(
        "complaint_option",
        number("case_id"),
        number("round"),
        number("position"),
        words("solution"),
        words("option"),
        words("title"),
        words("does"),
        number("amount_minor"),
        number("freight_minor"),
        words("party"),
        words("follow_kind"),
        number("follow_days"),
        words("note"),
        number("offered_at", null=True),
        number("chosen_at", null=True),
        number("done_at", null=True),
        number("opened_id", null=True),
        number("version"),
        unique=[("case_id", "round", "position")],
        refers={"case_id": "complaint", "opened_id": "cases"},
    )
    index(
        "ix_complaint_option_chosen",
        "complaint_option",
        ["solution", "option", "case_id"],
        where="chosen_at IS NOT NULL",
    )
    table(
        "solution",
        words("code"),
        words("content"),
        number("retired"),
        number("made_at"),
        words("made_by"),
    )
    index("ix_solution_code", "solution", ["code", "id"])


def _create_follow_ups() -> None:
    table(
        "follow_rule",
        words("code"),
        words("event"),
        words("case_kind"),
        words("clock"),
        number("days"),
        words("kind"),
        words("channel"),
        words("note"),
        number("active"),
        number("since"),
        number("version"),
        unique=[("code",)],
    )
    table(
        "follow_up",
        number("shop_id"),
        number("case_id", null=True),
        number("customer_id", null=True),
        number("owner_id", null=True),
        words("kind"),
        number("due_at"),
        words("channel"),
        words("note"),
        words("rule"),
        words("source_key", null=True),
        number("created_at"),
        words("created_by"),
        number("snoozed_until", null=True),
        number("reminded_at", null=True),
        number("done_at", null=True),
        words("done_by"),
        words("outcome"),
        words("outcome_note"),
        number("score", null=True),
        words("score_note"),
        number("previous_id", null=True),
        number("version"),
        unique=[("source_key",)],
        refers={
            "shop_id": "shop",
            "case_id": "cases",
            "customer_id": "customer",
            "owner_id": "person",
            "previous_id": "follow_up",
        },
    )
    index("ix_follow_up_open", "follow_up", ["due_at", "id"], where="done_at IS NULL")
    index("ix_follow_up_case_id", "follow_up", ["case_id"], where="case_id IS NOT NULL")
    index("ix_follow_up_customer_id", "follow_up", ["customer_id"], where="customer_id IS NOT NULL")
    index(
        "ix_follow_up_done",
        "follow_up",
        ["shop_id", "done_at", "kind", "outcome", "score"],
        where="done_at IS NOT NULL",
    )


def _create_tracking() -> None:
    table(
        "tracking_event",
        number("parcel_id"),
        number("at"),
        words("place"),
        words("text"),
        words("status"),
        words("source"),
        number("added_at"),
        words("person"),
        unique=[("parcel_id", "at", "text")],
        refers={"parcel_id": "parcel"},
    )
    table(
        "transit_time",
        words("courier"),
        words("zone"),
        number("days"),
        number("version"),
        unique=[("courier", "zone")],
    )
    table(
        "courier_claim",
        number("case_id"),
        number("parcel_id", null=True),
        number("courier_id", null=True),
        words("reason"),
        words("state"),
        number("goods_minor"),
        number("freight_minor"),
        number("claimed_minor"),
        number("paid_minor"),
        words("reference"),
        words("note"),
        number("opened_at"),
        words("opened_by"),
        number("due_at", null=True),
        number("claimed_at", null=True),
        number("ended_at", null=True),
        number("version"),
        refers={"case_id": "cases", "parcel_id": "parcel", "courier_id": "courier"},
    )
    index("ix_courier_claim_case_id", "courier_claim", ["case_id"])
    index("ix_courier_claim_open", "courier_claim", ["due_at", "id"], where="ended_at IS NULL")
    index("ix_courier_claim_opened_at", "courier_claim", ["opened_at", "courier_id", "state"])


def _create_customers() -> None:
    table(
        "customer_flag",
        number("customer_id"),
        words("flag"),
        words("reason"),
        number("set_at"),
        words("set_by"),
        unique=[("customer_id", "flag")],
        refers={"customer_id": "customer"},
    )
    table("customer_doc", words("doc"))
    op.execute(FTS.format(name="customer_fts"))
