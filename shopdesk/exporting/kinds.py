"""The kinds of records that can be exported, by the word for them on the command line."""

from shopdesk.exporting.complaints import COMPLAINTS
from shopdesk.exporting.customers import CUSTOMERS
from shopdesk.exporting.follow_ups import FOLLOW_UPS
from shopdesk.exporting.orders import ORDERS
from shopdesk.exporting.printing import PRINTING
from shopdesk.exporting.reshipments import RESHIPMENTS
from shopdesk.exporting.returns import RETURNS
from shopdesk.exporting.solutions import SOLUTIONS

EXPORTS = {
    export.name: export
    for export in (
        ORDERS,
        RETURNS,
        RESHIPMENTS,
        COMPLAINTS,
        FOLLOW_UPS,
        CUSTOMERS,
        SOLUTIONS,
        PRINTING,
    )
}
