"""What must hold of parcels and claims: their latest event, and money that came in."""

from shopdesk.i18n import N_
from shopdesk.queries.troubles import Rule

_PAID_STATE = "paid"

RULES = (
    Rule(
        N_("{number}: its parcel {found} moved later than it says: its events tell so."),
        """
        SELECT coalesce(cases.number, orders.number, parcel.number), '', parcel.waybill, NULL
        FROM (SELECT parcel_id, max(at) AS latest FROM tracking_event GROUP BY parcel_id) AS told
        JOIN parcel ON parcel.id = told.parcel_id
        LEFT JOIN cases ON cases.id = parcel.case_id LEFT JOIN orders ON orders.id = parcel.order_id
        WHERE parcel.moved_at IS NULL OR parcel.moved_at < latest ORDER BY parcel.id
        """,
    ),
    Rule(
        N_("{number}: the courier paid {found} by its claims, but {wanted} by its ledger."),
        """
        SELECT number, cases.currency, claimed, coalesce(booked, 0) FROM
            (SELECT case_id, sum(paid_minor) AS claimed FROM courier_claim GROUP BY case_id)
        JOIN cases ON cases.id = case_id
        LEFT JOIN (SELECT case_id AS of_case, sum(amount_minor) AS booked FROM cost_entry
            WHERE kind = 'courier_indemnity' GROUP BY case_id) ON of_case = cases.id
        WHERE claimed > coalesce(booked, 0) ORDER BY cases.id
        """,
    ),
    Rule(
        N_("{number}: a claim says that it is “{found}”, but not when it ended."),
        f"""
        SELECT number, '', courier_claim.state, NULL FROM courier_claim
        JOIN cases ON cases.id = case_id
        WHERE (ended_at IS NULL) <> (courier_claim.state IN ('open', 'claimed'))
            OR (paid_minor > 0) <> (courier_claim.state = '{_PAID_STATE}') ORDER BY courier_claim.id
        """,
    ),
)
