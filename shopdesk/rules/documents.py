"""The papers that ShopDesk makes of cases, and what each may be printed on."""

from collections.abc import Callable
from dataclasses import dataclass

from shopdesk.i18n import N_, ngettext

LABELS = ("100x150", "100x100", "76x130", "60x40", "4x6in")
"""Sizes of a label printer's roll."""

SHEETS = ("A6", "A5", "A4", "letter")
"""Sizes that are cut."""

EVERY_SIZE = LABELS + SHEETS
_WIDE = ("A4", "letter", "A5", "A6", "100x150", "4x6in")
_LARGE = ("A4", "letter")


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of paper.

    `kind` is the kind of case that has it, empty for any; `sizes` are the codes that it may be
    printed on, the usual one first. One that `joins` stands on a paper with others: many cases
    make one list. One that `fits_sheets` may also go onto sheets of labels. What is `awaited` can
    be in the queue by itself until it is printed, and `is_usual` where most shops want that.
    """

    code: str
    name: str
    counted: Callable[[int], str]
    kind: str
    sizes: tuple[str, ...]
    icon: str
    fits_sheets: bool = False
    awaited: bool = False
    is_usual: bool = False
    joins: bool = False


DOCUMENTS = {
    document.code: document
    for document in (
        Document(
            "return_slip",
            N_("Return slip"),
            lambda n: ngettext("{n} return slip", "{n} return slips", n).format(n=n),
            "return",
            EVERY_SIZE,
            "file-text",
            fits_sheets=True,
            awaited=True,
            is_usual=True,
        ),
        Document(
            "packing_slip",
            N_("Packing slip"),
            lambda n: ngettext("{n} packing slip", "{n} packing slips", n).format(n=n),
            "reshipment",
            EVERY_SIZE,
            "package",
            fits_sheets=True,
            awaited=True,
            is_usual=True,
        ),
        Document(
            "address_label",
            N_("Address label"),
            lambda n: ngettext("{n} address label", "{n} address labels", n).format(n=n),
            "reshipment",
            EVERY_SIZE,
            "tag",
            fits_sheets=True,
            awaited=True,
        ),
        Document(
            "return_label",
            N_("Return address label"),
            lambda n: ngettext("{n} return address label", "{n} return address labels", n).format(
                n=n
            ),
            "return",
            EVERY_SIZE,
            "tag",
            fits_sheets=True,
        ),
        Document(
            "inspection_sheet",
            N_("Inspection sheet"),
            lambda n: ngettext("{n} inspection sheet", "{n} inspection sheets", n).format(n=n),
            "return",
            _WIDE,
            "list",
        ),
        Document(
            "packing_list",
            N_("Packer's list"),
            lambda n: ngettext(
                "Packer's list of {n} parcel", "Packer's list of {n} parcels", n
            ).format(n=n),
            "reshipment",
            _WIDE,
            "list",
            joins=True,
        ),
        Document(
            "evidence_pack",
            N_("Evidence pack"),
            lambda n: ngettext("{n} evidence pack", "{n} evidence packs", n).format(n=n),
            "",
            _LARGE,
            "file-text",
        ),
    )
}
"""Every paper of cases by its code, in the order in which a packer needs them."""

AWAITED = tuple(document.code for document in DOCUMENTS.values() if document.awaited)
"""What can join the queue by itself."""

REPORTS = {"day_sheet": _LARGE, "month_summary": _LARGE}
"""What is printed of no case, and its sizes."""

ALIKE = tuple(document.code for document in DOCUMENTS.values() if document.fits_sheets)
"""Slips and labels, which may all be printed the same way."""
