"""The window's tests run without a screen, in the theme and font of the program."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from shopdesk.ui.skin import Skin


@pytest.fixture(scope="session")
def skin(qapp: QApplication) -> Skin:
    """The application, dressed once in light."""
    dressed = Skin(qapp)
    dressed.wear("light")
    return dressed


@pytest.fixture(autouse=True)
def _no_window_left(qapp: QApplication) -> Iterator[None]:
    """Take every window down: each one left would be dressed again with every theme to come."""
    yield
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _light(skin: Skin) -> None:
    skin.wear("light")
