"""The desk is heard, and works where nothing can be heard."""

import sys
import wave

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.paths import resource
from shopdesk.ui.pages.desk import sounds as module
from shopdesk.ui.pages.desk.sounds import BEEPS, Sounds


def test_each_answer_has_a_short_sound_of_its_own() -> None:
    heard = set()
    for name in BEEPS:
        with wave.open(str(resource("sounds") / f"{name}.wav")) as file:
            assert 0.05 < file.getnframes() / file.getframerate() < 0.6
            heard.add(file.readframes(file.getnframes()))
    assert len(heard) == len(BEEPS)


def test_without_sound_libraries_it_beeps(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    monkeypatch.setattr(module, "_SCREENLESS", ())
    beeps: list[int] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))
    owner = QWidget()
    qtbot.addWidget(owner)
    sounds = Sounds(owner, is_on=True)
    sounds.play("again")
    qtbot.waitUntil(lambda: len(beeps) == BEEPS["again"])
    sounds.is_on = False
    sounds.play("wrong")
    qtbot.wait(50)
    assert len(beeps) == BEEPS["again"]
