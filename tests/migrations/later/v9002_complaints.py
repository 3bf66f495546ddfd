"""Add a table and fill it from what is there."""

import sqlalchemy as sa
from alembic import op

revision = "9002"
down_revision = "9001"


def upgrade() -> None:
    """Give every case a complaint."""
    op.create_table(
        "complaint",
        sa.Column("id", sa.Integer, sa.ForeignKey("cases.id"), nullable=False, primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO complaint SELECT id, note FROM cases")
