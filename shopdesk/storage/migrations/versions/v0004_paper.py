"""Paper: what was printed and what waits for it, label sheets, a shop's logo and lines."""

from sqlalchemy import Column, Integer, Text, text

from shopdesk.storage.migrations.tables import index, number, table, words

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables; what was printed before is known by its time alone, as before."""
    table(
        "print_job",
        number("at"),
        words("person"),
        words("document"),
        words("paper"),
        words("language"),
        words("printer"),
        words("way"),
        number("pages"),
    )
    index("ix_print_job_at", "print_job", ("at",))
    table(
        "print_item",
        number("job_id"),
        number("case_id"),
        number("position"),
        unique=[("job_id", "position")],
        refers={"job_id": "print_job", "case_id": "cases"},
    )
    index("ix_print_item_case_id", "print_item", ("case_id", "job_id"))
    table(
        "print_wish",
        words("document"),
        number("case_id"),
        number("added_at"),
        words("person"),
        unique=[("document", "case_id")],
        refers={"case_id": "cases"},
    )
    _create_sheets()


def _create_sheets() -> None:
    lengths = ("columns", "rows", "width", "height", "left", "top")
    table(
        "label_sheet",
        number("version"),
        words("name"),
        words("base"),
        *map(number, lengths),
        *(
            Column(name, Integer, nullable=False, server_default=text("'0'"))
            for name in ("gutter_x", "gutter_y")
        ),
        number("created_at"),
        number("archived_at", null=True),
    )
    table(
        "shop_paper",
        number("version"),
        number("shop_id"),
        *(
            Column(name, Text, nullable=False, server_default=text("''"))
            for name in ("logo", "lines", "foot")
        ),
        unique=[("shop_id",)],
        refers={"shop_id": "shop"},
    )
