"""`track` previews a file of events or of waybills, and writes it only with --yes."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from shopdesk.desk import Desk
from shopdesk.services.case_drafts import ReshipmentDraft
from shopdesk.services.drafts import GoodsOutDraft, GoodsOutLine
from shopdesk.services.reshipments import log_reshipment
from tests.cli.conftest import Shop
from tests.services.test_tracking import one, sent, state

ZONE = ZoneInfo("Asia/Shanghai")
WAYBILL = "75312345678901"


def at(hours_ago: int) -> str:
    return f"{datetime.now(UTC).astimezone(ZONE) - timedelta(hours=hours_ago):%Y-%m-%d %H:%M:%S}"


def events_file(folder: Path) -> Path:
    path = folder / "tracking.csv"
    path.write_text(
        "运单号,时间,地点,描述\n"
        f"7531 2345 6789 01,{at(30)},杭州市,快件离开杭州，发往北京\n"
        f"{WAYBILL},{at(2)},北京市,已签收\n"
        f"{WAYBILL},{at(2)},北京市,已签收\n"
        f"99999999999999,{at(3)},北京市,已揽收\n"
        f"{WAYBILL},soon,北京市,已揽收\n".replace("杭州，", "杭州 "),
        encoding="utf-8",
    )
    return path


def test_events_are_shown_and_written_once(shopdesk: Shop, desk: Desk, tmp_path: Path) -> None:
    case_id, _parcel_id = sent(desk)
    path, folder = events_file(tmp_path), desk.folder.root
    preview = shopdesk("track", path, "--data-dir", folder, "--lang", "en")
    assert preview.code == 1  # some lines fit nothing
    assert preview.out.splitlines() == [
        "2 new events",
        "1 known already",
        "Nothing was written. Add --yes to write it.",
    ]
    assert "line 5: 99999999999999: No parcel has this waybill." in preview.trouble
    assert "line 6: The row has no day and time that can be read." in preview.trouble
    assert state(desk, case_id)[0] == "sent"
    first = shopdesk("track", path, "--yes", "--data-dir", folder, "--lang", "en")
    assert first.out.splitlines()[-1] == "Written."
    again = shopdesk("track", path, "--yes", "--data-dir", folder, "--lang", "en")
    assert again.out.splitlines()[-1] == "Nothing was written: there is nothing new in it."
    assert state(desk, case_id)[0] == "delivered"
    told = json.loads(shopdesk("track", path, "--json", "--data-dir", folder).out)
    assert [each["verdict"] for each in told["events"]] == ["known", "known", "known", "unknown"]
    assert one(desk, "SELECT count(*) FROM tracking_event") == (2,)


def test_events_need_no_heading(shopdesk: Shop, desk: Desk, tmp_path: Path) -> None:
    sent(desk)
    path = tmp_path / "tracking.csv"
    path.write_text(f"{WAYBILL},{at(2)},北京市,已签收\nXX,foo\n", encoding="utf-8")
    told = shopdesk("track", path, "--data-dir", desk.folder.root, "--lang", "en")
    assert told.out.splitlines()[0] == "1 new event"
    assert "line 2: The row has no day and time that can be read." in told.trouble


def test_numbers_and_waybills_are_sent(shopdesk: Shop, desk: Desk, tmp_path: Path) -> None:
    goods = GoodsOutDraft((GoodsOutLine("云柔针织开衫", 1),), "林小雨")

    def log(session: Any) -> int:
        return log_reshipment(session, ReshipmentDraft(1, "missing_item", goods))

    case_id = desk.write("Logged", log).value
    number = one(desk, "SELECT number FROM cases WHERE id = ?", case_id)[0]
    path = tmp_path / "waybills.txt"
    path.write_text(
        f"{number}\tSF1234567890123\nS-0000-0000\tSF1234567890999\nXX,foo\n", encoding="utf-8"
    )
    preview = shopdesk("track", path, "--data-dir", desk.folder.root, "--lang", "en")
    assert f"{number}  SF1234567890123  SF Express" in preview.out
    assert "line 2: S-0000-0000" in preview.trouble
    assert "line 3: XX" in preview.trouble
    shopdesk("track", path, "--yes", "--data-dir", desk.folder.root)
    assert state(desk, case_id)[0] == "sent"


def test_a_file_of_neither_is_refused(shopdesk: Shop, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("hello\n", encoding="utf-8")
    refused = shopdesk("track", path, "--data-dir", desk.folder.root, "--lang", "en")
    assert refused.code == 1
    assert "neither tracking events nor numbers" in refused.trouble


def test_an_event_that_cannot_be_kept_is_told_by_its_line_and_the_others_go_in(
    shopdesk: Shop, desk: Desk, tmp_path: Path
) -> None:
    sent(desk)
    path = tmp_path / "tracking.csv"
    texts = ("已揽收", "长" * 501, "\u200b\u200d", "快件离开杭州 发往北京")
    rows = (f"{WAYBILL},{at(9 - n)},{text}\n" for n, text in enumerate(texts))
    path.write_text("运单号,时间,描述\n" + "".join(rows), encoding="utf-8")
    written = shopdesk("track", path, "--yes", "--data-dir", desk.folder.root, "--lang", "en")
    assert [line.partition(":")[0] for line in written.trouble.splitlines()] == ["line 3", "line 4"]
    assert one(desk, "SELECT count(*) FROM tracking_event") == (2,)
