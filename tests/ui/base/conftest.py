"""A window over an invented shop, shown without a screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.ui.main_window import MainWindow
from tests.ui.base.fake_shop import FakeDesk, FakePage
from tests.ui.base.gallery import make_window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with 1,250 returns, its first page filled."""
    made = make_window(tmp_path, 1_250)
    qtbot.addWidget(made)
    made.show()
    made.go("returns")
    qtbot.waitUntil(lambda: _rows(made) == 1_000)
    yield made
    made.close()


def _rows(window: MainWindow) -> int:
    found = window.findChild(FakePage)
    return found.model.rowCount() if isinstance(found, FakePage) else 0


@pytest.fixture
def page(window: MainWindow) -> FakePage:
    """The list page of that window."""
    found = window.findChild(FakePage)
    assert isinstance(found, FakePage)
    return found


@pytest.fixture
def desk(page: FakePage) -> FakeDesk:
    """The desk behind that window."""
    assert isinstance(page.bench.desk, FakeDesk)
    return page.bench.desk
