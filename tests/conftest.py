"""What every test may ask for: a fresh shop, an order in it, and time that stands still."""

import logging
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from shopdesk.desk import Desk
from shopdesk.i18n import speak
from shopdesk.paths import DataFolder
from shopdesk.services.drafts import ShopDraft
from shopdesk.services.setup import set_up
from shopdesk.storage.upgrade import create

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

SHOP = ShopDraft(
    name="云柔家居",
    platform="tmall",
    region="CN",
    currency="CNY",
    timezone="Asia/Shanghai",
    policy="CN",
    return_name="云柔家居 售后组",
    return_phone="0571-8800 1234",
    return_address="浙江省杭州市余杭区文一西路 969 号",
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("en")


class _Troubles(logging.Handler):
    """Keeps what our own loggers and Qt's say from a warning upwards."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.partition(".")[0] in ("shopdesk", "qt"):
            self.said.append(self.format(record))


@pytest.fixture(autouse=True)
def _no_trouble_in_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test in which something goes wrong asks for `caplog`; in any other nothing may."""
    troubles = _Troubles()
    logging.getLogger().addHandler(troubles)
    yield
    logging.getLogger().removeHandler(troubles)
    if "caplog" not in request.fixturenames:
        assert troubles.said == []


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk on a new file in which nobody has set up a shop."""
    folder = DataFolder(tmp_path / "shop")
    create(folder.database)
    desk = Desk(folder)
    yield desk
    desk.close()


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """A desk with one shop on Tmall and 小李 at it."""
    empty_desk.write("Set up", lambda session: set_up(session, SHOP, "小李"))
    empty_desk.settings.change(person="小李")
    return empty_desk
