"""`check` says of each case what does not add up, and of each file whether it is what it was."""

from pathlib import Path

import pytest

from shopdesk.desk import Desk
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.sample.pictures import PICTURES
from shopdesk.services.evidence import attach
from shopdesk.storage import start as start_module
from shopdesk.storage.attachments import place_of, store_bytes
from shopdesk.storage.connection import connect
from tests.cli.conftest import Shop


@pytest.fixture
def photo(shop: Path, desk: Desk) -> Path:
    """A photo kept with the shop's one return."""
    assert shop
    stored = store_bytes(desk.folder, PICTURES[0].data, "crushed.png")
    desk.write("Evidence", lambda session: attach(session, [stored], EvidencePlace(case_id=1)))
    return place_of(desk.folder.attachments, stored.file_name)


def test_a_sound_shop_with_evidence_is_sound(shopdesk: Shop, shop: Path, photo: Path) -> None:
    assert photo.exists()
    answer = shopdesk("check", "--data-dir", shop)
    assert (answer.code, answer.out) == (0, "The shop's file is sound.\n")


def test_a_full_disk_does_not_keep_one_from_looking(
    shopdesk: Shop, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start_module, "ROOM_BYTES", 2**62)
    assert shopdesk("check", "--data-dir", shop).code == 0
    assert shopdesk("export", "returns", "-o", shop / "out.json", "--data-dir", shop).code == 1


def test_money_that_does_not_add_up_is_told(shopdesk: Shop, shop: Path) -> None:
    connection = connect(shop / "shop.db")
    connection.execute("UPDATE cases SET cost_minor = 1250")
    connection.close()
    answer = shopdesk("check", "--data-dir", shop, "--lang", "en")
    assert answer.code == 1
    assert "it cost CN¥0.00 by its entries, not CN¥12.50." in answer.out
    assert "2 things are not as they should be." in answer.trouble


def test_a_photo_that_is_gone_is_told_by_its_name(shopdesk: Shop, shop: Path, photo: Path) -> None:
    photo.unlink()
    answer = shopdesk("check", "--data-dir", shop)
    assert answer.code == 1
    assert "“crushed.png” is missing" in answer.out
    assert shopdesk("check", "--quick", "--data-dir", shop).code == 0


def test_a_photo_that_changed_is_told(shopdesk: Shop, shop: Path, photo: Path) -> None:
    content = bytearray(photo.read_bytes())
    content[-20] ^= 1
    photo.chmod(0o600)
    photo.write_bytes(content)
    answer = shopdesk("check", "--data-dir", shop)
    assert answer.code == 1
    assert "“crushed.png” is not what it was" in answer.out
