"""The couriers that a parcel can be given to."""

from dataclasses import dataclass

from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class CourierRow:
    """A courier; `name` is the shop's own word for it, else empty."""

    code: str
    name: str


def load_couriers(reader: Reader) -> list[CourierRow]:
    """Return the couriers in use, in the order in which they were set up."""
    found = reader.rows("SELECT code, name FROM courier WHERE archived_at IS NULL ORDER BY id")
    return [CourierRow(*row) for row in found]
