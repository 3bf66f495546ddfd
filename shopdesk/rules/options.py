"""What choosing an option of a complaint does: nothing but words, money, goods, a case."""

from dataclasses import dataclass

from shopdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class Deed:
    """One kind of way out; `opens` is the kind of case that it opens, `remedy` that of a return.

    `books` is a key of rules.costs.COST_KINDS where money is paid without a return.
    """

    code: str
    name: str
    opens: str = ""
    remedy: str = ""
    books: str = ""
    has_amount: bool = False


DEEDS = {
    deed.code: deed
    for deed in (
        Deed("explain", N_("Explain or ask, nothing else")),
        Deed("ask_courier", N_("Ask the courier and report back")),
        Deed("reship", N_("Send the goods again"), opens="reshipment"),
        Deed("refund", N_("Refund, goods kept"), "return", "refund_only", has_amount=True),
        Deed("return_refund", N_("Refund, goods back"), "return", "refund"),
        Deed("exchange", N_("Exchange"), "return", "exchange"),
        Deed("repair", N_("Repair"), "return", "repair"),
        Deed("missing_part", N_("Send the missing part"), "return", "missing_part"),
        Deed("compensate", N_("Compensation"), books="compensation", has_amount=True),
        Deed("call_back", N_("Call back")),
    )
}
