"""The check of translations finds what people would stumble over; the update loses nothing."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

from shopdesk.paths import resource

Text = str | tuple[str, ...]
Problems = Callable[[Catalog], list[str]]

CODE = """
_("Save")
_("Order {number}").format(number=1)
N_("Agreed")
ngettext("{count} return", "{count} returns", 2)
_(TABLE["KEY"])
_(computed)
"""
FINISHED: dict[Text, Text] = {
    "Save": "保存",
    "Order {number}": "订单 {number}",
    "Agreed": "已同意",
    ("{count} return", "{count} returns"): ("{count} 个退货",),
}


@pytest.fixture(scope="module")
def texts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("texts", resource("locale") / "texts.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def template(texts: ModuleType, tmp_path: Path) -> Catalog:
    code = tmp_path / "shopdesk"
    code.mkdir()
    (code / "slip.py").write_text(CODE, "utf-8")
    found: Catalog = texts.extracted(code)
    return found


@pytest.fixture
def catalogue() -> Catalog:
    made = Catalog("zh_CN", fuzzy=False)
    for text, translation in FINISHED.items():
        made.add(text, translation)
    return made


@pytest.fixture
def problems(texts: ModuleType, template: Catalog) -> Problems:
    return lambda catalogue: list(texts.problems(catalogue, template))


def test_every_way_of_marking_is_extracted(template: Catalog) -> None:
    assert {message.id for message in template if message.id} == FINISHED.keys()


def test_a_finished_catalogue_has_no_problem(problems: Problems, catalogue: Catalog) -> None:
    assert problems(catalogue) == []


@pytest.mark.parametrize(
    ("text", "translation", "problem"),
    [
        ("Save", "", "missing"),
        (("{count} return", "{count} returns"), ("",), "missing"),
        ("Order {number}", "订单 {nummer}", "placeholders"),
        ("Order {number}", "订单", "placeholders"),
        ("Order {number}", "订单 {number", "placeholders"),
        (("{count} return", "{count} returns"), ("个退货",), "placeholders"),
        ("Gone", "没了", "no longer used"),
    ],
)
def test_a_problem_is_named_with_its_text(
    problems: Problems,
    catalogue: Catalog,
    text: Text,
    translation: Text,
    problem: str,
) -> None:
    catalogue.delete(text)
    catalogue.add(text, translation)
    (found,) = problems(catalogue)
    assert found.startswith(problem)
    assert repr(text) in found


def test_a_doubtful_translation_does_not_count(problems: Problems, catalogue: Catalog) -> None:
    catalogue["Save"].flags.add("fuzzy")
    (found,) = problems(catalogue)
    assert found.startswith("doubtful")


def test_an_update_keeps_translations_and_drops_what_is_gone(
    texts: ModuleType, template: Catalog, tmp_path: Path
) -> None:
    file = tmp_path / "zh_CN" / "LC_MESSAGES" / "shopdesk.po"
    texts.update(file, "zh_CN", template)
    saved = file.read_text("utf-8").replace('"Save"\nmsgstr ""', '"Save"\nmsgstr "保存"')
    file.write_text(saved, "utf-8")
    template.delete("Agreed")
    texts.update(file, "zh_CN", template)
    after = texts.read(file, "zh_CN")
    assert after["Save"].string == "保存"
    assert "Agreed" not in file.read_text("utf-8")
    once = file.read_bytes()
    texts.update(file, "zh_CN", template)
    assert file.read_bytes() == once
