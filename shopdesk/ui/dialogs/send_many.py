"""Sending many at once: numbers with their waybills, pasted or from a file, looked at, written."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.sending import Judged, judge_pairs
from shopdesk.rules.sending import read_pairs
from shopdesk.services.drafts import DispatchDraft
from shopdesk.ui.base.fields import NoteField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.labels import link_button, plain_label, plain_tooltip
from shopdesk.ui.base.list_table import ListTable
from shopdesk.ui.base.table_file import ask_table_file
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.dialogs.pair_rows import PAIR_COLUMNS, PairLine, count_text, pair_line
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 980
_TEXT_PX = 132
_TABLE_PX = 250
_MAX_LENGTH = 200_000
_LABEL = N_("{n} parcels sent.")


class SendManyDialog(FormDialog):
    """Good lines are sent in one change; the others stay in the box to be put right."""

    def __init__(self, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent, _("Send many"), _("&Send"))
        self.setMinimumWidth(_WIDTH_PX)
        self._bench = bench
        self._judged: list[Judged] = []
        hint = _("One a line: number of the reshipment or order, waybill, courier if you like.")
        self.text = self.form.add("text", N_("&Numbers"), NoteField(_MAX_LENGTH), hint)
        self.text.setFixedHeight(_TEXT_PX)
        self.form.add_row(link_button(_("Choose a file…"), self._choose))
        self.table: ListTable[Judged, PairLine] = ListTable(PAIR_COLUMNS, _("Taken for"))
        self.table.view.setFixedHeight(_TABLE_PX)
        self.form.add_row(self.table.view)
        self.count = plain_label("", "muted")
        self.form.add_row(self.count)
        self.form.settle()
        self.text.changed.connect(self._judge)
        self._judge()

    def take_lines(self, lines: str) -> None:
        """Put lines in as if they had been pasted."""
        self.text.set_value(lines)

    def save(self) -> None:
        """Send what was understood; it is judged once more by the write itself."""
        good = self._good

        def work(session: Session) -> object:
            return services.sending.send_many(
                session,
                [
                    services.sending.Outgoing(
                        each.case_id,
                        each.version,
                        each.reshipment,
                        DispatchDraft(each.courier, each.pair.waybill),
                    )
                    for each in good
                ],
            )

        self._bench.operations.write(_LABEL, work, self._sent, self.refused)

    def refused(self, error: ShopDeskError) -> None:
        """Say what is wrong; only what can be sent is let through."""
        super().refused(error)
        self._allow()

    def _sent(self, done: object, change: Change) -> None:
        """Offer to take it back; what was not sent is left in the box."""
        sent = set(getattr(done, "done", ()))
        if sent:
            words = ngettext("{n} parcel sent.", "{n} parcels sent.", len(sent))
            offer_undo(self._bench, change, words.format(n=len(sent)))
        left = [each.pair.text for each in self._judged if not _is_sent(each, sent)]
        if not left:
            self.saved(done, change)
            return
        self.text.set_value("\n".join(left))

    def _judge(self) -> None:
        pairs = read_pairs(self.text.value())

        def judge(reader: Reader) -> list[Judged]:
            return judge_pairs(reader, pairs)

        self._bench.operations.query((id(self), "pairs"), judge, self._show)

    def _show(self, judged: list[Judged]) -> None:
        self._judged = judged
        self.table.show_items(judged, pair_line)
        self.count.setText(count_text(judged))
        self._allow()

    @property
    def _good(self) -> list[Judged]:
        return [each for each in self._judged if each.verdict == "sends"]

    def _allow(self) -> None:
        """Let it be written if any line can be sent; else the button says why not."""
        why = "" if self._good else _("No line can be sent. The table says why.")
        self.save_button.setEnabled(not why)
        self.save_button.setToolTip(plain_tooltip(why) if why else "")

    def _choose(self) -> None:
        ask_table_file(self, self._open)

    def _open(self, path: Path) -> None:
        """Read a file beside the window, and put its lines in the box."""
        job = partial(lines_of, path)
        self._bench.operations.work((id(self), "file"), job, self.take_lines, self.refused)


def lines_of(path: Path) -> str:
    """Return the rows of a file's first table as lines; raises ShopDeskError if it is none."""
    from shopdesk.importing.opening import open_tables

    rows = (cells for table in open_tables(path)[:1] for _line, cells in table.rows())
    return "\n".join("\t".join(cell.strip() for cell in cells).strip() for cells in rows)


def _is_sent(judged: Judged, sent: set[int]) -> bool:
    return judged.verdict == "sends" and judged.case_id in sent
