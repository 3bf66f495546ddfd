"""How a command ends when it is not left alone: Ctrl+C, a reader that goes away."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = (sys.executable, "-c", "from shopdesk.app import main; raise SystemExit(main())")


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise on Windows")
def test_ctrl_c_ends_without_a_trace(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    words = (*PROGRAM, "make-data", "--cases", "50000", "--data-dir", str(folder))
    with subprocess.Popen(words, stderr=subprocess.PIPE, encoding="utf-8") as running:
        wait_for(folder)
        running.send_signal(signal.SIGINT)
        _out, trouble = running.communicate(timeout=20)
    assert running.returncode == 130
    assert trouble == "\n"
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise on Windows")
def test_a_reader_that_goes_away_is_no_trouble(shop: Path, tmp_path: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    words = (*PROGRAM, "backup", "-o", str(tmp_path / "b.db"), "--data-dir", str(shop))
    done = subprocess.run(
        words, stdout=write_end, stderr=subprocess.PIPE, check=False, encoding="utf-8"
    )
    os.close(write_end)
    assert (done.returncode, done.stderr) == (1, "")


def wait_for(folder: Path) -> None:
    deadline = time.monotonic() + 20
    while not (folder.exists() and any(folder.iterdir())) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
