"""What the buyer gets: each remedy says whether goods come back, goods go out, money goes back."""

from dataclasses import dataclass

from shopdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way to settle a return, and what moves in it."""

    code: str
    name: str
    goods_back: bool
    goods_out: bool
    money_back: bool


REMEDIES = {
    remedy.code: remedy
    for remedy in (
        Remedy("refund", N_("Refund, goods back"), True, False, True),
        Remedy("refund_only", N_("Refund, keep goods"), False, False, True),
        Remedy("exchange", N_("Exchange"), True, True, False),
        Remedy("repair", N_("Repair"), True, True, False),
        Remedy("missing_part", N_("Send missing part"), False, True, False),
        Remedy("send_back", N_("Send back to the buyer"), True, True, False),
    )
}


def remedy_of(code: str) -> Remedy:
    """Return a remedy by its code; an unknown one, from a newer file, counts as a refund."""
    return REMEDIES.get(code, REMEDIES["refund"])


EXCHANGE_TIMES = {
    "agreed": N_("When it is agreed"),
    "inspected": N_("After the goods were inspected"),
}
"""When an exchange's replacement is opened for packing."""

FREIGHT_PAYERS = {
    "buyer": N_("Buyer pays"),
    "seller": N_("Seller pays"),
    "courier": N_("Courier pays"),
    "platform": N_("Platform pays"),
    "insurance": N_("Freight insurance pays"),
}

REFUND_METHODS = {
    "platform": N_("Through the platform"),
    "original": N_("The way it was paid"),
    "transfer": N_("Bank transfer"),
    "wallet": N_("Alipay or WeChat"),
    "cash": N_("Cash"),
    "voucher": N_("Voucher"),
}
