"""Running commands as the program does, and a shop to run them on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from shopdesk.app import main
from shopdesk.desk import Desk
from tests.making import make_order, make_return


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gave back."""

    code: int
    out: str
    trouble: str


Shop = Callable[..., Answer]


@pytest.fixture
def shopdesk(capsys: pytest.CaptureFixture[str]) -> Shop:
    """Run a command in this process."""

    def run(*words: object) -> Answer:
        try:
            code = main([str(word) for word in words])
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else 1
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return run


@pytest.fixture
def shop(desk: Desk) -> Path:
    """The folder of a shop with one order and an agreed return; its desk stays open."""
    make_return(desk, make_order(desk), agree=True)
    return desk.folder.root
