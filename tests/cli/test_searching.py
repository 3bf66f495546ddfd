"""`search` finds as the window does, and `check` sees search texts that are out of step."""

import json
from contextlib import closing
from pathlib import Path

from shopdesk.desk import Desk
from shopdesk.storage.connection import connect
from tests.cli.conftest import Shop


def test_words_find_all_sorts(shopdesk: Shop, shop: Path) -> None:
    found = shopdesk("search", "林小雨", "7720", "--data-dir", shop)
    assert (found.code, found.trouble) == (0, "")
    heads = [line for line in found.out.splitlines() if not line.startswith(" ")]
    assert heads == ["Returns, reshipments, complaints", "Customers", "Orders"]
    assert "R-" in found.out
    assert "Contact: 13800007720" in found.out


def test_json_keeps_its_names(shopdesk: Shop, shop: Path) -> None:
    answer = json.loads(shopdesk("search", "3398120571", "--json", "--data-dir", shop).out)
    assert [group["group"] for group in answer["groups"]] == ["orders", "cases", "customers"]
    order = answer["groups"][0]["found"][0]
    assert (order["page"], order["id"], order["name"]) == ("orders", 1, "3398120571")
    assert order["spots"][0] == {"place": "number", "text": "3398120571"}


def test_nothing_found_is_no_failure(shopdesk: Shop, shop: Path) -> None:
    found = shopdesk("search", "zzqqx", "--data-dir", shop)
    assert (found.code, found.out) == (0, "Nothing fits “zzqqx”.\n")


def test_a_text_out_of_step_is_told_and_mended(shopdesk: Shop, shop: Path, desk: Desk) -> None:
    with closing(connect(desk.folder.database)) as connection:
        connection.execute("UPDATE case_doc SET doc = 'gone astray'")
    checked = shopdesk("check", "--data-dir", shop)
    assert checked.code == 1
    assert "1 search text is not what its record says." in checked.out
    assert shopdesk("check", "--quick", "--data-dir", shop).code == 0
    assert shopdesk("check", "--mend", "--data-dir", shop).code == 0
    assert "R-" in shopdesk("search", "林小雨", "--data-dir", shop).out
