"""Use cases, the only writers: functions on a session that never commit, so that they combine.

The submodules are loaded on first use, `services.returns.log_return(...)`, so that a window can
name them without paying for SQLAlchemy before it is on the screen.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shopdesk.services import (
        arrival,
        claims,
        complaints,
        couriers,
        customers,
        deadlines,
        evidence,
        follow_rule_list,
        follow_rules,
        follow_ups,
        holidays,
        inspection,
        label_sheets,
        ledger,
        liability,
        many,
        merging,
        orders,
        ownerless,
        people,
        policies,
        printing,
        receiving,
        refunds,
        reminders,
        replies,
        reshipments,
        returns,
        sending,
        settlement,
        setup,
        shop_papers,
        shops,
        solutions,
        steps,
        tracking,
        transit,
        undo,
        waybills,
    )

__all__ = [
    "arrival",
    "claims",
    "complaints",
    "couriers",
    "customers",
    "deadlines",
    "evidence",
    "follow_rule_list",
    "follow_rules",
    "follow_ups",
    "holidays",
    "inspection",
    "label_sheets",
    "ledger",
    "liability",
    "many",
    "merging",
    "orders",
    "ownerless",
    "people",
    "policies",
    "printing",
    "receiving",
    "refunds",
    "reminders",
    "replies",
    "reshipments",
    "returns",
    "sending",
    "settlement",
    "setup",
    "shop_papers",
    "shops",
    "solutions",
    "steps",
    "tracking",
    "transit",
    "undo",
    "waybills",
]


def load_all() -> None:
    """Load every use case, so that a person's first write does not wait for it."""
    for name in __all__:
        import_module(f"{__name__}.{name}")


def __getattr__(name: str) -> ModuleType:
    if name not in __all__:
        raise AttributeError(name)
    return import_module(f"{__name__}.{name}")
