"""What can be done with the chosen case of any kind; buttons, menu and keys share its actions.

class ReshipmentActions(StepActions[ReshipmentDetail]):
    steps = STEPS
    names = {**COMMON, "wait_note": Action(N_("Why it &waits…"), "clock")}
    entries = ("", "add_note", HAND_OVER, ...)

    def next_code(self): ...       # the one step that moves it on; empty if none does
    def other_codes(self): ...     # the steps that stand in the menu
    def take(self, code): ...
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import ClassVar, Generic, TypeVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.return_detail import ParcelRow
from shopdesk.rules.states import Step
from shopdesk.ui.actions import Action, Actions, DeskAction, Group, WhyNot
from shopdesk.ui.base.web import open_tracking
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.pages.cases.shown_actions import EVIDENCE_PACK, HAND_OVER, add_shown
from shopdesk.ui.workbench import Workbench

NEXT = "next_step"
COMMON = {
    "add_note": Action(N_("Add &note…"), "pencil"),
    "deadline": Action(N_("Platform's &deadline…"), "clock"),
    "copy_number": Action(N_("&Copy number"), "copy"),
    "copy_order": Action(N_("Copy &order number"), "copy"),
}

Doing = Mapping[str, tuple[Callable[[], None], WhyNot]]
"""What an action does, and why it cannot be done now."""

CaseT = TypeVar("CaseT", bound=ShownCase)


class StepActions(Generic[CaseT]):
    """Acts on the case that was shown last, in the version that was seen."""

    steps: ClassVar[Mapping[str, Step]]
    names: ClassVar[Mapping[str, Action]] = COMMON
    entries: ClassVar[tuple[str | Group, ...]]
    """The menu under the steps."""
    opens: ClassVar[tuple[str, ...]] = ()
    """What of SHOWN the kind has, besides handing over and the evidence pack."""
    none_chosen: ClassVar[str] = N_("Select a case first.")
    finished: ClassVar[str] = N_("This case is finished. The menu beside can reopen it.")

    def __init__(self, bench: Workbench, page: QWidget) -> None:
        self._bench = bench
        self._page = page
        self.found: CaseT | None = None
        self._awaited: tuple[int, str] | None = None
        self.actions = Actions(page)
        self.actions.add(NEXT, Action(N_("Next step")), self.take_next, self._why_no_next)
        for code, step in self.steps.items():
            self.actions.add(code, Action(step.name), partial(self.take, code), self.why_none)
        for name, (do, why_not) in {**self._common(), **self.doing()}.items():
            self.actions.add(name, self.names[name], do, why_not)
        of_all = (HAND_OVER, EVIDENCE_PACK, *self.opens)
        add_shown(of_all, bench, page, self.actions, lambda: self.found)

    def show(self, found: CaseT | None) -> None:
        """Act on another case from now on."""
        self.found = found
        self.refresh()
        self._take_awaited()

    def take_once_shown(self, case_id: int, code: str) -> None:
        """Take a step on a case as soon as it is the one that is shown; another page asks so."""
        self._awaited = (case_id, code)
        self._take_awaited()

    def refresh(self) -> None:
        """Name the next step anew, and ask what is possible."""
        name = self.next_name()
        self.next.setText(_("{step}  ⏎").format(step=name) if name else _("Nothing left to do"))
        self.actions.refresh()

    @property
    def next(self) -> DeskAction:
        """The one step that moves the case on."""
        return self.actions[NEXT]

    def menu(self, parent: QWidget, *, with_next: bool = False) -> QMenu:
        """Return what can be done now, the steps first; the next one has a button of its own."""
        first = (NEXT,) if with_next and self.next_code() else ()
        return self.actions.menu((*first, *self.other_codes(), *self.entries), parent)

    # -- what a kind declares --------------------------------------------------------------

    def next_code(self) -> str:
        """Return the code of the step that moves the case on; empty if there is none."""
        raise NotImplementedError

    def other_codes(self) -> Iterable[str]:
        """Return the codes of the other steps that can be taken now."""
        raise NotImplementedError

    def take(self, code: str) -> None:
        """Take a step on the shown case, if there is one."""
        raise NotImplementedError

    def doing(self) -> Doing:
        """Return what the kind can do besides; `names` holds the words."""
        return {}

    def next_name(self) -> str:
        """Return what the button of the next step says."""
        code = self.next_code()
        return _(self.steps[code].name) if code else ""

    def take_next(self) -> None:
        """Take the step that moves the case on, if there is one."""
        code = self.next_code()
        if code:
            self.take(code)

    def why_none(self) -> str:
        """Return why nothing can be done: no case is chosen."""
        return "" if self.found is not None else _(self.none_chosen)

    def track(self, parcel: ParcelRow) -> None:
        """Look a parcel up on its courier's page, in the browser."""
        open_tracking(parcel.tracking_url, parcel.waybill)

    def copy(self, text: str) -> None:
        """Put a text where it can be pasted from, and say so."""
        QGuiApplication.clipboard().setText(text)
        self._bench.messages.toast(_("Copied: {value}").format(value=" ".join(text.split())))

    # -- inside ----------------------------------------------------------------------------

    def _take_awaited(self) -> None:
        if self._awaited is not None and self.found is not None:
            case_id, code = self._awaited
            if case_id == self.found.id:
                self._awaited = None
                self.take(code)

    def _common(self) -> Doing:
        return {
            "add_note": (self._note, self.why_none),
            "deadline": (self._deadline, self._why_no_deadline),
            "copy_number": (self._copy_number, self.why_none),
            "copy_order": (self._copy_order, self._why_no_order),
        }

    def _note(self) -> None:
        from shopdesk.ui.dialogs.note import NoteDialog

        if self.found is not None:
            NoteDialog(self._bench, self.found, self._page.window()).open()

    def _deadline(self) -> None:
        from shopdesk.ui.dialogs.deadline import DeadlineDialog

        if self.found is not None:
            DeadlineDialog(self._bench, self.found, self._page.window()).open()

    def _copy_number(self) -> None:
        if self.found is not None:
            self.copy(self.found.number)

    def _copy_order(self) -> None:
        if self.found is not None:
            self.copy(self.found.order_number)

    def _why_no_next(self) -> str:
        if self.why_none() or self.next_code():
            return self.why_none()
        return _(self.finished)

    def _why_no_deadline(self) -> str:
        if self.found is not None and self.found.due_at is None:
            return _("This case waits for nothing now, so it has no deadline.")
        return self.why_none()

    def _why_no_order(self) -> str:
        if self.found is not None and not self.found.order_number:
            return _("No order number is known.")
        return self.why_none()
