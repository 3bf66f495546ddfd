"""One kept parcel: its number to be written on the box, what is known, what can be done."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from shopdesk.i18n import N_, _
from shopdesk.queries.shelf import ShelfRow
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.rules.sentences import courier_name
from shopdesk.ui.actions import Action, Actions, action_button
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import plain_label, wrapped_label
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.evidence.strip import EvidenceStrip
from shopdesk.ui.pages.desk.answers import when
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:  # the dialog comes with the first match
    from shopdesk.ui.dialogs.parcel_matching import Done, Matched

ACTIONS = {
    "match": Action(N_("&Match to a return…"), "package"),
    "note": Action(N_("&Note…"), "pencil"),
    "let_go": Action(N_("&Let go…"), "trash"),
}


class ShelfDetail(ScrollColumn):
    """Acts on the parcel that was shown last."""

    def __init__(self, bench: Workbench, matched: "Done | None" = None) -> None:
        super().__init__()
        self._bench = bench
        self._tell = matched or self._offer_undo
        self.row: ShelfRow | None = None
        self.parcel_actions = Actions(self, within=True)
        doing: dict[str, Callable[[], None]] = {
            "match": self.match,
            "note": self._change_note,
            "let_go": self._let_go,
        }
        for name, do in doing.items():
            self.parcel_actions.add(name, ACTIONS[name], do, self._why_none)
        self.number = plain_label("", "answer")
        self.facts = Facts(bench.messages.toast)
        self.note_title = plain_label(_("Note"), "heading")
        self.note = wrapped_label("")
        self.strip = EvidenceStrip(bench)
        self._arrange()

    def show_row(self, row: ShelfRow | None) -> None:
        """Show a parcel, or nothing."""
        self.row = row
        self.viewport().setVisible(row is not None)
        self.strip.setEnabled(row is not None)
        self.parcel_actions.refresh()
        if row is not None:
            self._show(row)

    def match(self) -> None:
        """Ask which return the parcel belongs to."""
        from shopdesk.ui.dialogs.parcel_matching import MatchDialog

        if self.row is not None:
            MatchDialog(self._bench, self.row, self._tell, self.window()).open()

    def take_evidence(self, paths: Sequence[Path]) -> None:
        """Add files to the parcel."""
        if self.row is not None:
            self.strip.take(paths)

    def _show(self, row: ShelfRow) -> None:
        self.number.setText(row.number)
        self.facts.set_facts(
            [
                Fact(_("Came"), when(row.came_at, row.timezone)),
                Fact(_("Courier"), courier_name(row.courier, row.courier_name)),
                Fact(_("Waybill"), row.waybill, copy=True),
            ]
        )
        self.note.setText(row.note)
        for widget in (self.note_title, self.note):
            widget.setVisible(bool(row.note))
        self.strip.show_place(EvidencePlace(parcel_id=row.id))

    def _offer_undo(self, matched: "Matched") -> None:
        offer_undo(self._bench, matched.change, matched.sentence)

    def _change_note(self) -> None:
        from shopdesk.ui.dialogs.parcel_note import ParcelNoteDialog

        if self.row is not None:
            ParcelNoteDialog(self._bench, self.row, self.window()).open()

    def _let_go(self) -> None:
        from shopdesk.ui.dialogs.parcel_note import LetGoDialog

        if self.row is not None:
            LetGoDialog(self._bench, self.row, self.window()).open()

    def _why_none(self) -> str:
        return "" if self.row is not None else _("Select a parcel first.")

    def _arrange(self) -> None:
        more = QHBoxLayout()
        more.setSpacing(8)
        for name in ("note", "let_go"):
            more.addWidget(action_button(self.parcel_actions[name]), 1)
        self.body.addWidget(self.number)
        self.body.addWidget(action_button(self.parcel_actions["match"], "primary"))
        self.body.addLayout(more)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.note_title)
        self.body.addWidget(self.note)
        self.body.addWidget(plain_label(_("Photos"), "heading"))
        self.body.addWidget(self.strip)
