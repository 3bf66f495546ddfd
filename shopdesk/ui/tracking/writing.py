"""Writing events down, the same from every form."""

from collections.abc import Sequence
from functools import partial

from shopdesk import services
from shopdesk.i18n import N_, _, ngettext
from shopdesk.rules.tracking import ReadEvent
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.tracking.of import TrackingOf
from shopdesk.ui.workbench import Workbench

ADDED = N_("Tracking events added.")


def write_events(
    bench: Workbench,
    of: TrackingOf,
    events: Sequence[ReadEvent],
    source: str,
    dialog: FormDialog,
) -> None:
    """Add events to a parcel; the form closes, or shows why not."""

    def work(session: Session) -> int:
        added: int = services.tracking.add_events(session, of.parcel.id, tuple(events), source)
        return added

    done = partial(_done, bench, of, dialog)
    bench.operations.write(ADDED, work, done, dialog.refused)


def _done(
    bench: Workbench, of: TrackingOf, dialog: FormDialog, added: object, change: Change
) -> None:
    dialog.accept()
    if change.id is None:
        bench.messages.toast(_("All of this was known already."))
        return
    count = int(str(added))
    words = ngettext("{n} tracking event added.", "{n} tracking events added.", count)
    sentence = _("{number}: {done}").format(number=of.number, done=words.format(n=count))
    offer_undo(bench, change, sentence)
