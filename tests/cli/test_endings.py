"""How a command ends when it is not left alone: Ctrl+C, a reader that goes away."""

import os
import shlex
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("words", [["check"], ["export", "orders", "-o", "{tmp}/a.csv"]])
def test_a_full_disk_behind_the_answer_is_told(
    shop: Path, tmp_path: Path, words: list[str]
) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, *(word.format(tmp=tmp_path) for word in words), "--data-dir", str(shop)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
        )
    assert (done.returncode, done.stderr) == (
        1,
        "The disk is full. Free some space, then try again.\n",
    )


@pytest.mark.skipif(os.name == "nt", reason="a shell closes streams otherwise on Windows")
def test_no_streams_at_all_are_no_trouble(shop: Path) -> None:
    words = shlex.join([*PROGRAM, "check", "--data-dir", str(shop)])
    for closed in ("<&- >&-", "<&- >&- 2>&-"):
        done = subprocess.run(
            ["/bin/sh", "-c", f"{words} {closed}"], check=False, capture_output=True
        )
        assert (done.returncode, done.stderr) == (0, b"")


def test_an_answer_in_letters_that_the_terminal_has_not(shop: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "check", "--lang", "zh_CN", "--data-dir", str(shop)],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=False,
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"\\u")


def wait_for(folder: Path) -> None:
    deadline = time.monotonic() + 20
    while not (folder.exists() and any(folder.iterdir())) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
