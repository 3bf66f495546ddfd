"""The kinds of records that can be exported, by the word for them on the command line."""

from shopdesk.exporting.customers import CUSTOMERS
from shopdesk.exporting.orders import ORDERS
from shopdesk.exporting.returns import RETURNS
from shopdesk.exporting.solutions import SOLUTIONS

EXPORTS = {export.name: export for export in (ORDERS, RETURNS, CUSTOMERS, SOLUTIONS)}
