"""Choices are kept in a file that anything may happen to; the program starts all the same."""

import json
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.rules.documents import DOCUMENTS, EVERY_SIZE
from shopdesk.rules.label_sheets import MOST_LABELS, PRESETS
from shopdesk.rules.printing import MANNERS, ORDERS, PAPER_LANGUAGES
from shopdesk.settings import PaperChoice, Settings, SettingsFile

_ANY = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None))
_CODES = st.sampled_from([*EVERY_SIZE, *PRESETS, "sheet:7", "sheet:0", "sheet:x", "\udc80", "yes"])
_CODES |= st.sampled_from([*PAPER_LANGUAGES, *ORDERS, *MANNERS])
_JSON = st.recursive(
    _ANY | _CODES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
_CHOICES = st.fixed_dictionaries({}, optional=dict.fromkeys(PaperChoice.__slots__, _CODES | _JSON))
_FILES = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(Settings.__slots__, _CODES | _JSON),
        "papers": st.dictionaries(st.sampled_from([*DOCUMENTS, "zz", ""]), _CHOICES | _JSON)
        | _JSON,
        "starts": st.dictionaries(_CODES | st.text(), st.integers() | _JSON) | _JSON,
    },
)
_names = count()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{broken",
        b"\xff\xfe\x00",
        b"[1, 2]",
        b"null",
        b"[" * 100_000,
        b'{"language": 5, "theme": [], "unknown": "x"}',
    ],
)
@pytest.mark.usefixtures("caplog")
def test_a_damaged_file_counts_as_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.now == Settings()
    file.change(language="zh_CN")
    assert SettingsFile(path).now.language == "zh_CN"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=_FILES | _JSON)
@pytest.mark.usefixtures("caplog")
def test_whatever_stands_in_the_file_choices_are_ones_that_can_be(
    tmp_path: Path, found: object
) -> None:
    path = tmp_path / f"{next(_names)}.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    file = SettingsFile(path)
    for document, about in DOCUMENTS.items():
        choice = file.now.paper_choice(document)
        is_own = choice.paper == "sheet:7" or choice.paper in PRESETS
        assert choice.paper in {"", *about.sizes} or (about.fits_sheets and is_own)
        assert choice.language in PAPER_LANGUAGES
        assert choice.order in {"", *ORDERS}
        assert choice.manner in {"", *MANNERS}
        choice.printer.encode()
    assert all(1 <= start <= MOST_LABELS for start in file.now.starts.values())
    file.change(person="小李", theme="")
    assert SettingsFile(path).now == file.now


def test_the_paper_of_a_report_is_kept(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.choose_paper("day_sheet", paper="letter", printer="Laser")
    file.choose_paper("month_summary", paper="A6")
    kept = SettingsFile(file.path).now
    assert kept.paper_choice("day_sheet") == file.now.paper_choice("day_sheet")
    assert kept.paper_choice("month_summary").paper == ""


def test_labels_wait_by_themselves_only_where_a_shop_wants_it(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    assert file.now.waiting_documents() == ("return_slip", "packing_slip")
    file.choose_paper("address_label", waits="yes")
    file.choose_paper("return_slip", waits="no")
    file.choose_paper("packing_list", waits="yes")  # nothing of it can wait by itself
    kept = SettingsFile(file.path).now
    assert kept.waiting_documents() == ("packing_slip", "address_label")


def test_slips_speak_the_buyers_language_unless_an_older_file_says_otherwise(
    tmp_path: Path,
) -> None:
    assert Settings().paper_choice("return_slip").language == "buyer"
    path = tmp_path / "settings.json"
    path.write_text('{"slip_language": "both"}')
    assert SettingsFile(path).now.paper_choice("packing_slip").language == "both"


def test_a_window_and_a_command_keep_each_others_choices(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    window, command = SettingsFile(path), SettingsFile(path)
    window.change(theme="dark")
    window.choose_paper("return_slip", printer="Office")
    command.choose_paper("return_slip", manner="dots")
    command.begin_labels("sheet:7", 3)
    window.begin_labels("sheet:8", 2)
    now = SettingsFile(path).now
    assert now == window.now
    assert (now.theme, now.starts) == ("dark", {"sheet:7": 3, "sheet:8": 2})
    choice = now.paper_choice("return_slip")
    assert (choice.printer, choice.manner) == ("Office", "dots")


def test_a_file_that_went_away_is_written_anew(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.change(theme="dark")
    file.path.unlink()
    file.change(language="zh_CN")
    assert SettingsFile(file.path).now == file.now
    assert file.now.theme == "dark"
