"""The ways out that are put to a buyer: added, changed, taken away until they are offered."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Complaint, ComplaintOption
from shopdesk.rules.complaints import OPEN_TO_OPTIONS
from shopdesk.rules.follow_ups import KINDS
from shopdesk.rules.liability import PARTIES
from shopdesk.rules.options import DEEDS, MOST_FOLLOW_DAYS
from shopdesk.services.checks import NOTE_LENGTH, amount_is_sane, known, text_fits, text_given
from shopdesk.services.complaint_drafts import OptionDraft
from shopdesk.services.records import count_on, fetch


def add_options(
    session: Session, case_id: int, drafts: Sequence[OptionDraft], version: int | None = None
) -> list[int]:
    """Add options to the round that a complaint is in; returns their ids.

    What came from the library and stands there already is not added twice. Raises FieldError at
    the draft's field, DomainError where the buyer chose already, StaleError after a change.
    """
    case, found = _open(session, case_id, version)
    here = options_now(found)
    known_sources = {(option.solution, option.option) for option in here if option.solution}
    position = max((option.position for option in here), default=-1)
    added: list[ComplaintOption] = []
    for draft in drafts:
        if (draft.solution, draft.option) in known_sources:
            continue
        if draft.solution:
            known_sources.add((draft.solution, draft.option))
        position += 1
        option = ComplaintOption(case_id=case.id, round=found.round, position=position)
        _fill(option, draft)
        added.append(option)
    session.add_all(added)
    _refresh(session, case, found)
    return [option.id for option in added]


def change_option(
    session: Session, option_id: int, draft: OptionDraft, version: int | None = None
) -> None:
    """Change an option that is not offered yet."""
    option = fetch(session, ComplaintOption, option_id, version)
    case, found = _open(session, option.case_id, None)
    _check_unoffered(option)
    _fill(option, draft)
    _refresh(session, case, found)


def remove_option(session: Session, option_id: int, version: int | None = None) -> None:
    """Take an option away that is not offered yet."""
    option = fetch(session, ComplaintOption, option_id, version)
    case, found = _open(session, option.case_id, None)
    _check_unoffered(option)
    session.delete(option)
    _refresh(session, case, found)


def options_now(found: Complaint) -> list[ComplaintOption]:
    """Return the options of the round that a complaint is in, in their order."""
    return [option for option in found.options if option.round == found.round]


def _open(session: Session, case_id: int, version: int | None) -> tuple[Case, Complaint]:
    case = fetch(session, Case, case_id, version)
    found = fetch(session, Complaint, case_id)
    if case.state not in OPEN_TO_OPTIONS:
        raise DomainError(
            _("The buyer chose already, or it is over. Reopen {number} to offer more.").format(
                number=case.number
            )
        )
    return case, found


def _check_unoffered(option: ComplaintOption) -> None:
    if option.offered_at is not None:
        raise DomainError(_("The buyer knows this option already. Add another one instead."))


def _fill(option: ComplaintOption, draft: OptionDraft) -> None:
    option.title = text_given("title", draft.title, _("Say what the buyer gets."))
    option.does = known("does", draft.does, DEEDS)
    option.amount_minor = amount_is_sane("amount_minor", draft.amount_minor)
    option.freight_minor = amount_is_sane("freight_minor", draft.freight_minor)
    option.party = known("party", draft.party, {"", *PARTIES})
    option.follow_kind = known("follow_kind", draft.follow_kind, {"", *KINDS})
    option.follow_days = _days(draft.follow_days)
    option.note = text_fits("note", draft.note, NOTE_LENGTH)
    option.solution, option.option = draft.solution, draft.option


def _days(days: int) -> int:
    if not 0 <= days <= MOST_FOLLOW_DAYS:
        raise FieldError("follow_days", _("Enter a number of days within one year."))
    return days


def _refresh(session: Session, case: Case, found: Complaint) -> None:
    session.flush()
    session.expire(found, ["options"])
    count_on(session, case)
