"""Add a table and fill it from what is there."""

import sqlalchemy as sa
from alembic import op

revision = "9002"
down_revision = "9001"


def upgrade() -> None:
    """Give every case a remark."""
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer, sa.ForeignKey("cases.id"), nullable=False, primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO remark SELECT id, note FROM cases")
