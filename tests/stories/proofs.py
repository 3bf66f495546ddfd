"""What is said of a played story at its end: by `shopdesk check`, and by what is exported."""

import json
from typing import Any

from shopdesk.app import main
from shopdesk.desk import Desk

Record = dict[str, Any]


def whole_truth(desk: Desk) -> list[Record]:
    """Return all returns as `shopdesk export` writes them, once `shopdesk check` finds them sound.

    Lists add up, amounts are minor units, times are ISO text.
    """
    at = ("--data-dir", str(desk.folder.root), "--lang", "en")
    target = desk.folder.root / "returns.json"
    target.unlink(missing_ok=True)
    assert main(["check", *at]) == 0
    assert main(["export", "returns", "-o", str(target), *at]) == 0
    found: list[Record] = json.loads(target.read_text(encoding="utf-8"))
    return found
