"""Ready words: a shop's own wordings, the language of its buyers, and what was copied."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import FieldError
from shopdesk.i18n import LANGUAGES, _
from shopdesk.models import Case, ReadyText, Shop
from shopdesk.rules.replies import (
    BLANKS,
    REPLIES,
    TextKey,
    reasons_of,
    shipped_text,
    unknown_blanks,
)
from shopdesk.services.checks import known, text_given
from shopdesk.services.records import fetch
from shopdesk.services.timeline import note_event

TEXT_LENGTH = 2_000


def keep_text(
    session: Session, shop_id: int, code: str, language: str, text: str, *, reason: str = ""
) -> None:
    """Let a shop say one ready text in its own words, for one reason or for all the others.

    The shipped words are set back to. Raises FieldError at `text` for an empty text, or a blank
    that nothing fills.
    """
    known("code", code, REPLIES)
    known("language", language, LANGUAGES)
    known("reason", reason, {"", *reasons_of(REPLIES[code].group)})
    wording = text_given("text", text, _("Write something, or set it back."), TEXT_LENGTH)
    check_blanks("text", wording)
    if wording == shipped_text(code, language, reason):
        set_back(session, shop_id, code, language, reason=reason)
        return
    kept = _kept(session, shop_id, (code, reason, language))
    if kept is None:
        session.add(
            ReadyText(shop_id=shop_id, code=code, reason=reason, language=language, text=wording)
        )
    else:
        kept.text = wording


def set_back(session: Session, shop_id: int, code: str, language: str, *, reason: str = "") -> None:
    """Forget a shop's own wording, so that the shipped one is said again."""
    kept = _kept(session, shop_id, (code, reason, language))
    if kept is not None:
        session.delete(kept)


def speak_to_buyers(session: Session, shop_id: int, language: str) -> None:
    """Answer a shop's buyers in a language from now on."""
    known("language", language, LANGUAGES)
    fetch(session, Shop, shop_id).buyer_language = language


def note_copied(session: Session, case_id: int, code: str, text: str) -> None:
    """Write down that ready words were copied for the buyer; `text` is kept as it was copied."""
    case = fetch(session, Case, case_id)
    note_event(session, case, "copied", text=text, values={"reply": code})


def check_blanks(field: str, text: str) -> None:
    """Refuse a text with a blank that nothing fills; raises FieldError at `field`."""
    unknown = unknown_blanks(text)
    if unknown:
        raise FieldError(
            field,
            _("Nothing fills “{blank}”. In braces can stand: {names}.").format(
                blank=f"{{{unknown[0]}}}", names=_(", ").join(BLANKS)
            ),
        )


def _kept(session: Session, shop_id: int, key: TextKey) -> ReadyText | None:
    code, reason, language = key
    return session.scalar(
        select(ReadyText).where(
            ReadyText.shop_id == shop_id,
            ReadyText.code == code,
            ReadyText.reason == reason,
            ReadyText.language == language,
        )
    )
