"""What can be done with the form, with the key beside each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.ui.actions import ICON_SIZE
from shopdesk.ui.icons import icon
from shopdesk.ui.pages.new_case.foot import foot_button, with_key
from shopdesk.ui.pages.new_return.standing import Standing

_CONTROL_ENTER = Qt.Modifier.CTRL | Qt.Key.Key_Enter

# The primary step's words by whether goods come back and whether the policy says decline.
PRIMARY = {
    (True, False): N_("Save, agree and print slip"),
    (True, True): N_("Agree anyway and print slip"),
    (False, False): N_("Save and agree"),
    (False, True): N_("Agree anyway"),
}


@dataclass(frozen=True, slots=True)
class Steps:
    """What the buttons do."""

    agree: Callable[[], None]
    save: Callable[[], None]
    decline: Callable[[], None]
    cancel: Callable[[], None]


class Foot(QWidget):
    """One primary step over three quieter ones."""

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._primary = foot_button("", steps.agree)
        self._primary.setProperty("kind", "primary")
        self._primary.setIconSize(ICON_SIZE)
        self._others = (
            foot_button(with_key(_("&Save"), Qt.Key.Key_Enter), steps.save),
            foot_button(_("&Decline…"), steps.decline),
            foot_button(with_key(_("Cancel"), Qt.Key.Key_Escape), steps.cancel),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self._others:
            row.addWidget(button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._primary)
        layout.addLayout(row)
        self.show_standing(None)

    @property
    def primary_words(self) -> str:
        """What the primary step would do."""
        return self._primary.accessibleName()

    def show_standing(self, standing: Standing | None) -> None:
        """Say plainly what the primary step would do as things stand."""
        goods_back = standing is None or standing.goods_back
        against = (
            standing is not None and bool(standing.reason) and standing.advice.verdict == "decline"
        )
        words = _(PRIMARY[goods_back, against])
        self._primary.setText(with_key(words, _CONTROL_ENTER))
        self._primary.setAccessibleName(words)
        self._primary.setIcon(icon("printer" if goods_back else "check", "on_accent"))
