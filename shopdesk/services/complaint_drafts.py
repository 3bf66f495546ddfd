"""What a person typed while a complaint is answered; see `drafts`. Amounts are minor units."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.services.case_drafts import ReshipmentDraft
from shopdesk.services.drafts import ReasonDraft, ReturnDraft


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """A way out to put to the buyer; `does` is a key of rules.options.DEEDS.

    `solution` and `option` name where in the library it comes from; `party` is a key of
    rules.liability.PARTIES, `follow_kind` one of rules.follow_ups.KINDS, both may be empty.
    """

    title: str
    does: str
    amount_minor: int = 0
    freight_minor: int = 0
    party: str = ""
    follow_kind: str = ""
    follow_days: int = 0
    note: str = ""
    solution: str = ""
    option: str = ""


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """How the buyer was answered first: a key of rules.channels.CHANNELS, and what was said."""

    channel: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """Why fewer options than usual are put to the buyer; empty where there are enough."""

    few_reason: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceDraft:
    """The option that the buyer chose, and what they said to it."""

    option_id: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActDraft:
    """What doing the chosen option needs: the case that it opens, or what was paid.

    Exactly what the option's deed asks for is given: `opened` for one that opens a case,
    `amount_minor`, `method` and `reference` for one that pays. `follow_due_at` is when to come
    back to it; what the option says if None.
    """

    opened: ReturnDraft | ReshipmentDraft | None = None
    amount_minor: int | None = None
    """What the option says if None."""
    method: str = "platform"
    reference: str = ""
    follow_due_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CloseDraft:
    """What is still to be said when the buyer was told: the cause where none is noted yet.

    `anyway` closes it although what it opened is not done; that goes on alone.
    """

    cause: str = ""
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class EscalationDraft:
    """A platform that was called in: its own number, its deadline, the evidence it asks for."""

    due_at: datetime
    number: str = ""
    asks: str = ""


@dataclass(frozen=True, slots=True)
class VerdictDraft:
    """How the platform decided: a key of rules.complaints.VERDICTS, and what it makes us pay."""

    verdict: str
    amount_minor: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class MergeDraft:
    """The complaint that this one turned out to be another report of.

    `why` says how it is the same although another buyer made it; empty for the same buyer's.
    """

    into_id: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class ComplaintChange:
    """What was understood wrong when it was logged; codes as in ComplaintDraft."""

    situation: str
    channel: str
    severity: str
    note: str
    wanted: str = ""


ComplaintStepDraft = (
    ReplyDraft
    | OfferDraft
    | ChoiceDraft
    | ActDraft
    | CloseDraft
    | EscalationDraft
    | VerdictDraft
    | MergeDraft
    | ReasonDraft
)
