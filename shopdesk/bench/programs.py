"""Starting the bench's small programs, and hearing what they tell."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import shopdesk
from shopdesk.errors import StorageError
from shopdesk.i18n import _

LONGEST_S = 120


def run_program(name: str, *words: str) -> dict[str, Any]:
    """Run one of `processes` to its end; returns what it told, `started` being when it began.

    Times are those of the system's monotonic clock, which all processes share. Raises
    StorageError if it fails or does not end.
    """
    words = (sys.executable, "-m", f"shopdesk.bench.processes.{name}", *words)
    started = time.monotonic()
    try:
        answer = subprocess.run(  # noqa: S603 - our own program
            words,
            capture_output=True,
            check=True,
            encoding="utf-8",
            env=_environment(),
            timeout=LONGEST_S,
        ).stdout
    except subprocess.SubprocessError as error:
        raise StorageError(
            _("The measured program “{name}” did not end well: {trouble}").format(
                name=name, trouble=error
            )
        ) from error
    return {"started": started, "ended": time.monotonic(), **json.loads(answer or "{}")}


def seconds_to_end(name: str, *words: str) -> float:
    """Return how long one of `processes` runs, from nothing to its end."""
    told = run_program(name, *words)
    return float(told["ended"] - told["started"])


def _environment() -> dict[str, str]:
    """Return the surroundings of a usual start, but for the screen: compiled modules are kept."""
    root = str(Path(shopdesk.__file__).resolve().parent.parent)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": root}
