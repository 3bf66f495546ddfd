"""Rebuild a table that others refer to, as a changed rule on a column needs."""

import sqlalchemy as sa
from alembic import op

from shopdesk.storage.migrations import HISTORY

revision = "9001"
down_revision = HISTORY.head.name


def upgrade() -> None:
    """Drop the rule that a customer has a note, and give them a rank."""
    with op.batch_alter_table("customer") as batch:
        batch.alter_column("note", nullable=True)
        batch.add_column(sa.Column("rank", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_customer_rank", "customer", ["rank"])
