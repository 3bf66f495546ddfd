"""What the packer's lists get: frozen goods and parcels, without a word of any one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.paper import SlipLine, SlipPaper
from shopdesk.rules.reshipments import UNSENT

_TO_PACK = "to_pack"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """Goods that are to come back; `rule` is what to look at, marked for translation, or empty."""

    title: str
    variant: str
    sku: str
    quantity: int
    rule: str


@dataclass(frozen=True, slots=True)
class InspectionSheet:
    """All that an inspection sheet shows; a text that is not known is empty.

    `platform`, `reason` and `remedy` are codes of the tables in `rules`; `reason_text` is a
    reason in somebody's own words. `wanted` is what the buyer wants in the goods' place, as
    typed; `waybills` are those of the parcels that come back.
    """

    number: str
    shop_name: str
    platform: str
    buyer_name: str
    buyer_handle: str
    order_number: str
    reason: str
    reason_text: str
    remedy: str
    wanted: str
    note: str
    waybills: tuple[str, ...]
    lines: tuple[SheetLine, ...]
    buyer_language: str
    region: str
    paper: SlipPaper


@dataclass(frozen=True, slots=True)
class ListedParcel:
    """A reshipment on the packer's list.

    `state` is one of rules.reshipments' STATES. `courier` is a code, the one that it will likely
    go with, or empty; `courier_name` the shop's own name for it. `wait_note` says why it cannot
    be packed yet.
    """

    number: str
    recipient: str
    place: str
    order_number: str
    note: str
    wait_note: str
    state: str
    courier: str
    courier_name: str
    lines: tuple[SlipLine, ...]

    @property
    def goes_out(self) -> bool:
        """Whether it is still here, to be packed or packed already."""
        return self.state in UNSENT


@dataclass(frozen=True, slots=True)
class Pick:
    """Goods to fetch for all parcels together.

    `parcels` are their places on the list, counted from 1, each with its units.
    """

    title: str
    variant: str
    sku: str
    quantity: int
    parcels: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PackingList:
    """One list of many parcels, in the packer's order; what is packed or gone is not picked."""

    parcels: tuple[ListedParcel, ...]
    shop_names: tuple[str, ...]
    made_at: datetime
    timezone: str
    buyer_language: str
    region: str
    paper: SlipPaper

    @property
    def going_out(self) -> tuple[ListedParcel, ...]:
        """The parcels that are still here; one may be sent or cancelled since it was chosen."""
        return tuple(parcel for parcel in self.parcels if parcel.goes_out)

    @property
    def units(self) -> int:
        """How many things are in the parcels that are still here."""
        return sum(line.quantity for parcel in self.going_out for line in parcel.lines)

    def picks(self) -> list[Pick]:
        """Return the goods of the parcels that are still to be packed, by SKU, then by title."""
        found: dict[tuple[str, str, str], dict[int, int]] = {}
        for place, line in self._to_pick():
            units = found.setdefault((line.sku, line.title, line.variant), {})
            units[place] = units.get(place, 0) + line.quantity
        return [
            Pick(title, variant, sku, sum(units.values()), tuple(units.items()))
            for (sku, title, variant), units in sorted(found.items(), key=_by_sku)
        ]

    def _to_pick(self) -> Iterator[tuple[int, SlipLine]]:
        for place, parcel in enumerate(self.parcels, start=1):
            if parcel.state == _TO_PACK:
                yield from ((place, line) for line in parcel.lines)


def _by_sku(found: tuple[tuple[str, str, str], object]) -> tuple[bool, tuple[str, str, str]]:
    """Return the order of goods: those without a SKU come last."""
    sku, title, variant = found[0]
    return not sku, (sku.casefold(), title, variant)
