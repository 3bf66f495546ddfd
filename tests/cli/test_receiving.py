"""`receive` does what a scan at the desk does."""

import json
from pathlib import Path

from shopdesk.desk import Desk
from tests.cli.conftest import Shop
from tests.making import make_order, make_return


def numbers(desk: Desk, sql: str) -> list[str]:
    with desk.reading() as reader:
        return [row[0] for row in reader.rows(sql)]


def test_one_match_is_received_and_the_second_time_is_harmless(
    shopdesk: Shop, shop: Path, desk: Desk
) -> None:
    (number,) = numbers(desk, "SELECT number FROM cases")
    code = number.lower().replace("-", "")
    first = shopdesk("receive", code, "--note", "box crushed", "--data-dir", shop)
    assert (first.code, first.out) == (0, f"{number}: parcel arrived.\n")
    assert numbers(desk, "SELECT state FROM cases") == ["arrived"]
    assert "box crushed" in numbers(desk, "SELECT text FROM timeline_entry")
    again = shopdesk("receive", code, "--data-dir", shop)
    assert (again.code, "is here already" in again.out) == (0, True)


def test_several_are_listed_and_nothing_is_done(shopdesk: Shop, shop: Path, desk: Desk) -> None:
    make_return(desk, make_order(desk, "3398120572"), agree=True)
    answer = shopdesk("receive", "7720", "--data-dir", shop)
    assert (answer.code, len(answer.out.splitlines())) == (1, 2)
    assert "Several records" in answer.trouble
    assert numbers(desk, "SELECT DISTINCT state FROM cases") == ["agreed"]


def test_an_unknown_parcel_is_kept_only_when_asked_to(
    shopdesk: Shop, shop: Path, desk: Desk
) -> None:
    refused = shopdesk("receive", "ZT000011112222", "--data-dir", shop)
    assert (refused.code, "--keep" in refused.trouble) == (1, True)
    kept = shopdesk(
        "receive", "ZT000011112222", "--keep", "--note", "blue", "--json", "--data-dir", shop
    )
    (number,) = numbers(desk, "SELECT number FROM parcel WHERE note = 'blue'")
    assert (kept.code, number in json.loads(kept.out)["sentence"]) == (0, True)
    again = json.loads(shopdesk("receive", number, "--json", "--data-dir", shop).out)
    assert (again["result"], again["parcels"]) == ("kept", [number])


def test_broken_signs_of_a_note_keep_no_parcel_out(shopdesk: Shop, shop: Path, desk: Desk) -> None:
    note = b"caf\xe9".decode(errors="surrogateescape")
    kept = shopdesk("receive", "U0 note", "--keep", "--note", note, "--data-dir", shop)
    assert (kept.code, numbers(desk, "SELECT note FROM parcel WHERE number <> ''")) == (0, ["caf?"])


def test_a_refused_parcel_is_logged_when_asked_to(shopdesk: Shop, shop: Path, desk: Desk) -> None:
    make_order(desk, "3398120579")
    assert shopdesk("receive", "3398120579", "--data-dir", shop).code == 1
    assert shopdesk("receive", "3398120579", "--refused", "--data-dir", shop).code == 0
    assert numbers(desk, "SELECT state FROM cases ORDER BY id") == ["agreed", "arrived"]
