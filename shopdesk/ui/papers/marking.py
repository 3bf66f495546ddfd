"""Papers that are out, remembered as one change that can be taken back."""

from collections.abc import Callable

from shopdesk import services
from shopdesk.i18n import N_
from shopdesk.services.paper_drafts import PrintedDraft
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.papers.making import MadeLot
from shopdesk.ui.workbench import Workbench

_LABELS = {
    "printer": N_("Papers printed"),
    "file": N_("Papers saved as PDF"),
    "viewer": N_("Papers opened as PDF"),
}


def mark(
    bench: Workbench,
    made: MadeLot,
    way: str,
    done: Callable[[Change], None],
    printer: str = "",
) -> None:
    """Remember that papers left the program in a way of rules.printing's WAYS.

    Labels of a sheet count as used from then on, too.
    """
    draft = PrintedDraft(
        document=made.wanted.document,
        case_ids=made.case_ids,
        paper=made.wanted.choice.paper or made.paper.size.code,
        language=made.wanted.choice.language,
        printer=printer,
        way=way,
        pages=made.paper.pages,
    )

    def work(session: Session) -> None:
        services.printing.mark_printed(session, draft)

    _move_on(bench, made)
    bench.operations.write(_LABELS[way], work, lambda _value, change: done(change))


def _move_on(bench: Workbench, made: MadeLot) -> None:
    settings = bench.desk.settings
    if made.sheet is not None:
        settings.change(starts={**settings.now.starts, made.sheet.code: made.next_start})
