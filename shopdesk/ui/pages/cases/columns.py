"""Columns that every list of cases has."""

from datetime import UTC, datetime
from typing import Protocol, TypeVar

from shopdesk.i18n import N_
from shopdesk.rules.sentences import DueText, due_text
from shopdesk.ui.base.columns import Column, HasId
from shopdesk.ui.base.tones import TONES


class Due(HasId, Protocol):
    """A row that says what it waits for."""

    @property
    def due_at(self) -> datetime | None:
        """When its earliest clock runs out."""
        ...

    @property
    def due_clock(self) -> str:
        """Which clock that is."""
        ...


DueRow = TypeVar("DueRow", bound=Due)


def due_column(_row: type[DueRow], width_px: int) -> Column[DueRow]:
    """Return the column that says what is due when; late is red."""
    return Column(
        "due",
        N_("Due"),
        width_px,
        lambda row: _said(row).text,
        lambda row: TONES[_said(row).tone],
        sort="due",
    )


def _said(row: Due) -> DueText:
    return due_text(row.due_clock, row.due_at, datetime.now(UTC))
