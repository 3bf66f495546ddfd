"""An order export as a platform would give it, made up for the tour's import."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

_HEADER = (
    "Name",
    "Email",
    "Financial Status",
    "Paid at",
    "Fulfillment Status",
    "Currency",
    "Subtotal",
    "Shipping",
    "Taxes",
    "Total",
    "Created at",
    "Lineitem quantity",
    "Lineitem name",
    "Lineitem price",
    "Lineitem sku",
    "Shipping Name",
    "Shipping Street",
    "Shipping City",
    "Shipping Zip",
    "Shipping Country",
    "Id",
)
_BUYERS = ("Nora Lindqvist", "Tomás Herrera", "Priya Raman", "Elsa Moreau", "Jonas Weber")
_GOODS = (("Linen tea towel", "28.00", "TT-LIN"), ("Oak serving board", "46.00", "SB-OAK"))


def write_export(path: Path, now: datetime) -> None:
    """Write a Shopify export of five orders of the last days."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        for nth, buyer in enumerate(_BUYERS):
            writer.writerow(_row(nth, buyer, now - timedelta(hours=7 * nth + 3)))


def _row(nth: int, buyer: str, at: datetime) -> tuple[str, ...]:
    title, price, sku = _GOODS[nth % len(_GOODS)]
    moment = at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S +0000")
    email = f"{buyer.split(maxsplit=1)[0].casefold()}@example.org"
    return (
        f"#T{9900 + nth}",
        email,
        "paid",
        moment,
        "unfulfilled",
        "USD",
        price,
        "0.00",
        "0.00",
        price,
        moment,
        "1",
        title,
        price,
        sku,
        buyer,
        f"{12 + nth} Harbour Street",
        "Portland",
        f"0410{nth}",
        "US",
        str(7_700_000_000_000 + nth),
    )
