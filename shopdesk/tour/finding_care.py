"""Records of the sample that make good pictures of complaints, parcels, follow-ups and buyers."""

from dataclasses import dataclass

from shopdesk.storage.reader import Reader
from shopdesk.tour.finding import ORDERS


@dataclass(frozen=True, slots=True)
class CareSubjects:
    """Each is the best there is of its sort; none is sure to be in a certain state."""

    order_id: int
    """Another order than the one that a return is logged of."""
    offered: int
    """A complaint with options put to the buyer."""
    chosen: int
    """A complaint of which the buyer chose one."""
    escalated: int
    """A complaint that went to the platform, if possible still there."""
    stalled: int
    """A reshipment that did not move for long, if possible one whose courier writes Chinese."""
    claimed: int
    """A reshipment that the courier is asked to pay for."""
    survey: int
    """A follow-up that is still to be done, if possible one that asks how content the buyer is."""
    twin: int
    """A buyer who is likely another one as well."""
    marked: int
    """A buyer with a mark, or the one with most cases."""
    buyer: str
    """A buyer's name that finds things of several kinds."""


def find_care(reader: Reader) -> CareSubjects:
    """Choose them the same way each time."""
    return CareSubjects(**{name: reader.value(sql) for name, sql in _CHOICES.items()})


_COMPLAINT = """
    SELECT cases.id FROM cases JOIN complaint ON complaint.id = cases.id
    ORDER BY {best} DESC,
        (SELECT count(*) FROM complaint_option WHERE case_id = cases.id) DESC, cases.id DESC
    LIMIT 1
"""
_STALLED = """
    SELECT cases.id FROM cases WHERE kind = 'reshipment'
    ORDER BY state IN ('sent', 'on_its_way') DESC,
        due_at < CAST(strftime('%s', 'now') AS INTEGER) DESC, currency = 'CNY' DESC, due_at, id
    LIMIT 1
"""
_CLAIMED = """
    SELECT cases.id FROM cases LEFT JOIN courier_claim ON courier_claim.case_id = cases.id
    WHERE cases.kind = 'reshipment'
    ORDER BY courier_claim.state IN ('open', 'claimed') DESC, courier_claim.id DESC, cases.id DESC
    LIMIT 1
"""
_SURVEY = """
    SELECT id FROM follow_up
    ORDER BY done_at IS NULL DESC, case_id IS NOT NULL DESC, kind = 'survey' DESC, due_at, id
    LIMIT 1
"""
_TWIN = """
    SELECT customer.id FROM customer LEFT JOIN customer_contact AS mine
        ON mine.customer_id = customer.id
    WHERE customer.merged_into_id IS NULL
    ORDER BY EXISTS (
        SELECT 1 FROM customer_contact AS theirs JOIN customer AS other
            ON other.id = theirs.customer_id
        WHERE theirs.folded = mine.folded AND theirs.kind = mine.kind
            AND theirs.customer_id <> customer.id AND other.merged_into_id IS NULL
    ) DESC, (SELECT count(*) FROM cases WHERE customer_id = customer.id) DESC, customer.id
    LIMIT 1
"""
_MARKED = """
    SELECT id FROM customer WHERE merged_into_id IS NULL
    ORDER BY EXISTS (SELECT 1 FROM customer_flag WHERE customer_id = customer.id) DESC,
        (SELECT count(*) FROM cases WHERE customer_id = customer.id) DESC, id
    LIMIT 1
"""
_BUYER = """
    SELECT customer.name FROM customer JOIN cases ON cases.customer_id = customer.id
    WHERE customer.name <> ''
    GROUP BY customer.name ORDER BY count(DISTINCT cases.kind) DESC, count(*) DESC, customer.name
    LIMIT 1
"""
_CHOICES = {
    "order_id": f"{ORDERS} LIMIT 1 OFFSET 1",
    "offered": _COMPLAINT.format(best="cases.state = 'offered'"),
    "chosen": _COMPLAINT.format(best="cases.state = 'chosen'"),
    "escalated": _COMPLAINT.format(
        best="(escalated_at IS NOT NULL) + (escalated_at IS NOT NULL AND closed_at IS NULL)"
    ),
    "stalled": _STALLED,
    "claimed": _CLAIMED,
    "survey": _SURVEY,
    "twin": _TWIN,
    "marked": _MARKED,
    "buyer": _BUYER,
}
