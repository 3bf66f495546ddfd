"""How papers reach people: languages, orders, ways; codes and their names."""

from shopdesk.i18n import BOTH as BOTH_LANGUAGES
from shopdesk.i18n import LANGUAGES, N_
from shopdesk.rules.languages import buyers_language

BUYER, SHOP, BOTH = "buyer", "shop", BOTH_LANGUAGES
PAPER_LANGUAGES = {
    BUYER: N_("The buyer's"),
    SHOP: N_("The program's"),
    BOTH: N_("Chinese and English"),
    **LANGUAGES,
}
"""What a person may choose as the words of a paper."""

ORDERS = {
    "oldest": N_("Oldest first"),
    "courier": N_("By courier"),
    "goods": N_("By goods, the same ones together"),
    "number": N_("By number"),
    "buyer": N_("By buyer"),
}
"""In which order many papers come out of the printer."""

WAYS = {
    "printer": N_("printed"),
    "file": N_("saved as PDF"),
    "viewer": N_("opened as PDF"),
    "hand": N_("marked as printed"),
}
"""How a paper left the program; by hand where a person said that it is not to be printed here."""

DOTS, DRAWING = "dots", "drawing"
MANNERS = {
    DOTS: N_("Dot for dot (label printers)"),
    DRAWING: N_("As a drawing"),
}
"""How a printer gets a paper: drawn here in its own dots, or left to the system."""

LABEL_DPI = (203, 300)
"""Dots per inch of label printers; codes are whole dots of one of them."""


def spoken(language: str, buyers: str, region: str, shops: str) -> str:
    """Return a language of the program, or BOTH, for a key of PAPER_LANGUAGES.

    `buyers` and `region` are those of the slip's shop, `shops` is what the program speaks.
    """
    if language == BUYER:
        return buyers_language(buyers, region)
    if language == SHOP:
        return shops if shops in LANGUAGES else "en"
    return language


def manner_for(chosen: str, *, is_label: bool) -> str:
    """Return how a printer gets its papers: as chosen, else dots where it prints labels."""
    return chosen or (DOTS if is_label else DRAWING)
