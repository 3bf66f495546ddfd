"""Papers that are out, remembered as one change that can be taken back."""

from collections.abc import Callable
from contextlib import suppress

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.printing.making import OUT, MadeLot, printed
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.workbench import Workbench


def mark(
    bench: Workbench,
    made: MadeLot,
    way: str,
    done: Callable[[int, Change], None],
    printer: str = "",
) -> None:
    """Remember that papers left the program in a way of rules.printing's WAYS.

    `done` hears of how many cases they are; of none nothing is remembered, and it hears nothing.
    Labels of a sheet count as used from then on, too.
    """
    draft = printed(made, way, printer)

    def work(session: Session) -> int:
        return services.printing.mark_printed(session, draft)

    def tell(count: int, change: Change) -> None:
        if count:
            done(count, change)

    bench.operations.write(OUT[way], work, tell)
    _move_on(bench, made)


def _move_on(bench: Workbench, made: MadeLot) -> None:
    if made.sheet is not None:
        with suppress(ShopDeskError):  # only a convenience: the next sheet begins where it says
            bench.desk.settings.begin_labels(made.sheet.code, made.next_start)
