"""Units in one condition: how many, how they were found, where they go, a note."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.rules.inspecting import CONDITIONS, DISPOSITIONS
from shopdesk.services.drafts import ReceivedDraft
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.fields import ChoiceField, LineField
from shopdesk.ui.base.labels import plain_label, plain_tooltip
from shopdesk.ui.base.scroll import bring_into_view
from shopdesk.ui.icons import icon
from shopdesk.ui.pages.inspection.condition_chips import ConditionChips
from shopdesk.ui.pages.inspection.counter import Counter

_NOTE_LENGTH = 500


class EntryRow(QWidget):
    """Says one item of the draft; a condition chosen before counting counts what is missing."""

    changed = Signal()
    split = Signal()
    removed = Signal()

    def __init__(self, name: str, item: ReceivedDraft, origin: str = "") -> None:
        super().__init__()
        self._item = item
        self._by_hand = False
        self.missing = 0
        """How many units are not counted yet."""
        self.counter = Counter(name)
        self.chips = ConditionChips(_("Condition of {item}").format(item=name))
        self.where = ChoiceField([("", _("Where does it go?")), *_choices()])
        self.note = LineField(_NOTE_LENGTH, _("Note"))
        self.split_button = icon_button(_("Split"), "plus", self.split.emit)
        self.remove_button = icon_button("", "x", self.removed.emit)
        self.refusal: QLabel = plain_label("", "error", wrap=True)
        self._origin = plain_label(origin, "small")
        self._name(name)
        self._arrange()
        self._fill(item)
        self._connect()

    @property
    def units(self) -> int:
        """How many are counted here."""
        return self.counter.value()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in its order."""
        chips = self.chips.findChildren(QPushButton)
        ends = (self.where, self.note, self.split_button, self.remove_button)
        return [self.counter.figure, *chips, *ends]

    def draft(self) -> ReceivedDraft:
        """Return what the row says."""
        return replace(
            self._item,
            quantity=self.units,
            condition=self.chips.current,
            disposition=self.where.value() if self.units else "",
            note=self.note.value(),
        )

    def keep_as(self, row_id: int | None) -> None:
        """Go on as the row that was written under an id, or as a new one."""
        self._item = replace(self._item, id=row_id)

    def decide(self, units: int, condition: str) -> None:
        """Count so many in a condition, to where such goods usually go."""
        self.counter.set_value(units)
        self.chips.choose(condition)
        self._decide()

    def refuse(self, name: str, sentence: str) -> None:
        """Say what is wrong with one attribute of the item, and go there."""
        places: dict[str, QWidget] = {
            "quantity": self.counter,
            "condition": self.chips,
            "disposition": self.where,
            "note": self.note,
        }
        self.refusal.setText(sentence)
        self.refusal.show()
        place = places.get(name, self.counter)
        place.setAccessibleDescription(sentence)
        place.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(self, self.refusal)

    def excuse(self) -> None:
        """Take a refusal away."""
        self.refusal.hide()

    def set_removable(self, *, on: bool) -> None:
        """Show or hide the cross: a line keeps its first row."""
        self.remove_button.setVisible(on)

    def _name(self, name: str) -> None:
        self.where.setAccessibleName(_("Where {item} goes").format(item=name))
        self.note.setAccessibleName(_("Note on {item}").format(item=name))
        self.split_button.setProperty("kind", "quiet")
        self.split_button.setAccessibleName(_("Another condition of {item}").format(item=name))
        self.split_button.setToolTip(
            plain_tooltip(_("Some of them are in another condition, or go elsewhere"))
        )
        self.remove_button.setProperty("kind", "quiet")
        self.remove_button.setIcon(icon("x"))
        self.remove_button.setAccessibleName(_("Take this part of {item} away").format(item=name))
        self.remove_button.setToolTip(_("Take this part away"))
        self.refusal.hide()

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.where)
        below.addWidget(self.note, 1)
        below.addWidget(self.split_button)
        below.addWidget(self.remove_button)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.chips)
        right.addLayout(below)
        right.addWidget(self.refusal)
        right.addWidget(self._origin)
        if not self._origin.text():  # showing it here, yet without a parent, opens a window
            self._origin.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.counter, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)

    def _fill(self, item: ReceivedDraft) -> None:
        self.counter.set_value(item.quantity)
        if item.condition in CONDITIONS:
            self.chips.choose(item.condition)
            self._by_hand = item.disposition != CONDITIONS[item.condition].disposition
        self.where.set_value(item.disposition)
        self.note.set_value(item.note)
        self._follow()

    def _connect(self) -> None:
        self.counter.changed.connect(self._counted)
        self.chips.chosen.connect(self._choose)
        self.where.activated.connect(self._choose_place)
        self.note.changed.connect(self._tell)

    def _counted(self) -> None:
        self._follow()
        self._tell()

    def _choose(self, _code: str) -> None:
        if not self.units:
            self.counter.set_value(self.missing or 1)
        self._decide()

    def _decide(self) -> None:
        """Offer where such goods usually go, unless a person has chosen."""
        if not self._by_hand:
            self.where.set_value(CONDITIONS[self.chips.current].disposition)
        self._follow()
        self._tell()

    def _choose_place(self) -> None:
        self._by_hand = bool(self.where.value())
        self._tell()

    def _follow(self) -> None:
        """Ask where goods go only once some are there."""
        self.where.setVisible(self.units > 0)
        self.split_button.setVisible(self.units > 0)

    def _tell(self) -> None:
        self.excuse()
        self.changed.emit()


def _choices() -> list[tuple[str, str]]:
    return [(code, _(name)) for code, name in DISPOSITIONS.items()]
