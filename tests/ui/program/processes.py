"""Real programs without a screen, on a folder of the test's own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shopdesk.paths import DataFolder

ROOT = Path(__file__).parents[3]
PATIENCE_S = 60


@contextmanager
def running(folder: DataFolder, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Run Python with some words for the block; what still runs at its end is killed."""
    apart = {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(folder.root.parent / "data")}
    process = subprocess.Popen(
        [sys.executable, *words],
        env={**os.environ, **apart, "LANG": "en_GB.UTF-8"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE_S)
