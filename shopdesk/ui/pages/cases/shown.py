"""What the shared parts of a detail read of a case, whatever its kind."""

from datetime import datetime
from typing import Protocol


class ShownCase(Protocol):
    """A case as its page shows it; `queries.case_detail.CaseDetail` is one, a return another."""

    @property
    def id(self) -> int: ...  # noqa: D102 - the same names and meanings as in CaseDetail
    @property
    def version(self) -> int: ...  # noqa: D102
    @property
    def number(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def platform(self) -> str: ...  # noqa: D102
    @property
    def timezone(self) -> str: ...  # noqa: D102
    @property
    def order_id(self) -> int | None: ...  # noqa: D102
    @property
    def order_number(self) -> str: ...  # noqa: D102
    @property
    def customer_id(self) -> int | None: ...  # noqa: D102
    @property
    def buyer_name(self) -> str: ...  # noqa: D102
    @property
    def buyer_phone(self) -> str: ...  # noqa: D102
    @property
    def buyer_handle(self) -> str: ...  # noqa: D102
    @property
    def due_at(self) -> datetime | None: ...  # noqa: D102
    @property
    def due_clock(self) -> str: ...  # noqa: D102
    @property
    def due_source(self) -> str: ...  # noqa: D102
    @property
    def closed_at(self) -> datetime | None: ...  # noqa: D102
