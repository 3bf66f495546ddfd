"""What is exported of each follow-up: what it is about, what came of it, what came next."""

from shopdesk.exporting.columns import Column, Export, Kind
from shopdesk.i18n import N_

FOLLOW_UPS = Export(
    "follow-ups",
    N_("Follow-ups"),
    (
        Column("id", "follow_up.id", Kind.NUMBER),
        Column("previous_id", "follow_up.previous_id", Kind.NUMBER),
        Column("shop", "shop.name"),
        Column("case", "cases.number"),
        Column("case_kind", "cases.kind"),
        Column("buyer", "coalesce(nullif(cases.buyer_name, ''), customer.name, '')"),
        Column("owner", "person.name"),
        Column("kind", "follow_up.kind"),
        Column("due_at", "follow_up.due_at", Kind.TIME),
        Column("channel", "follow_up.channel"),
        Column("note", "follow_up.note"),
        Column("rule", "follow_up.rule"),
        Column("source_key", "follow_up.source_key"),
        Column("created_at", "follow_up.created_at", Kind.TIME),
        Column("created_by", "follow_up.created_by"),
        Column("snoozed_until", "follow_up.snoozed_until", Kind.TIME),
        Column("reminded_at", "follow_up.reminded_at", Kind.TIME),
        Column("done_at", "follow_up.done_at", Kind.TIME),
        Column("done_by", "follow_up.done_by"),
        Column("outcome", "follow_up.outcome"),
        Column("outcome_note", "follow_up.outcome_note"),
        Column("score", "follow_up.score", Kind.NUMBER),
        Column("score_note", "follow_up.score_note"),
    ),
    "follow_up JOIN shop ON shop.id = follow_up.shop_id"
    " LEFT JOIN cases ON cases.id = follow_up.case_id"
    " LEFT JOIN customer ON customer.id = coalesce(follow_up.customer_id, cases.customer_id)"
    " LEFT JOIN person ON person.id = follow_up.owner_id",
    "follow_up.id",
)
