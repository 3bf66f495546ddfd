"""Where the sample's rows go: gathered, then written many at a time."""

from collections import defaultdict

from shopdesk.sample.tables import TABLES, Row
from shopdesk.storage.connection import Connection

BATCH = 20_000

_BOOK_REFUND = "UPDATE orders SET refunded_minor = ?, status = ?, status_text = ? WHERE id = ?"


class Sink:
    """Takes rows in any order and writes them, parents first, when enough have gathered."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[type[Row], list[Row]] = defaultdict(list)
        self._refunds: list[tuple[int, str, str, int]] = []
        self._count = 0

    def add(self, *rows: Row) -> None:
        """Take rows to be written."""
        for row in rows:
            self._waiting[type(row)].append(row)
        self._count += len(rows)
        if self._count >= BATCH:
            self.flush()

    def book_refund(self, order_id: int, minor: int, status: tuple[str, str]) -> None:
        """Let an order say, by code and in its platform's words, that money went back."""
        self._refunds.append((minor, *status, order_id))

    def flush(self) -> None:
        """Write all that has gathered."""
        for kind, table in TABLES.items():
            rows = self._waiting.pop(kind, None)
            if rows:
                self._connection.executemany(_insert(table, kind), rows)
        if self._refunds:
            self._connection.executemany(_BOOK_REFUND, self._refunds)
        self._refunds = []
        self._count = 0


def _insert(table: str, kind: type[Row]) -> str:
    columns = ", ".join(f'"{name}"' for name in kind._fields)
    places = ", ".join("?" * len(kind._fields))
    return f"INSERT INTO {table} ({columns}) VALUES ({places})"
