"""What can be done to many returns at once: steps that need nothing to be filled in."""

from dataclasses import dataclass

from shopdesk.i18n import N_
from shopdesk.rules.states import STEPS, Standing, Step, allows


@dataclass(frozen=True, slots=True)
class Chosen:
    """How a return stands among many.

    `is_plain` means that what came is what was expected, in good order; `is_due` that its clock
    runs out within a day, or did.
    """

    standing: Standing
    is_plain: bool
    is_due: bool


@dataclass(frozen=True, slots=True)
class ManyStep:
    """One button for many returns; `steps` are codes of STEPS, of which each return takes its own.

    `done` names the change, with `n` the number of returns.
    """

    code: str
    name: str
    done: str
    none: str
    steps: tuple[str, ...]
    needs: str = ""
    """What of a `Chosen` must be so, or a person looks at it by itself."""

    def takes(self, chosen: Chosen) -> bool:
        """Tell whether a return is among those that this is done to."""
        return self.fitting(chosen.standing) is not None and (
            not self.needs or getattr(chosen, self.needs)
        )

    def fitting(self, standing: Standing) -> Step | None:
        """Return the step that a return which stands so allows, or None."""
        fitting = (STEPS[code] for code in self.steps if allows(standing, STEPS[code]))
        return next(fitting, None)


MANY_STEPS = {
    step.code: step
    for step in (
        ManyStep(
            "agree",
            N_("&Agree"),
            N_("Returns agreed: {n}"),
            N_("None of these waits for a decision."),
            ("agree",),
        ),
        ManyStep(
            "remind",
            N_("&Remind the buyers"),
            N_("Buyers reminded: {n}"),
            N_("None of these is overdue at a buyer or a courier."),
            ("remind",),
            "is_due",
        ),
        ManyStep(
            "settle",
            N_("Mark &settled"),
            N_("Returns settled: {n}"),
            N_("None of these is ready to be settled."),
            ("settle", "settle_kept"),
            "is_plain",
        ),
        ManyStep(
            "close",
            N_("Buyers told, &close"),
            N_("Returns closed: {n}"),
            N_("None of these is settled or declined."),
            ("close",),
        ),
    )
}
"""In the order of buttons; `none` is why a step cannot be done to any of them."""
