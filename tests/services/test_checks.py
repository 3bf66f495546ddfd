"""What counts as something typed."""

import pytest

from shopdesk.errors import FieldError
from shopdesk.services.checks import text_fits, text_given


@pytest.mark.parametrize("text", ["", " \t\n", "\u200b\u200d", "\ufeff \u2060", "\u3164", "\ufe0f"])
def test_what_nobody_can_see_is_no_reason(text: str) -> None:
    with pytest.raises(FieldError):
        text_given("over_reason", text, "Say why.")


@pytest.mark.parametrize("text", ["好", "-", "🏴\U000e0067\U000e007f", "👩‍🔧"])
def test_what_shows_stays_as_it_was_typed(text: str) -> None:
    assert text_fits("note", f" {text} ") == text


@pytest.mark.parametrize("text", ["half \ud83d of a smile", "an end\0 in the middle"])
def test_what_no_file_can_hold_is_refused(text: str) -> None:
    with pytest.raises(FieldError, match="broken character"):
        text_fits("note", text)
