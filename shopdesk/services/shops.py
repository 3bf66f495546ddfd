"""Stores and the people at the desk."""

from dataclasses import asdict
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import LANGUAGES, _
from shopdesk.models import Person, Shop
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.rules.presets import POLICIES
from shopdesk.rules.regions import REGIONS
from shopdesk.rules.remedies import EXCHANGE_TIMES
from shopdesk.services.checks import NAME_LENGTH, known, text_fits, text_given
from shopdesk.services.drafts import ShopDraft
from shopdesk.services.policies import policy_in_force, start_policy
from shopdesk.services.records import fetch
from shopdesk.storage.database import unit_of

CURRENCY_LENGTH = 3


def add_shop(session: Session, draft: ShopDraft) -> int:
    """Add a store and return its id; refuses a name that another store has."""
    _check(draft)
    _check_name_is_free(session, draft.name)
    shop = Shop(created_at=unit_of(session).at, **_columns(draft))
    session.add(shop)
    session.flush()
    start_policy(session, shop.id, draft.policy)
    return shop.id


def change_shop(session: Session, shop_id: int, draft: ShopDraft, version: int) -> None:
    """Write a store's new particulars; refused if somebody changed it meanwhile."""
    _check(draft)
    shop = fetch(session, Shop, shop_id, version)
    _check_name_is_free(session, draft.name, shop_id)
    for field, value in _columns(draft).items():
        setattr(shop, field, value)
    if policy_in_force(session, shop_id).preset != draft.policy:
        start_policy(session, shop_id, draft.policy)


def _columns(draft: ShopDraft) -> dict[str, str | bool]:
    """Return what the shop's row holds; its policy has versions of its own."""
    typed = {name: value for name, value in asdict(draft).items() if name != "policy"}
    return {
        name: value.strip() if isinstance(value, str) else value for name, value in typed.items()
    }


def add_person(session: Session, name: str) -> int:
    """Add somebody who works at the desk and return the id."""
    found = text_given("person", name, _("Enter the name of the person at the desk."), NAME_LENGTH)
    if session.scalar(select(Person.id).where(Person.name == found)):
        raise FieldError(
            "person", _("This name is already there. Add something to tell them apart.")
        )
    person = Person(name=found, created_at=unit_of(session).at)
    session.add(person)
    session.flush()
    return person.id


def _check_name_is_free(session: Session, name: str, own_id: int | None = None) -> None:
    twin = session.scalar(select(Shop.id).where(Shop.name == name.strip()))
    if twin not in (None, own_id):
        raise FieldError("name", _("You already have a shop with this name. Choose another one."))


def _check(draft: ShopDraft) -> None:
    text_given("name", draft.name, _("Enter the shop's name."), NAME_LENGTH)
    known("platform", draft.platform, PLATFORMS)
    known("region", draft.region, REGIONS)
    known("policy", draft.policy, POLICIES)
    if len(draft.currency) != CURRENCY_LENGTH or not draft.currency.isascii():
        raise FieldError("currency", _("Enter a currency's three letters, such as CNY or EUR."))
    try:
        ZoneInfo(draft.timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise FieldError("timezone", _("Choose the shop's time zone.")) from error
    known("buyer_language", draft.buyer_language, ("", *LANGUAGES))
    known("exchange_when", draft.exchange_when, EXCHANGE_TIMES)
    for field in ("return_name", "return_phone", "return_address"):
        text_fits(field, getattr(draft, field))
