"""The packing list: what to pack now, confirmed by scans, sent with Enter; no mouse needed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.packing import PackRow, load_packing
from shopdesk.queries.reshipments import ReshipmentRow, load_reshipment
from shopdesk.rules.reshipments import STEPS
from shopdesk.rules.scanning import read_code
from shopdesk.ui.actions import Action, Actions, DeskAction, action_button
from shopdesk.ui.base.empty import Empty
from shopdesk.ui.base.labels import plain_label, wrapped_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.desk import Change
from shopdesk.ui.dialogs.reshipment_steps import ReshipmentSteps
from shopdesk.ui.pages.cases.waiting_papers import PACKING, PRINT_SLIPS, WaitingPapers
from shopdesk.ui.pages.desk.box import DeskBox
from shopdesk.ui.pages.packing.list import PackList
from shopdesk.ui.theme import Tone
from shopdesk.ui.workbench import Workbench

_ALL_DONE = N_("Nothing is left to pack or to send.")
PRINT_LABELS, PRINT_LIST = "print_labels", "print_list"
_LEAVING = N_("All parcels that can leave now")
LABELS_ACTION = Action(N_("Print labels"), "tag", "", _LEAVING)
LIST_ACTION = Action(N_("Packer's list"), "list", "", _LEAVING)
_KEYS = N_("Scan a slip to confirm it as packed · ↑ ↓ choose · Enter packs, then sends")


class PackingPage(QWidget):
    """A scan of a slip packs; of a packed one, or of a waybill, it opens the form for sending."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._stale = False
        self.rows: list[PackRow] = []
        self._steps = ReshipmentSteps(bench, self)
        self.box = DeskBox()
        self.box.setPlaceholderText(_("Scan or type: packing slip, order number, waybill"))
        self.count = wrapped_label("", "muted")
        self._page_actions = Actions(self)
        self.slips = WaitingPapers(bench, self._page_actions, PACKING)
        self._labels = self._add_paper(PRINT_LABELS, LABELS_ACTION, "address_label")
        self._add_paper(PRINT_LIST, LIST_ACTION, "packing_list")
        self.said = Notice(_(_KEYS), "accent")
        self.list = PackList(self.take)
        self.empty = Empty("package", _(_ALL_DONE))
        self._arrange()
        self.setFocusProxy(self.box)
        self.box.scanned.connect(self.take_scan)
        self.box.confirmed.connect(self._take_chosen)
        self.box.moved.connect(self.list.step)
        bench.operations.changed.connect(self._follow)
        self._read()

    def open_record(self, case_id: int) -> None:
        """Choose a reshipment that another page leads here with."""
        self.list.choose(case_id)

    def take_scan(self, text: str) -> None:
        """Pack what a scan names; send it if it is packed, or with the waybill that was scanned."""
        found = [row for row in self.rows if row.answers_to(text)]
        if len(found) == 1:
            self.list.choose(found[0].id)
            self.take(found[0].id)
        elif found:
            self._say(_("Several reshipments are for this order. Choose one with ↑ ↓."), "wait")
            self.list.choose(found[0].id)
        else:
            self._take_waybill(text)

    def take(self, case_id: int) -> None:
        """Confirm a reshipment as packed, or ask for its waybill if it is."""
        goods = self._fresh(case_id)
        if goods is not None:
            step = STEPS["pack" if goods.state == "to_pack" else "send"]
            self._steps.take(goods, step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._bench.guide.go("reshipments")
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while the page was not seen."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _take_waybill(self, text: str) -> None:
        """Send the chosen parcel, if it is packed, with a waybill that is no number of ours."""
        chosen, waybill = self.list.chosen, read_code(text).as_waybill
        if chosen is None or not waybill or not chosen.is_packed:
            self._say(_("Nothing on this list is called {code}.").format(code=text), "late")
            return
        goods = self._fresh(chosen.id)
        if goods is not None:
            self._send_with(goods, waybill)

    def _send_with(self, goods: ReshipmentRow, waybill: str) -> None:
        from shopdesk.ui.dialogs.send_goods import SendGoodsDialog

        dialog = SendGoodsDialog(self._bench, goods, self.window())
        dialog.waybill.set_value(waybill)
        dialog.open()

    def _take_chosen(self) -> None:
        if self.list.chosen is not None:
            self.take(self.list.chosen.id)

    def _fresh(self, case_id: int) -> ReshipmentRow | None:
        with self._bench.desk.reading() as reader:
            return load_reshipment(reader, case_id)

    def _follow(self, _change: Change) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        self._bench.operations.query((id(self), "packing"), load_packing, self._show)

    def _show(self, rows: list[PackRow]) -> None:
        self.rows = rows
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.count.setText(_counted(rows))
        self._name_labels()
        self._say(_(_KEYS), "accent")

    def _name_labels(self) -> None:
        count = len(self._to_label)
        words = ngettext("Print label ({n})", "Print labels ({n})", count).format(n=count)
        self._labels.setText(words)
        self._page_actions.refresh()

    @property
    def _to_label(self) -> list[int]:
        """What is on the list and can leave."""
        return [row.id for row in self.rows if not row.wait_note]

    def _add_paper(self, name: str, action: Action, document: str) -> DeskAction:
        show = partial(self._print, document)
        return self._page_actions.add(name, action, show, self._why_no_labels)

    def _print(self, document: str) -> None:
        from shopdesk.ui.papers.preview import open_paper

        open_paper(self._bench, document, self._to_label)

    def _why_no_labels(self) -> str:
        return "" if self._to_label else _(_ALL_DONE)

    def _say(self, sentence: str, tone: Tone) -> None:
        self.said.set_text(sentence, tone)

    def _arrange(self) -> None:
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(plain_label(_("Packing list"), "title"))
        named.addWidget(self.count)
        head = QHBoxLayout()
        head.addLayout(named, 1)
        for name in (PRINT_SLIPS, PRINT_LABELS, PRINT_LIST):
            head.addWidget(action_button(self._page_actions[name]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        for widget in (self.box, self.said):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)


def _counted(rows: Sequence[PackRow]) -> str:
    """Say how many are to be packed and to be sent, and how many of them cannot be yet."""
    packed, held = sum(row.is_packed for row in rows), sum(bool(row.wait_note) for row in rows)
    said = [
        (ngettext("{n} to pack", "{n} to pack", len(rows) - packed), len(rows) - packed),
        (ngettext("{n} packed, to send", "{n} packed, to send", packed), packed),
    ]
    if held:
        said.append((ngettext("{n} of them waits", "{n} of them wait", held), held))
    return " · ".join(text.format(n=n) for text, n in said)
