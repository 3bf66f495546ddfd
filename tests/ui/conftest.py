"""The window's tests run without a screen, in the theme and font of the program."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from shopdesk.ui.skin import Skin


@pytest.fixture(scope="session")
def skin(qapp: QApplication) -> Skin:
    """The application, dressed once in light."""
    dressed = Skin(qapp)
    dressed.wear("light")
    return dressed


@pytest.fixture(autouse=True)
def _light(skin: Skin) -> None:
    skin.wear("light")
