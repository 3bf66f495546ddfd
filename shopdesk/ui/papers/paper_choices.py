"""What a document may be printed on, as a field of choices offers it."""

from collections.abc import Sequence

from shopdesk.i18n import _
from shopdesk.printing.papers import paper_name
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.rules.label_sheets import PRESETS, LabelSheet


def paper_choices(
    sizes: Sequence[str], own_sheets: Sequence[LabelSheet], *, fits_sheets: bool
) -> list[tuple[str, str]]:
    """Return papers by code with their names: the sizes, the shop's own sheets, those sold."""
    sheets = (*(sheet.code for sheet in own_sheets), *PRESETS) if fits_sheets else ()
    named = [(code, _(PAPER_SIZES[code].name)) for code in sizes]
    return [*named, *((code, paper_name(code, own_sheets)) for code in sheets)]
