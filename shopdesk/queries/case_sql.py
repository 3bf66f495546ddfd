"""What every case's page says of it, as pieces of SQL beside `cases` and what it points to."""

from shopdesk.queries.buyer_sql import HANDLE, PHONE

BUYER_NAME = """coalesce(nullif(cases.buyer_name, ''), nullif(orders.recipient, ''),
    customer.name, '')"""
BUYER_PHONE = f"coalesce(nullif(cases.buyer_phone, ''), nullif(orders.phone, ''), {PHONE})"
BUYER_HANDLE = f"coalesce(nullif(cases.buyer_handle, ''), {HANDLE})"

# Who set the time that it is due: the source of its earliest clock.
DUE_SOURCE = """coalesce((SELECT clock.source FROM clock
    WHERE clock.case_id = cases.id AND clock.ended_at IS NULL
    ORDER BY clock.due_at, clock.id LIMIT 1), '')"""
