"""Painting one page of the list anew, beside the same text in a model of constants."""

import os
from collections.abc import Iterator
from itertools import islice
from typing import Any

from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from shopdesk.bench.bare_table import BareModel
from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import Measure, Sample, timed
from shopdesk.i18n import _
from shopdesk.queries.returns import find_return_ids, load_return_rows
from shopdesk.ui.base.id_table import IdTableModel
from shopdesk.ui.base.table_view import IdTableView
from shopdesk.ui.pages.returns.columns import RETURN_COLUMNS
from shopdesk.ui.skin import Skin
from shopdesk.ui.theme import ROW_HEIGHT_PX

PAINT_RATIO = 1.3
ROWS = 100
SIZE_PX = (1100, 32 * ROW_HEIGHT_PX)


def paint_measures(ground: Ground) -> Iterator[Measure]:
    """Yield the repaint of about 32 rows; both tables wear the same theme and widths."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)  # noqa: S101 - the bench has no other kind
    skin = Skin(application)
    skin.wear("light")
    ids = list(islice(find_return_ids(ground.reader, "all"), ROWS))
    model = IdTableModel(RETURN_COLUMNS, lambda wanted: load_return_rows(ground.reader, wanted))
    model.set_ids(ids)
    ours = IdTableView(model, RETURN_COLUMNS, _("Returns"))
    bare = _bare_table(model)
    yield Measure(
        "repaint", _("A page painted anew"), _repaint(ours), _repaint(bare), PAINT_RATIO, rounds=25
    )


def _bare_table(model: IdTableModel[Any]) -> QTableView:
    cells = [[model.cell(row, n)[0] for n in range(model.columnCount())] for row in range(ROWS)]
    table = QTableView()
    constants = BareModel(cells)
    constants.setParent(table)
    table.setModel(constants)
    table.setShowGrid(False)
    table.setWordWrap(False)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(ROW_HEIGHT_PX)
    for n, column in enumerate(RETURN_COLUMNS):
        table.horizontalHeader().resizeSection(n, column.width_px)
    return table


def _repaint(table: QTableView) -> Sample:
    table.resize(*SIZE_PX)
    table.show()
    QApplication.processEvents()
    return timed(table.viewport().repaint)
