"""The Chinese catalogue as it lies in the tree: whole, and written as Chinese is."""

import re
import subprocess
import sys

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from shopdesk.paths import resource

TEXTS = resource("locale") / "texts.py"
CATALOGUE = resource("locale") / "zh_CN" / "LC_MESSAGES" / "shopdesk.po"
ENDINGS = {".": "。", "?": "？", "…": "…", ":": "："}
_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?]|[\u4e00-\u9fff]\.(?!\w)")
_CLOSE_TO_LETTERS = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]")
_MNEMONIC = re.compile(r"&(\w)")


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    with CATALOGUE.open("rb") as source:
        return [message for message in read_po(source, locale="zh_CN") if message.id]


def test_every_text_of_the_code_is_translated() -> None:
    command = [sys.executable, "-X", "utf8", str(TEXTS), "check"]
    checked = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert checked.returncode == 0, checked.stdout


def test_counted_texts_have_the_one_form_of_chinese(messages: list[Message]) -> None:
    counted = [message.string for message in messages if message.pluralizable]
    assert counted
    assert [forms for forms in counted if not isinstance(forms, tuple) or len(forms) != 1] == []


def test_punctuation_is_full_width(messages: list[Message]) -> None:
    assert [text for text in map(_chinese, messages) if _HALF_WIDTH.search(text)] == []


def test_sentences_end_as_the_english_ones_do(messages: list[Message]) -> None:
    for message in messages:
        for mark, chinese in ENDINGS.items():
            assert _english(message).endswith(mark) == _chinese(message).endswith(chinese), message


def test_letters_and_digits_stand_off_from_chinese(messages: list[Message]) -> None:
    assert [text for text in map(_chinese, messages) if _CLOSE_TO_LETTERS.search(text)] == []


def test_the_letter_for_the_keyboard_is_the_english_one(messages: list[Message]) -> None:
    for message in messages:
        letters = _MNEMONIC.findall(_english(message))
        if message.id != "J&T Express":
            shown = "".join(f"(&{letter.upper()})" for letter in letters)
            assert "".join(re.findall(r"\(&\w\)", _chinese(message))) == shown


def _english(message: Message) -> str:
    """Return the text, or what it says of many."""
    return message.id if isinstance(message.id, str) else message.id[-1]


def _chinese(message: Message) -> str:
    forms = message.string or ""
    return forms if isinstance(forms, str) else forms[0]
