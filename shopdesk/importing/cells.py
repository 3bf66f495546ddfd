"""Cells as people and spreadsheets leave them, brought back to what was meant."""

import re

from shopdesk.i18n import _

MAX_LETTERS = 32_767
"""What a spreadsheet cell can hold; longer text is a broken file."""

MAX_QUANTITY = 1_000_000

SPACES = " \t\r\n\v\f\ufeff\u00a0\u3000"
EMPTY = frozenset({"", "-", "--", "—", "null", "NULL", "'null", "无退款申请"})
_GUARDS = frozenset("=\"'-—n N无")
_FORMULA_TEXT = re.compile(r'="(.*)"', re.DOTALL)
_APOSTROPHE = re.compile(r"'(?=[\d'=+\-@|*\t\r\n])")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+?(\d{2})")
# Three zeros after a sign may be decimals or thousands, so they are no answer.
_WHOLE = re.compile(r"([+-]?\d{1,12})(?:[.,](?!000$)0+)?")
_WAYBILLS = re.compile(r"[,;，；、\s]+")


class UnreadableError(ValueError):
    """A cell that cannot mean what its column says; the sentence tells what was expected."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def clean(cell: str) -> str:
    """Return the text without the guards that keep spreadsheets from changing it.

    Guards are white space, `="…"`, quotation marks around the whole and an apostrophe before
    digits or signs. What platforms write for "nothing" becomes the empty text.
    """
    text = cell.strip(SPACES)
    if not text or text[0] not in _GUARDS:
        return text
    return "" if text in EMPTY else _unguarded(text)


def _unguarded(text: str) -> str:
    if guarded := _FORMULA_TEXT.fullmatch(text):
        text = guarded[1].strip(SPACES)
    if len(text) > 1 and text[0] == text[-1] == '"' and '"' not in text[1:-1]:
        text = text[1:-1].strip(SPACES)
    text = _APOSTROPHE.sub("", text, count=1) if text.startswith("'") else text
    return "" if text in EMPTY else text


def read_text(text: str) -> str:
    """Return the text as it is, if a cell can hold it."""
    if len(text) > MAX_LETTERS:
        raise UnreadableError(
            _("The text is too long for a cell; a quotation mark may be missing before it.")
        )
    return text


def read_id(text: str) -> str:
    """Return an order or item number as text, without white space.

    Raises:
        UnreadableError: A spreadsheet rounded it, so that its last digits are lost.
    """
    if _SCIENTIFIC.fullmatch(text):
        raise UnreadableError(
            _(
                "A spreadsheet has rounded the number {number}, its last digits are lost. "
                "Use the file as the platform gave it, not saved again."
            ).format(number=text)
        )
    if len(text) > MAX_ID_LETTERS:
        raise UnreadableError(_("This is too long for a number."))
    return text


MAX_ID_LETTERS = 200


def read_quantity(text: str) -> int:
    """Return a count of pieces, from 0 to MAX_QUANTITY."""
    found = _WHOLE.fullmatch(text)
    quantity = int(found[1]) if found else -1
    if not 0 <= quantity <= MAX_QUANTITY:
        raise UnreadableError(_("“{text}” is not a number of pieces.").format(text=shortened(text)))
    return quantity


def read_waybills(text: str) -> tuple[str, ...]:
    """Return the waybills of a cell that may hold several, without a leading `No:`."""
    parts = (part.removeprefix("No:").removeprefix("No：") for part in _WAYBILLS.split(text))
    return tuple(dict.fromkeys(read_id(part) for part in parts if part))


def is_masked(text: str) -> bool:
    """Tell whether the platform has hidden part of the text: `138****1234`, `##…`."""
    return "*" in text or text.startswith(("##", "$$"))


def shortened(text: str, letters: int = 40) -> str:
    """Return the text short enough to stand in a sentence."""
    return text if len(text) <= letters else text[: letters - 1] + "…"
