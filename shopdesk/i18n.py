"""gettext for every layer: windows, services and paper speak through one catalogue."""

import gettext as _gettext
import locale
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import lru_cache

from shopdesk.paths import resource

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
PSEUDO = "en_XA"
BOTH = "both"
"""Chinese and English beside each other, for papers that both kinds of people read."""

DOMAIN = "shopdesk"

_PLACEHOLDER = re.compile(r"\{\w*\}")


def N_(text: str) -> str:
    """Mark a text of a table for translation; it is translated where it is shown."""
    return text


class PseudoCatalogue(_gettext.NullTranslations):
    """Brackets and widens every text, so that hard-coded and cut ones show in tests."""

    def gettext(self, message: str) -> str:
        """Return the text between marks, with placeholders left alone."""
        return _widened(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for `n` between marks."""
        return _widened(msgid1 if n == 1 else msgid2)


def _widened(message: str) -> str:
    return f"「{message}{'·' * (len(message) // 3)}」"


class BothCatalogue(_gettext.NullTranslations):
    """Says each text in Chinese and in English, where they differ."""

    def gettext(self, message: str) -> str:
        """Return the text in both languages; what only joins other texts in Chinese alone."""
        chinese = catalogue("zh_CN").gettext(message)
        return " ".join(dict.fromkeys((chinese, message))) if _has_words(message) else chinese

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for `n` in both languages."""
        forms = (catalogue(known).ngettext(msgid1, msgid2, n) for known in ("zh_CN", "en"))
        return " ".join(dict.fromkeys(forms))


def _has_words(message: str) -> bool:
    return any(map(str.isalpha, _PLACEHOLDER.sub("", message)))


@lru_cache(maxsize=8)
def catalogue(language: str) -> _gettext.NullTranslations:
    """Return the texts of one language; English, or one without a catalogue, is as written."""
    if language == PSEUDO:
        return PseudoCatalogue()
    if language == BOTH:
        return BothCatalogue()
    return _gettext.translation(DOMAIN, resource("locale"), languages=[language], fallback=True)


class Speaker:
    """The language that the program speaks to its person now."""

    def __init__(self) -> None:
        self.language = "en"

    def speak(self, language: str) -> None:
        """Use `language` (a key of LANGUAGES, or PSEUDO) from now on."""
        self.language = language


_speaker = Speaker()
speak: Callable[[str], None] = _speaker.speak
_aside: ContextVar[str] = ContextVar("language", default="")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language, or BOTH, inside a block and in this thread alone."""
    token = _aside.set(language)
    try:
        yield
    finally:
        _aside.reset(token)


def current_language() -> str:
    """Return the language spoken now, such as `zh_CN`."""
    return _aside.get() or _speaker.language


def _(text: str) -> str:
    """Return `text` in the language spoken now."""
    return catalogue(current_language()).gettext(text) if text else ""


def text_in(language: str, text: str) -> str:
    """Return `text` in a given language, as for a buyer who speaks another than the person."""
    return catalogue(language).gettext(text) if text else ""


def ngettext(one: str, many: str, n: int) -> str:
    """Return the form of a counted text for `n` in the language spoken now."""
    return catalogue(current_language()).ngettext(one, many, n)


def system_language() -> str:
    """Return the best of our languages for this system's user."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    if not name:
        with suppress(ValueError):
            name = locale.getlocale()[0]
    return "zh_CN" if (name or "").lower().startswith(("zh", "chinese")) else "en"
