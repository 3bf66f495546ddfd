"""Whether two cases are of one buyer, by what is known of each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Whose:
    """What a case knows of its buyer and its order; None and empty where it does not."""

    customer_id: int | None
    order_id: int | None
    order_number: str
    handle: str
    phone: str
    name: str


def is_same_buyer(one: Whose, other: Whose) -> bool:
    """Tell whether any sign says that both are of one buyer.

    A name alone says so only where one of them is no known customer: two may bear the same.
    """
    signs = ["customer_id", "order_id", "order_number", "handle", "phone"]
    if one.customer_id is None or other.customer_id is None:
        signs.append("name")
    return any(_agree(getattr(one, sign), getattr(other, sign)) for sign in signs)


def _agree(one: int | str | None, other: int | str | None) -> bool:
    return bool(one) and one == other
