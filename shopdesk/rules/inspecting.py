"""What a parcel's goods can be found as, and where they can go."""

from collections.abc import Iterable
from dataclasses import dataclass

from shopdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class Condition:
    """How goods were found; `disposition` is where they usually go then."""

    code: str
    name: str
    tone: str
    disposition: str


CONDITIONS = {
    condition.code: condition
    for condition in (
        Condition("intact", N_("Intact"), "good", "stock"),
        Condition("opened", N_("Opened"), "neutral", "stock"),
        Condition("used", N_("Traces of use"), "wait", "refurbish"),
        Condition("damaged", N_("Damaged"), "late", "write_off"),
        Condition("parts_missing", N_("Parts missing"), "wait", "refurbish"),
        Condition("wrong_goods", N_("Not our goods"), "late", "to_buyer"),
    )
}

DISPOSITIONS = {
    "stock": N_("Back to stock"),
    "refurbish": N_("Refurbish"),
    "supplier": N_("To the supplier"),
    "write_off": N_("Write off"),
    "to_buyer": N_("Back to the buyer"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """How many units of a line were asked for, and how many came."""

    expected: int
    received: int

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(0, self.expected - self.received)

    @property
    def surplus(self) -> int:
        """How many came that nobody asked for."""
        return max(0, self.received - self.expected)


def is_decided(dispositions: Iterable[str]) -> bool:
    """Tell whether every received unit has somewhere to go."""
    return all(code in DISPOSITIONS for code in dispositions)
