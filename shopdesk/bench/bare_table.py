"""The least that a Qt table model in Python can be: ready strings, and nothing else."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ROOT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class BareModel(QAbstractTableModel):
    """Gives the text of each cell; every role but the text is nothing."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns the first row has."""
        return 0 if parent.isValid() or not self._rows else len(self._rows[0])

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt asks for all
        """Return the text of a cell."""
        if role == _DISPLAY:
            return self._rows[index.row()][index.column()]
        return None
