"""A switch of language takes every page away; what they listened to stays, and tells nobody."""

import time

from shopdesk.desk import Desk
from shopdesk.services.shops import add_person
from shopdesk.ui.desk import Session
from shopdesk.ui.places import PAGES
from tests.making import make_order, make_return
from tests.stories.conftest import Seat, Sit


def test_writes_after_it_are_told_to_pages_that_are_there(sit: Sit, desk: Desk) -> None:
    make_return(desk, make_order(desk), agree=True)
    seat = sit()
    failures: list[object] = []
    seat.window.operations.failed.connect(failures.append)
    for language in ("zh_CN", "en"):
        visit_all(seat)
        seat.window.go("settings")
        seat.window.operations.write("Person added", slowly_added)
        seat.window.use_language(language)
        seat.window.operations.write("Person added", slowly_added)
        written(seat)
    assert failures == []


def visit_all(seat: Seat) -> None:
    """Show every page, and a return at the desk."""
    for entry in PAGES:
        seat.window.go(entry.key)
        seat.until(seat.page(entry.key).isVisible)
    seat.page("desk").work.open(1)


def written(seat: Seat) -> None:
    """Wait until the window was told of all that is being written."""
    told: list[int] = []
    seat.window.operations.after_writes(lambda: told.append(1))
    seat.until(lambda: told)


def slowly_added(session: Session) -> None:
    """Write something that takes longer than the switch."""
    time.sleep(0.2)
    add_person(session, f"Anna {time.monotonic_ns()}")
