"""Each command does its one thing, also while a desk has the shop open."""

import json
import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from shopdesk.desk import Desk
from shopdesk.paths import DataFolder
from shopdesk.queries.returns import find_return_ids
from shopdesk.storage.backup_list import list_backups
from shopdesk.storage.manifests import BackupReason
from tests.cli.conftest import Shop
from tests.making import make_order, make_return

SAMPLES = os.environ.get("SHOPDESK_SAMPLES")

ORDERS = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,"
    "Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
    "Lineitem sku,Shipping Name,Vendor,Id\n"
    "#1001,ann@example.com,paid,2026-11-02 10:00:00 +0800,fulfilled,CNY,80.00,0.00,0.00,80.00,"
    "0.00,2026-11-02 09:59:00 +0800,2,Mug,40.00,MUG-1,Ann Example,Example,77001\n"
)


def count_returns(desk: Desk) -> int:
    with desk.reading() as reader:
        return len(list(find_return_ids(reader, "all")))


def test_an_import_previews_then_writes_then_finds_nothing_new(
    shopdesk: Shop, shop: Path, tmp_path: Path
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(ORDERS, encoding="utf-8")
    preview = shopdesk("import", path, "--data-dir", shop)
    assert (preview.code, preview.trouble) == (0, "")
    assert "New 1, changed 0, unchanged 0" in preview.out
    assert "Nothing was written." in preview.out
    assert "New 1," in shopdesk("import", path, "--data-dir", shop, "--yes").out
    again = json.loads(shopdesk("import", path, "--data-dir", shop, "--yes", "--json").out)
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 1)
    assert again["written"] is True
    backups = list_backups(DataFolder(shop))
    assert [backup.name.reason for backup in backups] == [BackupReason.IMPORT]


@pytest.mark.skipif(not SAMPLES, reason="SHOPDESK_SAMPLES names no folder")
@pytest.mark.parametrize("platform", ["shopify", "taobao_tmall"])
def test_sample_files_change_nothing_the_second_time(
    shopdesk: Shop, shop: Path, platform: str
) -> None:
    for path in sorted((Path(SAMPLES or "") / platform).iterdir()):
        first = shopdesk("import", path, "--data-dir", shop, "--first", "day", "--yes", "--json")
        again = shopdesk("import", path, "--data-dir", shop, "--first", "day", "--yes", "--json")
        assert json.loads(first.out)["new"] > 0, path.name
        told = json.loads(again.out)
        assert (told["new"], told["changed"]) == (0, 0), path.name


def test_slips_of_two_returns_are_one_pdf(
    shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path
) -> None:
    make_return(desk, make_order(desk, "3398120572"), agree=True)
    with desk.reading() as reader:
        numbers = [row[0] for row in reader.rows("SELECT number FROM cases ORDER BY id")]
    path = tmp_path / "slips.pdf"
    answer = shopdesk("slip", *numbers, "--size", "A5", "-o", path, "--data-dir", shop)
    assert (answer.code, answer.out.strip()) == (0, str(path))
    assert len(PdfReader(path).pages) == 2


def test_a_month_is_summed_up(shopdesk: Shop, shop: Path, tmp_path: Path) -> None:
    path = tmp_path / "month.pdf"
    assert shopdesk("summary", "2026-11", "-o", path, "--data-dir", shop).code == 0
    assert "云柔家居" in PdfReader(path).pages[0].extract_text()


def test_a_backup_brings_back_what_was_there(
    shopdesk: Shop, shop: Path, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "copy.db"
    assert shopdesk("backup", "-o", path, "--data-dir", shop).code == 0
    make_return(desk, make_order(desk, "3398120573"))
    assert count_returns(desk) == 2
    desk.close()
    assert shopdesk("restore", path, "--data-dir", shop).code == 0
    again = Desk(desk.folder)
    assert count_returns(again) == 1
    again.close()
    assert shopdesk("check", "--data-dir", shop).out == "The shop's file is sound.\n"


def test_a_command_works_while_a_desk_writes(shopdesk: Shop, shop: Path, desk: Desk) -> None:
    path = shop.parent / "orders.csv"
    path.write_text(ORDERS, encoding="utf-8")
    make_order(desk, "3398120574")
    assert shopdesk("import", path, "--data-dir", shop, "--yes").code == 0
    make_order(desk, "3398120575")
    with desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM orders") == 4


def test_a_shop_to_measure_is_made(shopdesk: Shop, tmp_path: Path) -> None:
    folder = tmp_path / "made"
    assert shopdesk("make-data", "--cases", 40, "--data-dir", folder).code == 0
    desk = Desk(DataFolder(folder))
    assert count_returns(desk) == 40
    desk.close()
