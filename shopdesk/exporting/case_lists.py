"""What is exported of every case, whatever its kind: clocks, money, evidence, its timeline."""

from shopdesk.exporting.columns import Column, Kind

DAY = "strftime('%Y-%m-%d', at, 'unixepoch')"
GOODS = "trim(title || ' ' || variant) || ' x' || quantity"

OF_CASES = (
    " JOIN shop ON shop.id = cases.shop_id"
    " LEFT JOIN orders ON orders.id = cases.order_id"
    " LEFT JOIN customer ON customer.id = cases.customer_id"
    " LEFT JOIN person ON person.id = cases.owner_id"
)
"""The rows beside `cases` that the columns here take from."""


def of_case(table: str) -> str:
    """Return the rows of a case in the order in which they were made."""
    return f"(SELECT * FROM {table} WHERE case_id = cases.id ORDER BY id)"


def number_of(column: str) -> str:
    """Return the SQL of the number of the case that a column names; NULL where it names none."""
    return f"(SELECT other.number FROM cases AS other WHERE other.id = {column})"


WHOSE = (
    Column("order", "coalesce(orders.number, cases.order_number)"),
    Column("buyer", "coalesce(nullif(cases.buyer_name, ''), customer.name, '')"),
    Column("buyer_phone", "coalesce(nullif(cases.buyer_phone, ''), orders.phone, '')"),
)

ORIGIN = Column("origin", number_of("cases.origin_id"))
OWNER = Column("owner", "person.name")

DUE = (
    Column("due_at", "cases.due_at", Kind.TIME),
    Column("due_for", "cases.due_clock"),
)

CLOCKS = Column(
    "clocks",
    of_case("clock"),
    Kind.LIST,
    (
        Column("code", "code"),
        Column("started_at", "started_at", Kind.TIME),
        Column("due_at", "due_at", Kind.TIME),
        Column("source", "source"),
        Column("ended_at", "ended_at", Kind.TIME),
        Column("outcome", "outcome"),
    ),
    "trim(code || ' ' || outcome)",
)

COSTS = Column(
    "costs",
    of_case("cost_entry"),
    Kind.LIST,
    (
        Column("at", "at", Kind.TIME),
        Column("kind", "kind"),
        Column("amount", "amount_minor", Kind.MONEY),
        Column("note", "note"),
    ),
    "kind",
)

LIABILITY = Column(
    "liability",
    of_case("liability_share"),
    Kind.LIST,
    (
        Column("party", "party"),
        Column("percent", "percent", Kind.NUMBER),
        Column("amount", "amount_minor", Kind.MONEY),
        Column("note", "note"),
        Column("confirmed_at", "confirmed_at", Kind.TIME),
        Column("confirmed_by", "confirmed_by"),
    ),
    "party || ' ' || percent || ' %'",
)

EVIDENCE = Column(
    "evidence",
    of_case("attachment"),
    Kind.LIST,
    (
        Column("name", "name"),
        Column("kind", "kind"),
        Column("size", "size", Kind.NUMBER),
        Column("sha256", "sha256"),
        Column("line", "(SELECT position + 1 FROM return_line WHERE id = line_id)", Kind.NUMBER),
        Column("note", "note"),
        Column("added_at", "added_at", Kind.TIME),
        Column("person", "person"),
        Column("trouble", "trouble"),
    ),
    "name",
)

TIMELINE = Column(
    "timeline",
    "timeline_entry WHERE case_id = cases.id",
    Kind.LIST,
    (
        Column("at", "at", Kind.TIME),
        Column("person", "person"),
        Column("event", "event"),
        Column("text", "text"),
        Column("values", '"values"', Kind.RECORD),
    ),
    "strftime('%Y-%m-%d %H:%M', at, 'unixepoch') || ' ' || event",
)

CLAIMS = Column(
    "claims",
    f"{of_case('courier_claim')} AS claim LEFT JOIN courier ON courier.id = claim.courier_id",
    Kind.LIST,
    (
        Column("reason", "claim.reason"),
        Column("state", "claim.state"),
        Column("courier", "coalesce(nullif(courier.name, ''), courier.code)"),
        Column("waybill", "(SELECT waybill FROM parcel WHERE parcel.id = claim.parcel_id)"),
        Column("goods", "claim.goods_minor", Kind.MONEY),
        Column("freight", "claim.freight_minor", Kind.MONEY),
        Column("claimed", "claim.claimed_minor", Kind.MONEY),
        Column("paid", "claim.paid_minor", Kind.MONEY),
        Column("reference", "claim.reference"),
        Column("note", "claim.note"),
        Column("opened_at", "claim.opened_at", Kind.TIME),
        Column("opened_by", "claim.opened_by"),
        Column("due_at", "claim.due_at", Kind.TIME),
        Column("claimed_at", "claim.claimed_at", Kind.TIME),
        Column("ended_at", "claim.ended_at", Kind.TIME),
    ),
    "claim.reason || ' ' || claim.state",
)

FOLLOW_UPS = Column(
    "follow_ups",
    of_case("follow_up"),
    Kind.LIST,
    (
        Column("kind", "kind"),
        Column("due_at", "due_at", Kind.TIME),
        Column("channel", "channel"),
        Column("note", "note"),
        Column("done_at", "done_at", Kind.TIME),
        Column("outcome", "outcome"),
        Column("outcome_note", "outcome_note"),
        Column("score", "score", Kind.NUMBER),
        Column("score_note", "score_note"),
    ),
    "trim(kind || ' ' || outcome)",
)

OPENED = Column(
    "opened",
    "cases AS opened WHERE opened.origin_id = cases.id",
    Kind.LIST,
    (
        Column("number", "opened.number"),
        Column("kind", "opened.kind"),
        Column("state", "opened.state"),
    ),
    "opened.number || ' ' || opened.state",
)

LISTS = (COSTS, LIABILITY, CLAIMS, CLOCKS, FOLLOW_UPS, OPENED, EVIDENCE, TIMELINE)
"""All of them, in the order in which they are exported."""
