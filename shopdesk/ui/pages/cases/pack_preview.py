"""The evidence pack of a case as it will look, to be saved, opened or printed.

PackPreview(bench, case_id, "C-2611-0007", window).open()
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.printing.sizes import PaperSize, report_size
from shopdesk.queries.evidence_pack import EvidencePack, load_evidence_pack
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.reports.paper_preview import PaperPreview
from shopdesk.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class PackPaper:
    """A finished pack of one case."""

    content: bytes
    size: PaperSize
    number: str

    @property
    def file_name(self) -> str:
        """The case's number, and what it is."""
        return f"{self.number}-evidence.pdf"


def draw_pack(pack: EvidencePack, attachments: Path) -> PackPaper:
    """Return the paper; reads every file of the evidence, so it takes a moment for each photo."""
    from shopdesk.printing.evidence_pack import render_evidence_pack

    size = report_size(pack.shop.region)
    return PackPaper(render_evidence_pack(pack, attachments, size), size, pack.case.number)


class PackPreview(PaperPreview):
    """Reads the case once, as it is when the preview is opened."""

    def __init__(self, bench: Workbench, case_id: int, number: str, parent: QWidget) -> None:
        super().__init__(bench, _("Evidence pack {number}").format(number=number), parent)
        self._bench = bench
        self.expect()
        bench.operations.query((id(self), "pack"), partial(_read_pack, case_id), self._draw)

    def _draw(self, pack: EvidencePack) -> None:
        draw = partial(draw_pack, pack, self._bench.desk.folder.attachments)
        self._bench.operations.work((id(self), "draw"), draw, self.show_paper, self._refused)

    def _refused(self, error: ShopDeskError) -> None:
        """Close, for there is nothing to show, and say why."""
        self.reject()
        self._bench.messages.refuse(error.sentence)


def _read_pack(case_id: int, reader: Reader) -> EvidencePack:
    return load_evidence_pack(reader, case_id, datetime.now(UTC))
