"""How goods were found: one of the conditions, by mouse, arrows, or its number."""

from shopdesk.rules.inspecting import CONDITIONS
from shopdesk.ui.base.chips import Chip, ChipRow

_CHIPS = tuple(Chip(condition.code, condition.name) for condition in CONDITIONS.values())


class ConditionChips(ChipRow):
    """None is chosen until somebody has looked; the focus comes to the chosen one."""

    def __init__(self, name: str) -> None:
        super().__init__(_CHIPS, name, preset=False)
        self.setFocusProxy(self._buttons[_CHIPS[0].key])
        self.chosen.connect(self._lead_focus)

    def choose(self, key: str) -> None:
        """Choose a condition without telling anyone."""
        super().choose(key)
        self._lead_focus(key)

    def _lead_focus(self, key: str) -> None:
        self.setFocusProxy(self._buttons[key])
