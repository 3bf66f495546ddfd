"""The shop's list of couriers: names, tracking pages, those that are not used any more."""

import re

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError, StaleError
from shopdesk.i18n import _
from shopdesk.models import Courier
from shopdesk.rules.couriers import COURIERS
from shopdesk.services.checks import NAME_LENGTH, text_fits, text_given
from shopdesk.services.drafts import CourierDraft
from shopdesk.storage.database import stale_sentence, unit_of

# A preset's row is no change that a person made, so it is not recorded: taking back the parcel
# that first needed it leaves it there, as in a file that had it from the start.
_ADD_PRESET = """
    INSERT INTO courier (code, name, tracking_url, version) VALUES (?, '', ?, 1)
    ON CONFLICT (code) DO NOTHING
"""

_ADDRESS = re.compile(r"https?://[^\s{}]*\{n\}[^\s{}]*", re.IGNORECASE)


def courier_for(session: Session, code: str) -> Courier:
    """Return a courier by its code; a preset newer than the file gets its row now.

    Raises FieldError at `courier` for a code that is none.
    """
    found = _courier(session, code)
    if found is None and code in COURIERS:
        session.connection().exec_driver_sql(_ADD_PRESET, (code, COURIERS[code].tracking_url))
        found = _courier(session, code)
    if found is None:
        raise FieldError("courier", _("Choose the courier."))
    return found


def add_courier(session: Session, draft: CourierDraft) -> str:
    """Add a courier of the shop's own; returns its code."""
    name = text_given("name", draft.name, _("Enter the courier's name."), NAME_LENGTH)
    last = session.scalar(select(func.max(Courier.id))) or 0
    code = f"own{last + 1}"
    _check_name_is_free(session, name, code)
    session.add(Courier(code=code, name=name, tracking_url=_address(draft.tracking_url)))
    session.flush()
    return code


def change_courier(session: Session, code: str, draft: CourierDraft, version: int) -> None:
    """Write a courier's new particulars; an empty name of a preset is the preset's own.

    Raises StaleError if somebody changed it since `version`; 0 is that of a preset without a row.
    """
    courier = courier_for(session, code)
    if version and courier.version != version:
        raise StaleError(stale_sentence())
    courier.name = _name(courier, draft.name)
    _check_name_is_free(session, courier.name, code)
    courier.tracking_url = _address(draft.tracking_url)
    if draft.archived != (courier.archived_at is not None):
        courier.archived_at = unit_of(session).at if draft.archived else None


def _courier(session: Session, code: str) -> Courier | None:
    return session.scalar(select(Courier).where(Courier.code == code))


def _name(courier: Courier, name: str) -> str:
    preset = COURIERS.get(courier.code)
    if preset is None:
        return text_given("name", name, _("Enter the courier's name."), NAME_LENGTH)
    given = text_fits("name", name, NAME_LENGTH)
    return "" if given in (preset.name, _(preset.name)) else given


def _check_name_is_free(session: Session, name: str, own_code: str) -> None:
    with session.no_autoflush:
        twin = select(Courier.id).where(Courier.name == name, Courier.code != own_code)
        if name and session.scalar(twin):
            raise FieldError("name", _("You already have a courier with this name."))


def _address(typed: str) -> str:
    """Return the address of a tracking page; none is right, too."""
    address = text_fits("tracking_url", typed)
    if address and not _ADDRESS.fullmatch(address):
        raise FieldError(
            "tracking_url",
            _("Enter an address that begins with https:// and has {mark} for the waybill.").format(
                mark="{n}"
            ),
        )
    return address
