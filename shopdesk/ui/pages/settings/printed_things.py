"""All that is printed: the papers of cases, and the reports; and how each is printed, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from shopdesk.i18n import N_, _
from shopdesk.printing.papers import paper_name
from shopdesk.rules.documents import DOCUMENTS, REPORTS, Document
from shopdesk.rules.label_sheets import LabelSheet
from shopdesk.rules.printing import BUYER, ORDERS, PAPER_LANGUAGES, SHOP
from shopdesk.settings import PaperChoice
from shopdesk.ui.papers.choices import BY_COUNTRY


@dataclass(frozen=True, slots=True)
class Printed:
    """One row of the settings; a report has one language and no order, as it has no cases."""

    code: str
    name: str
    icon: str
    sizes: tuple[str, ...]
    fits_sheets: bool = False
    is_of_cases: bool = True


def _of(document: Document) -> Printed:
    return Printed(
        document.code, document.name, document.icon, document.sizes, document.fits_sheets
    )


_REPORTS = (
    Printed("day_sheet", N_("Day sheet"), "calendar", REPORTS["day_sheet"], is_of_cases=False),
    Printed(
        "month_summary",
        N_("Month summary"),
        "chart-column",
        REPORTS["month_summary"],
        is_of_cases=False,
    ),
)
PRINTED = (*map(_of, DOCUMENTS.values()), *_REPORTS)
"""In the order of a packer's day; reports come last."""

ASKS = N_("Asks for the printer")
_SPOKEN = PAPER_LANGUAGES | {
    BUYER: N_("Buyer's language"),
    SHOP: N_("Program's language"),
}


def summary(printed: Printed, choice: PaperChoice, own_sheets: Sequence[LabelSheet]) -> str:
    """Return on what a document is printed, and how, in one line."""
    said = [_paper(choice, own_sheets)]
    if printed.is_of_cases:
        said.append(_(_SPOKEN[choice.language]) if choice.language in _SPOKEN else "")
        said.append(_(ORDERS[choice.order]) if choice.order in ORDERS else "")
    said.append(choice.printer or _(ASKS))
    return " · ".join(filter(None, said))


def _paper(choice: PaperChoice, own_sheets: Sequence[LabelSheet]) -> str:
    return paper_name(choice.paper, own_sheets) or _(BY_COUNTRY)
