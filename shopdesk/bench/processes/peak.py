"""The most memory that this process has had, as the system tells it."""

from pathlib import Path

_STATUS = Path("/proc/self/status")
_PEAK = "VmHWM:"


def peak_kib() -> int | None:
    """Return the most memory that was in use; None where the system does not tell it so."""
    if not _STATUS.exists():
        return None
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith(_PEAK)), None)
