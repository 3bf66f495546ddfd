"""The day on paper: its text in both languages, on both sheets, empty and long."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from shopdesk.i18n import speak
from shopdesk.printing.day_sheet import render_day_sheet
from shopdesk.printing.sizes import A4, LETTER, PaperSize, report_size
from shopdesk.queries.day_sheet import DaySheet, DoneRow, WaitCount
from shopdesk.rules.today.tasks import ComplaintTask, FollowUpTask, ReshipmentTask, ReturnTask

from .papers import asked, check_fonts_and_form, check_inside, check_reference, saved

NOW = datetime(2026, 11, 22, 17, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
RETURN = ReturnTask(
    id=1,
    version=1,
    number="R-2611-0139",
    buyer="张伟",
    state="agreed",
    clock="send",
    due_at=NOW - timedelta(days=2),
    remedy="refund",
    is_settled=False,
    reason="defective",
    reason_text="",
    wanted="",
    item="降噪耳机",
    others=0,
    amount_minor=39900,
    currency="CNY",
    arrived_at=None,
    photos=0,
    has_unsent_goods=False,
    owner="小李",
)
RESHIPMENT = ReshipmentTask(
    id=2,
    version=1,
    number="S-2611-0044",
    buyer="Hannah Cole",
    state="sent",
    clock="move",
    due_at=NOW - timedelta(days=2),
    reason="lost",
    item="Ceramic pour-over set",
    others=1,
    wait_note="",
    courier="royal_mail",
    courier_name="",
    started_at=NOW - timedelta(days=5),
    owner="",
)
COMPLAINT = ComplaintTask(
    id=3,
    version=1,
    number="C-2611-0027",
    buyer="周倩",
    state="offered",
    clock="choose",
    due_at=NOW + timedelta(hours=6),
    situation="signed_not_received",
    offered=2,
    option="",
    at_platform=False,
    platform_asks="",
    owner="小周",
)
FOLLOW_UP = FollowUpTask(
    4, 1, "", "王磊", "check_replacement", NOW, "新盖子合适吗", "phone", None, "小李"
)
SHEET = DaySheet(
    day=date(2026, 11, 22),
    made_at=NOW,
    is_now=True,
    shop_names=("云柔家居", "Lantern & Thread"),
    owner="",
    opened=(COMPLAINT, replace(RETURN, state="asked", photos=3)),
    settled=(replace(RETURN, state="settled", number="R-2611-0101"),),
    refunded=(("CNY", 37890), ("GBP", 6200)),
    late=(RETURN, RESHIPMENT),
    waiting=(WaitCount("us", "decide", 4), WaitCount("buyer", "send", 9)),
    follow_ups=(FOLLOW_UP,),
    done=(DoneRow("survey", "R-2611-0088", "陈思琪", "answered", "很满意", 5, "小李"),),
)
NOTHING = replace(
    SHEET,
    opened=(),
    settled=(),
    refunded=(),
    late=(),
    waiting=(),
    follow_ups=(),
    done=(),
)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_text_is_as_it_was_approved(language: str, tmp_path: Path) -> None:
    speak(language)
    path = saved(tmp_path, render_day_sheet(SHEET))
    check_inside(path)
    check_fonts_and_form(path)
    if language == "en":  # the Chinese words come with the catalogue
        check_reference("day_sheet_en", path)
    text = asked("pdftotext", "-layout", path, "-")
    assert all(known in text for known in ("R-2611-0139", "张伟", "Hannah Cole", "王磊"))


def test_another_day_says_what_is_not_kept(tmp_path: Path) -> None:
    past = replace(NOTHING, day=date(2026, 11, 20), is_now=False)
    text = asked("pdftotext", saved(tmp_path, render_day_sheet(past)), "-")
    assert "What was late or waited at the end of that day is not kept." in text


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_an_empty_and_a_very_full_day_stay_on_the_sheet(paper: PaperSize, tmp_path: Path) -> None:
    empty = saved(tmp_path, render_day_sheet(NOTHING, paper))
    check_inside(empty)
    assert "Nothing is late." in asked("pdftotext", empty, "-")
    wordy = replace(RETURN, item="超大号手工编织纯棉加厚防滑地毯" * 4, buyer="Maximiliane " * 5)
    full = saved(tmp_path, render_day_sheet(replace(SHEET, late=(wordy,) * 120), paper))
    check_inside(full)
    assert asked("pdftotext", "-layout", full, "-").count("R-2611-0139") == 121
    pages = [line for line in asked("pdfinfo", full).splitlines() if line.startswith("Page size")]
    assert ("595" if paper is A4 else "612") in pages[0]


def test_letter_is_for_those_who_have_it() -> None:
    assert report_size("US") is LETTER
    assert report_size("CN") is A4
    assert report_size("") is A4
