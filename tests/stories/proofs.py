"""What is said of a played story at its end: by `shopdesk check`, and by what is exported."""

import json
from collections.abc import Mapping
from typing import Any

from shopdesk.app import main
from shopdesk.desk import Desk
from tests.stories.conftest import Seat

Record = dict[str, Any]


def whole_truth(desk: Desk) -> list[Record]:
    """Return all returns as they are exported, once the file is found sound."""
    return truth_of(desk, "returns")["returns"]


def truth_of(desk: Desk, *kinds: str) -> Mapping[str, list[Record]]:
    """Return all records of some kinds as `shopdesk export` writes them, by the word for each.

    First `shopdesk check` has to find the file sound. Lists add up, amounts are minor units,
    times are ISO text.
    """
    assert main(["check", *_at(desk)]) == 0
    return {kind: _exported(desk, kind) for kind in kinds}


def nothing_is_left(seat: Seat) -> None:
    """Assert that Today lists nothing any more."""
    seat.no_dialog()
    seat.window.go("today")
    page = seat.page("today")
    seat.until(page.next.empty.isVisible)
    assert not page.next.list.rows


def _exported(desk: Desk, kind: str) -> list[Record]:
    target = desk.folder.root / f"{kind}.json"
    target.unlink(missing_ok=True)
    assert main(["export", kind, "-o", str(target), *_at(desk)]) == 0
    found: list[Record] = json.loads(target.read_text(encoding="utf-8"))
    return found


def _at(desk: Desk) -> tuple[str, ...]:
    return ("--data-dir", str(desk.folder.root), "--lang", "en")
