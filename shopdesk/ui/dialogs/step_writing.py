"""Writing a step that a person takes, as the return was seen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.states import Step
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:  # the drafts come with the forms that make them
    from shopdesk.services.drafts import StepDraft


@dataclass(frozen=True, slots=True)
class StepAsked:
    """A step that a person wants to take on a return; `taken` hears of it once it is written."""

    bench: Workbench
    found: ReturnDetail
    step: Step
    taken: Callable[[ReturnDetail, Step, Change], None]


def write_step(
    asked: StepAsked,
    draft: "StepDraft | None",
    done: Callable[[object, Change], None],
    refused: Callable[[ShopDeskError], None],
) -> None:
    """Take a step on a return as it was seen; a later state of it is refused."""
    found, step = asked.found, asked.step

    def work(session: Session) -> None:
        services.steps.take_step(session, found.id, step.code, draft, found.version)

    asked.bench.operations.write(step.done, work, done, refused)
