"""A sound for each answer, so that nobody has to look up from the parcels.

Without a sound device, or without the libraries for one, it is the system's beep: once for
what went well, twice for what needs a look.
"""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from shopdesk.paths import resource
from shopdesk.ui.pages.desk.answers import Sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

BEEPS: dict[Sound, int] = {"ok": 1, "again": 2, "unknown": 2, "wrong": 3}
_BETWEEN_MS = 160
_SCREENLESS = ("offscreen", "minimal")

log = logging.getLogger(__name__)


class Sounds(QObject):
    """Plays the sounds in resources/sounds; `is_on` is the person's choice."""

    def __init__(self, parent: QObject, *, is_on: bool) -> None:
        super().__init__(parent)
        self.is_on = is_on
        self._effects: dict[Sound, QSoundEffect] | None = None

    def play(self, sound: Sound) -> None:
        """Play a sound, unless the person wants none."""
        if not sound or not self.is_on or QGuiApplication.platformName() in _SCREENLESS:
            return
        if self._effects is None:
            self._effects = self._load()
        effect = self._effects.get(sound)
        if effect is not None:
            effect.play()
        else:
            self._beep(BEEPS[sound])

    def _load(self) -> "dict[Sound, QSoundEffect]":
        """Return the sounds; none where this machine cannot play them."""
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError as error:  # a system without sound libraries
            log.info("no sounds but the beep: %s", error)
            return {}
        if not QMediaDevices.audioOutputs():
            return {}
        effects: dict[Sound, QSoundEffect] = {}
        for sound in BEEPS:
            effects[sound] = QSoundEffect(self)
            effects[sound].setSource(QUrl.fromLocalFile(str(resource("sounds") / f"{sound}.wav")))
        return effects

    @staticmethod
    def _beep(times: int) -> None:
        for nth in range(times):
            QTimer.singleShot(nth * _BETWEEN_MS, QApplication.beep)
