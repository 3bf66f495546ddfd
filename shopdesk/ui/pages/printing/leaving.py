"""What leaves the queue without being printed here: by hand, taken out, or never put in again."""

from PySide6.QtCore import QObject

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _, ngettext
from shopdesk.printing.making import OUT
from shopdesk.rules.documents import AWAITED, DOCUMENTS
from shopdesk.services.paper_drafts import PrintedDraft
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.printing.state import QueueState
from shopdesk.ui.workbench import Workbench

DROP, MARK, BY_ITSELF = "not_needed", "mark_printed", "not_by_itself"
_DROP = Action(N_("Not needed"), "x", "Delete", N_("Take what was put here by hand out again"))
_MARK = Action(
    N_("Mark as printed"),
    "check",
    "",
    N_("The ticked ones leave the queue: they were printed elsewhere, or are not wanted"),
)
_BY_ITSELF = Action(
    N_("Do not queue these by themselves"),
    "",
    "",
    N_("From now on they stand here only where somebody puts them"),
)
_ONLY_WISHES = N_(
    "Only what was put here by hand can be taken out. Mark the others as printed if they are not"
    " to be printed here."
)
_NONE_TICKED = N_("Tick what is to be marked.")
_NEVER_BY_ITSELF = N_("These stand here only where somebody puts them.")
_DROPPED = N_("Taken out of the queue")


class Leaving(QObject):
    """Puts its actions among those of the page; they act on what `state` says is shown."""

    def __init__(self, bench: Workbench, state: QueueState, actions: Actions) -> None:
        super().__init__()
        self._bench, self._state = bench, state
        self.setParent(actions.add(DROP, _DROP, self._drop, self._why_not_drop))
        actions.add(MARK, _MARK, self._mark, self._why_not_mark)
        actions.add(BY_ITSELF, _BY_ITSELF, self._keep_out, self._why_not_keep_out)

    @property
    def _shown(self) -> str:
        return self._state.queue.shown

    def _drop(self) -> None:
        document, ids = self._shown, self._state.selected_wishes()

        def work(session: Session) -> None:
            services.printing.drop_wishes(session, document, ids)

        self._bench.operations.write(_DROPPED, work, self._dropped)

    def _dropped(self, _value: object, change: Change) -> None:
        offer_undo(self._bench, change, _(_DROPPED))

    def _mark(self) -> None:
        ids = self._state.ticked(self._shown)
        draft = PrintedDraft(self._shown, ids, paper="", language="", printer="", way="hand")

        def work(session: Session) -> int:
            return services.printing.mark_printed(session, draft)

        self._bench.operations.write(OUT["hand"], work, self._marked)

    def _marked(self, count: int, change: Change) -> None:
        if count:
            words = ngettext(
                "{n} paper is marked as printed.", "{n} papers are marked as printed.", count
            )
            offer_undo(self._bench, change, words.format(n=count))

    def _keep_out(self) -> None:
        document = self._shown
        try:
            self._bench.desk.settings.choose_paper(document, waits="no")
        except ShopDeskError as error:
            self._bench.messages.refuse(error.sentence)
            return
        self._bench.operations.changed.emit(Change(None, ""))
        words = _(
            "{document}: no longer queued by itself. Settings, Paper and printers, queues it again."
        )
        self._bench.messages.remark(words.format(document=_(DOCUMENTS[document].name)))

    def _why_not_drop(self) -> str:
        return "" if self._state.selected_wishes() else _(_ONLY_WISHES)

    def _why_not_mark(self) -> str:
        return "" if self._state.ticked(self._shown) else _(_NONE_TICKED)

    def _why_not_keep_out(self) -> str:
        can = self._shown in AWAITED and self._shown in self._state.awaited
        return "" if can else _(_NEVER_BY_ITSELF)
