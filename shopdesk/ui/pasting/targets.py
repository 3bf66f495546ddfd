"""Where a form takes what was picked out of a text.

into("name", recipient)                  # a line, a note
into("amount", freight)                  # a MoneyField takes amounts of its currency only
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from shopdesk.formats import currency_digits
from shopdesk.rules.pasting import Finding
from shopdesk.ui.base.fields import DateField, MoneyField


@dataclass(frozen=True, slots=True)
class PasteTarget:
    """One place of a form; `label` is translated. `now` says what stands there, empty if nothing.

    `keep` returns what puts the place back as it is at that moment.
    """

    kind: str
    label: str
    now: Callable[[], str]
    put: Callable[[Finding], None]
    keep: Callable[[], Callable[[], None]]
    takes: Callable[[Finding], bool] = lambda _finding: True


def into(kind: str, field: Any, label: str = "") -> PasteTarget:  # noqa: ANN401 - any form field
    """Return a field as a target, under its accessible name unless another is given."""

    def keep() -> Callable[[], None]:
        value = field.value()
        return lambda: field.set_value(value)

    def put(finding: Finding) -> None:
        field.set_value(_as_value(field, finding))

    def takes(finding: Finding) -> bool:
        return not isinstance(field, MoneyField) or field.currency == finding.currency

    name = label or field.accessibleName()
    return PasteTarget(kind, name, lambda: _shown(field), put, keep, takes)


def along(main: PasteTarget, other: PasteTarget) -> PasteTarget:
    """Return a target that puts what it takes in another place as well, if that is empty."""

    def put(finding: Finding) -> None:
        main.put(finding)
        if not other.now():
            other.put(finding)

    def keep() -> Callable[[], None]:
        backs = main.keep(), other.keep()

        def back() -> None:
            for put_back in backs:
                put_back()

        return back

    return replace(main, put=put, keep=keep)


def _as_value(field: QWidget, finding: Finding) -> Any:  # noqa: ANN401 - as the field takes it
    if isinstance(field, MoneyField):
        return int(Decimal(finding.value).scaleb(currency_digits(finding.currency)))
    if isinstance(field, DateField):
        return date.fromisoformat(finding.value)
    return finding.value


def _shown(field: Any) -> str:  # noqa: ANN401 - any form field
    """Return what somebody typed in a field; a day is always there and was not typed."""
    if isinstance(field, DateField):
        return ""
    return field.text() if isinstance(field, MoneyField) else str(field.value())
