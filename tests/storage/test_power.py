"""No acknowledged write is lost, and no file is damaged, when the power fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from shopdesk.storage.connection import connect
from tests.storage.power import Step, after_power_loss, record
from tests.storage.shops import make_shop

WRITER = """
import os
import sys
from pathlib import Path
from shopdesk.storage.database import Database
from tests.storage.test_kill import write_one

database = Database(Path(sys.argv[1]) / "shop.db")
for number in range(1, 25):
    write_one(database, number)
    os.write(1, b"kept %d" % number)
    if number % 10 == 0:
        database.checkpoint()
database.checkpoint()
database.close()
"""


def strace_works() -> bool:
    if not shutil.which("strace"):
        return False
    command = [shutil.which("strace") or "", "-o", os.devnull, sys.executable, "-c", ""]
    return subprocess.run(command, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not strace_works(), reason="needs strace")


def test_a_power_loss_costs_no_acknowledged_write(tmp_path: Path) -> None:
    _lose_power(tmp_path, states=150)


@pytest.mark.soak
def test_ten_thousand_power_losses_cost_no_acknowledged_write(tmp_path: Path) -> None:
    _lose_power(tmp_path, states=10_000)


def _lose_power(tmp_path: Path, *, states: int) -> None:
    folder = make_shop(tmp_path / "shop")
    before = {"shop.db": folder.database.read_bytes()}
    steps = record(WRITER, folder.root, tmp_path / "trace")
    assert _answered(steps) == 24
    for seed in range(states):
        chance = Random(seed)  # noqa: S311
        done = steps[: chance.randrange(len(steps) + 1)]
        found = after_power_loss(before, done, chance)
        _assert_kept(tmp_path / "after", found, _answered(done))


def _answered(steps: list[Step]) -> int:
    return max((int(step.data[5:]) for step in steps if step.call == "answer"), default=0)


def _assert_kept(folder: Path, files: dict[str, bytes], acknowledged: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    connection = connect(folder / "shop.db")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    rows = connection.execute("SELECT name FROM customer WHERE name LIKE 'n%' ORDER BY id")
    names = [name for (name,) in rows]
    connection.close()
    assert names == [f"n{number}" for number in range(1, len(names) + 1)]
    assert acknowledged <= len(names) <= acknowledged + 1
