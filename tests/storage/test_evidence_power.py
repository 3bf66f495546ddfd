"""Evidence outlives a power loss: content before name, name before the word that it is kept."""

import re
import subprocess
import sys
from pathlib import Path

from tests.storage.test_power import pytestmark as needs_strace

pytestmark = needs_strace

CALLS = "mkdir,fsync,rename,write"
KEEPER = """
import os
import sys
from pathlib import Path
from shopdesk.paths import DataFolder
from shopdesk.storage.attachments import store_file
found = store_file(DataFolder(Path(sys.argv[1])), Path(sys.argv[2]))
os.write(1, b"kept " + found.file_name.encode())
"""

PDF = b"%PDF-1.4\n%%EOF\n"


def test_each_step_is_on_the_disk_before_the_next(tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    shop.mkdir()
    (tmp_path / "a.pdf").write_bytes(PDF)
    steps = _steps(shop, tmp_path / "a.pdf", tmp_path / "trace")
    assert steps == [
        "mkdir att",
        "fsync shop",
        "write incoming",
        "mkdir ab",
        "fsync att",
        "fsync incoming",
        "rename incoming file",
        "fsync ab",
        "answer",
    ]


def _steps(shop: Path, source: Path, trace: Path) -> list[str]:
    command = ["strace", "-y", "-e", f"trace={CALLS}", "-o", str(trace)]
    command += [sys.executable, "-B", "-c", KEEPER, str(shop), str(source)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    found = (_step(line, shop) for line in trace.read_text("utf-8").splitlines())
    return [step for step in found if step]


def _step(line: str, shop: Path) -> str:
    """Return a call on the shop's folder in a word, its paths by what they are."""
    if '"kept ' in line:
        return "answer"
    call = line.partition("(")[0]
    paths = re.findall(rf"{re.escape(str(shop))}[^\">]*", line)
    if " = -1 " in line or not paths:
        return ""
    return " ".join((call, *(_kind(path, shop) for path in paths)))


def _kind(path: str, shop: Path) -> str:
    parts = Path(path).relative_to(shop.parent).parts
    if parts[-1].startswith("incoming-"):
        return "incoming"
    return ("shop", "att", "ab", "file")[len(parts) - 1]
