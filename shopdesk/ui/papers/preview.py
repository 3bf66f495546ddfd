"""Papers as they will look, and the ways to get them onto paper.

open_paper(bench, "return_slip", [case_id])    # or those of many cases
open_paper(bench, "address_label", ids, save=True)
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog

from shopdesk.settings import PaperChoice
from shopdesk.ui.workbench import Workbench


def open_paper(
    bench: Workbench,
    document: str,
    case_ids: Sequence[int],
    *,
    save: bool = False,
    choice: PaperChoice | None = None,
) -> "PaperDialog":
    """Show a document of some cases over the window, and go on; `case_ids` is not empty.

    With `save` it asks for the file as soon as the papers are there. A `choice` stands instead
    of the remembered one, as for a paper that is printed again.
    """
    raise NotImplementedError


class PaperDialog(QDialog):
    """Preview at the left; what is chosen and what to do at the right."""
