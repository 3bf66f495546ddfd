"""What was found, in groups under headings; the keyboard's focus stays in the box."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QWidget

from shopdesk.queries.everything import Everything, FoundThing
from shopdesk.ui.search.painting import FoundDelegate, HeadingRow, Row, ThingRow
from shopdesk.ui.search.wording import heading, heading_note, shown

Index = QModelIndex | QPersistentModelIndex
_ENABLED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FoundModel(QAbstractListModel):
    """The rows of an answer; headings cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._things: dict[int, FoundThing] = {}

    def show(self, answer: Everything) -> None:
        """Hold another answer."""
        self.beginResetModel()
        self.rows = []
        self._things = {}
        for group in answer.groups:
            self.rows.append(HeadingRow(heading(group), heading_note(group)))
            for thing in group.things:
                self._things[len(self.rows)] = thing
                self.rows.append(ThingRow(shown(thing)))
        self.endResetModel()

    def thing(self, row: int) -> FoundThing | None:
        """Return what stands in a row; None for a heading."""
        return self._things.get(row)

    @property
    def choices(self) -> list[int]:
        """The rows that can be chosen."""
        return list(self._things)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are, headings too."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only things be chosen."""
        return _ENABLED if index.row() in self._things else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return a row as one line."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.rows[index.row()].spoken


class ResultList(QListView):
    """Led by `step` from the box, and by the mouse."""

    opened = Signal(object)
    """A `FoundThing` was chosen for good."""

    def __init__(self) -> None:
        super().__init__()
        self._model = FoundModel(self)
        self.setModel(self._model)
        self.setItemDelegate(FoundDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._open)

    def show_answer(self, answer: Everything) -> None:
        """Show what was found, the first of it chosen."""
        self._model.show(answer)
        self.scrollToTop()
        self._choose(next(iter(self._model.choices), None))

    def step(self, by: int) -> None:
        """Choose a thing further down or up; headings are passed over."""
        choices = self._model.choices
        if choices:
            at = choices.index(self.currentIndex().row()) + by
            self._choose(choices[min(len(choices) - 1, max(0, at))])

    @property
    def chosen(self) -> FoundThing | None:
        """What Enter would open."""
        return self._model.thing(self.currentIndex().row())

    @property
    def spoken(self) -> str:
        """The chosen row in one line."""
        return str(self.currentIndex().data() or "")

    @property
    def height_px(self) -> int:
        """How high all rows are together."""
        return sum(row.height_px for row in self._model.rows)

    def lines(self) -> Iterator[str]:
        """Yield every row as one line, headings too."""
        return (row.spoken for row in self._model.rows)

    def _choose(self, row: int | None) -> None:
        if row is None:
            return
        self.setCurrentIndex(self._model.index(row, 0))
        if row == self._model.choices[0]:
            self.scrollToTop()  # with its heading

    def _open(self, index: QModelIndex) -> None:
        thing = self._model.thing(index.row())
        if thing is not None:
            self.opened.emit(thing)
