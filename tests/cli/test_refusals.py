"""What cannot be done is told in one sentence, with exit code 1, or 2 for words without sense."""

import json
import os
from pathlib import Path

import pytest

from shopdesk.i18n import PSEUDO, catalogue
from tests.cli.conftest import Shop


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nonsense"], "COMMAND cannot be “nonsense”"),
        (["export", "returns"], "Missing: -o/--output."),
        (["export", "stars", "-o", "x.csv"], "choose one of orders, returns, reshipments,"),
        (["slip", "R-1", "-o"], "-o/--output needs a value after it."),
        (["check", "--zap"], "ShopDesk does not know “--zap”."),
        (["summary", "2026-13", "-o", "x.pdf"], "“2026-13” is no month"),
        (["summary", "0001-01", "-o", "x.pdf"], "“0001-01” is no month"),
        (["make-data", "--cases", "many"], "“many” is no whole number from 1"),
        (["bench", "--cases", "5"], "“5” is no whole number from 1000"),
        (["check", "--lang", "fr"], "--lang cannot be “fr”"),
    ],
)
def test_words_without_sense(shopdesk: Shop, words: list[str], sentence: str) -> None:
    answer = shopdesk(*words)
    assert answer.code == 2
    assert sentence in answer.trouble
    assert answer.trouble.count("\n") == 1
    assert not answer.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["slip", "R-9999-0001", "-o", "{tmp}/a.pdf"], "There is no return R-9999-0001."),
        (["slip", "{number}", "-o", "{tmp}/none/a.pdf"], "The file or its folder is gone."),
        (["summary", "2026-10", "--shop", "X", "-o", "{tmp}/a.pdf"], "There is no shop “X”."),
        (["export", "orders", "-o", "{tmp}/a.txt"], "“a.txt” cannot be written"),
        (["export", "orders", "-o", "{tmp}/none/a.csv"], "The file or its folder is gone."),
        (["export", "orders", "-o", "{tmp}/folder.csv"], "A folder has this name already."),
        (["import", "{tmp}/none.csv"], "cannot be read"),
        (["import", "{tmp}/plain.csv"], "no order export that ShopDesk knows"),
        (["restore", "{tmp}/none.db"], "There is no such backup."),
        (["restore", "{tmp}/plain.csv"], "This is not a ShopDesk file"),
        (["make-data", "--cases", "1"], "There is a shop in"),
        (["backup", "-o", "{tmp}/none/b.db"], "Check that its folder is there."),
        (["backup", "-o", "{shop}/shop.db"], "“shop.db” belongs to the shop itself."),
        (["slip", "{number}", "-o", "{shop}/settings.json"], "belongs to the shop itself."),
        (["summary", "2026-10", "-o", "{shop}/backups/x"], "belongs to the shop itself."),
        (["slip", "\udcff", "-o", "{tmp}/a.pdf"], "There is no return ?."),
    ],
)
def test_what_cannot_be_done(
    shopdesk: Shop, shop: Path, tmp_path: Path, words: list[str], sentence: str
) -> None:
    (tmp_path / "plain.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (tmp_path / "folder.csv").mkdir()
    number = numbers(shopdesk, shop, tmp_path)[0]
    filled = [word.format(tmp=tmp_path, shop=shop, number=number) for word in words]
    answer = shopdesk("--data-dir", shop, *filled)
    assert answer.code == 1
    assert sentence in answer.trouble
    assert answer.trouble.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes have no place among files on Windows")
@pytest.mark.parametrize("words", [["summary", "2026-10"], ["export", "orders"], ["backup"]])
def test_no_file_takes_the_place_of_a_pipe(
    shopdesk: Shop, shop: Path, tmp_path: Path, words: list[str]
) -> None:
    pipe = tmp_path / ("pipe.pdf" if words[0] == "summary" else "pipe.csv")
    os.mkfifo(pipe)
    answer = shopdesk("--data-dir", shop, *words, "-o", pipe)
    assert (answer.code, pipe.is_fifo()) == (1, True)
    assert f"“{pipe.name}” is no ordinary file." in answer.trouble


def test_a_terminal_obeys_no_name_of_a_file(shopdesk: Shop, shop: Path, tmp_path: Path) -> None:
    answer = shopdesk("--data-dir", shop, "export", "orders", "-o", tmp_path / "a\x1b[2Jb.csv")
    assert answer.code == 0
    assert "\x1b" not in answer.out


@pytest.mark.parametrize("words", [["check"], ["export", "orders", "-o", "x.csv"], ["import", "x"]])
def test_where_no_shop_is(shopdesk: Shop, tmp_path: Path, words: list[str]) -> None:
    answer = shopdesk(*words, "--data-dir", tmp_path / "nothing")
    assert answer.code == 1
    assert answer.trouble.startswith("There is no shop in ")
    assert not (tmp_path / "nothing").exists()


def test_a_folder_that_is_a_file(
    shopdesk: Shop, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    answer = shopdesk("check", "--data-dir", tmp_path / "file")
    assert answer.code == 1
    assert answer.trouble.count("\n") == 1


def test_the_language_may_stand_before_the_command_or_after_it(shopdesk: Shop) -> None:
    before = shopdesk("--lang", "en_XA", "slip").trouble
    after = shopdesk("slip", "--lang", "en_XA").trouble
    assert before == after
    assert not before.startswith("Missing: ")


def test_help_is_in_the_language_asked_for(shopdesk: Shop) -> None:
    answer = shopdesk("--help", "--lang", "en_XA")
    assert answer.code == 0
    assert catalogue(PSEUDO).gettext("Opens the window.") in answer.out


def numbers(shopdesk: Shop, shop: Path, tmp_path: Path) -> list[str]:
    path = tmp_path / "numbers.json"
    assert shopdesk("export", "returns", "-o", path, "--data-dir", shop).code == 0
    return [row["number"] for row in json.loads(path.read_text(encoding="utf-8"))]
