"""A disk that loses its power: what the system was asked to write, and what may be left of it.

strace records each write, cut and sync of the shop's file and its journal. At a moment of one's
choice, what was synced is there; of the rest each write is there, is not, or is torn between
two sectors, as they came or not; this is the model of SQLite's own crash tests.
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

SECTOR = 512
CALLS = "pwrite64,write,fsync,fdatasync,ftruncate,unlink"

_CALL = re.compile(r"(\w+)\((.*)\) += (\d+)$")
_PATH = re.compile(r"(?:\d+<|\")((?:\\x..)+)[>\"]")
_DATA = re.compile(r">, \"((?:\\x..)*)\"")


@dataclass(frozen=True, slots=True)
class Step:
    """One call: `size` is the place of a write, or the length that a file was cut to."""

    call: str
    name: str
    data: bytes = b""
    size: int = 0


def record(program: str, folder: Path, trace: Path) -> list[Step]:
    """Run a Python program on a folder, and return what it did there, and its answers."""
    command = ["strace", "-xx", "-y", "-s", "100000", "-e", f"trace={CALLS}", "-o", str(trace)]
    command += [sys.executable, "-c", program, str(folder)]
    with trace.with_suffix(".answers").open("wb") as answers:
        subprocess.run(command, check=True, stdout=answers)
    lines = trace.read_text(encoding="ascii").splitlines()
    return [step for line in lines if (step := _step_of(line, folder))]


def _step_of(line: str, folder: Path) -> Step | None:
    found = _CALL.match(line)
    place = found and _PATH.search(found[2])
    if not found or not place:
        return None
    path = Path(_bytes(place[1]).decode())
    data = _DATA.search(found[2])
    text = _bytes(data[1]) if data else b""
    if found[1] == "write":
        return Step("answer", "", text) if text.startswith(b"kept ") else None
    if path.parent != folder or path.name.endswith("-shm"):
        return None
    last = found[2].rsplit(", ", 1)[-1]
    return Step(found[1], path.name, text, int(last) if last.isdecimal() else 0)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def after_power_loss(
    before: dict[str, bytes], steps: Sequence[Step], chance: Random
) -> dict[str, bytes]:
    """Return the files as they may be found, by name, when the power fails after `steps`."""
    files = {name: bytearray(data) for name, data in before.items()}
    for name in {step.name for step in steps if step.name}:
        own = [step for step in steps if step.name == name]
        synced = max((i for i, step in enumerate(own) if "sync" in step.call), default=-1)
        for step in [*own[: synced + 1], *_survivors(own[synced + 1 :], chance)]:
            _apply(files, step)
    return {name: bytes(data) for name, data in files.items()}


def _survivors(steps: Sequence[Step], chance: Random) -> Iterator[Step]:
    """Choose of the steps that no sync followed; the disk may do them in another order."""
    left = list(steps)
    if chance.random() < 0.5:
        chance.shuffle(left)
    share = chance.random()
    for step in left:
        if chance.random() < share:
            yield _torn(step, chance) if chance.random() < 0.3 else step


def _torn(step: Step, chance: Random) -> Step:
    sectors = chance.randint(0, len(step.data) // SECTOR)
    return Step(step.call, step.name, step.data[: sectors * SECTOR], step.size)


def _apply(files: dict[str, bytearray], step: Step) -> None:
    if step.call == "unlink":
        files.pop(step.name, None)
        return
    file = files.setdefault(step.name, bytearray())
    if step.call == "ftruncate":
        del file[step.size :]
        file.extend(bytes(step.size - len(file)))
    elif step.call == "pwrite64" and step.data:
        file.extend(bytes(max(0, step.size - len(file))))
        file[step.size : step.size + len(step.data)] = step.data
