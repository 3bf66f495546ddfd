"""What a shop wants on its papers: a logo, lines under its name, a foot."""

from base64 import b64decode
from binascii import Error as NoBase64Error

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError, StaleError
from shopdesk.i18n import _, ngettext
from shopdesk.models import Shop, ShopPaper
from shopdesk.rules.logos import is_logo
from shopdesk.services.checks import text_fits
from shopdesk.services.paper_drafts import ShopPaperDraft
from shopdesk.services.records import fetch
from shopdesk.storage.database import stale_sentence

MOST_LINES = 6
MOST_LETTERS = 300


def save_shop_paper(
    session: Session, shop_id: int, draft: ShopPaperDraft, version: int | None = None
) -> None:
    """Write what a shop's papers show; `version` 0 says that nothing was written yet.

    Raises FieldError at the draft's attributes, StaleError if it was changed since `version`.
    """
    fetch(session, Shop, shop_id)
    found = session.scalar(select(ShopPaper).where(ShopPaper.shop_id == shop_id))
    if version is not None and version != (found.version if found else 0):
        raise StaleError(stale_sentence())
    if found is None:
        found = ShopPaper(shop_id=shop_id)
        session.add(found)
    found.logo = _logo(draft.logo)
    found.lines = _lines("lines", draft.lines)
    found.foot = _lines("foot", draft.foot)
    session.flush()


def _logo(logo: str) -> str:
    try:
        content = b64decode(logo, validate=True)
    except (NoBase64Error, ValueError):
        content = b"?"
    if content and not is_logo(content):
        raise FieldError("logo", _("This logo cannot be kept. Choose its picture again."))
    return logo


def _lines(field: str, text: str) -> str:
    kept = "\n".join(line.rstrip() for line in text_fits(field, text, MOST_LETTERS).splitlines())
    count = len(kept.splitlines())
    if count > MOST_LINES:
        raise FieldError(
            field,
            ngettext(
                "This is {n} line; shorten it to {most}.",
                "These are {n} lines; shorten them to {most}.",
                count,
            ).format(n=count, most=MOST_LINES),
        )
    return kept
