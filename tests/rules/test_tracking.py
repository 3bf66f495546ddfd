"""Couriers' pages pasted as text: what is read in them, and that nothing is dropped."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.rules.reshipments import STEPS
from shopdesk.rules.tracking import STATUSES, Understood, status_of, understood
from shopdesk.rules.tracking.phrases import PHRASES
from shopdesk.rules.tracking.times import LONGEST_LINE
from tests.rules.courier_pages import PAGES, Page

TODAY = date(2026, 11, 22)


def told(found: Understood, timezone: str) -> list[tuple[str, str, str]]:
    zone = ZoneInfo(timezone)
    return [
        (event.at.astimezone(zone).strftime("%m-%d %H:%M"), event.place, event.status)
        for event in found.events
    ]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_couriers_page_is_understood(page: Page) -> None:
    found = understood(page.text, TODAY, ZoneInfo(page.timezone))
    assert told(found, page.timezone) == list(page.events)
    assert tuple(line.raw for line in found.left_over) == page.left_over


@pytest.mark.parametrize("name", ["zto", "yto", "royal_mail"])
def test_the_order_of_the_lines_tells_nothing(name: str) -> None:
    page = PAGES[name]
    turned = "\n".join(reversed(page.text.splitlines()))
    found = understood(turned, TODAY, ZoneInfo(page.timezone))
    assert sorted(told(found, page.timezone)) == sorted(page.events)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-20 08:14:22 已揽收", "2026-11-20 08:14:22"),
        ("2026/11/20 08:14 已揽收", "2026-11-20 08:14:00"),
        ("2026年11月20日 8时14分 已揽收", "2026-11-20 08:14:00"),
        ("11-20 08:14 已揽收", "2026-11-20 08:14:00"),
        ("12-30 08:14 已揽收", "2025-12-30 08:14:00"),
        ("今天 08:14 已揽收", "2026-11-22 08:14:00"),
        ("昨天08:14 已揽收", "2026-11-21 08:14:00"),
        ("Nov 20, 2026 8:14 am Picked up", "2026-11-20 08:14:00"),
        ("Friday, 20 November 2026 at 8:14 pm Picked up", "2026-11-20 20:14:00"),
        ("20th Nov 08:14 Picked up", "2026-11-20 08:14:00"),
        ("20/11/2026 12:14 AM Picked up", "2026-11-20 00:14:00"),
        ("11/20/2026 08:14 Picked up", "2026-11-20 08:14:00"),
        ("05/11/2026 08:14 Picked up", "2026-11-05 08:14:00"),
        ("10/12/26 08:14 Picked up", "2026-10-12 08:14:00"),
        ("20.11.2026 08:14 Picked up", "2026-11-20 08:14:00"),
        ("2026-11-20T08:14:22 Picked up", "2026-11-20 08:14:22"),
        ("Today, 08:14 Picked up", "2026-11-22 08:14:00"),
    ],
)
def test_times_are_read_as_they_are_written(text: str, at: str) -> None:
    (event,) = understood(text, TODAY, ZoneInfo("UTC")).events
    assert f"{event.at:%Y-%m-%d %H:%M:%S}" == at
    assert event.text in ("已揽收", "Picked up")


def test_an_american_shop_reads_the_month_first_where_both_could_be() -> None:
    line = "05/11/2026 08:14 Picked up"
    (event,) = understood(line, TODAY, ZoneInfo("America/Chicago")).events
    assert event.at.date() == date(2026, 5, 11)


def test_a_day_that_cannot_be_is_not_understood() -> None:
    found = understood("2026-02-31 08:14 已揽收", TODAY, ZoneInfo("UTC"))
    assert not found.events
    assert [line.raw for line in found.left_over] == ["2026-02-31 08:14 已揽收"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("快件正在派送途中，请您准备签收", "out_for_delivery"),
        ("因超区，快件转其他网点", "out_of_range"),
        ("快件在运输途中丢失", "lost"),
        ("包裹正在退回寄件人", "returning"),
        ("等待揽收", "created"),
        ("您的快件已暂存至丰巢快递柜", "waiting"),
        ("到达目的地网点", "arrived"),
        ("已报关，清关中", "customs"),
        ("Your item will be delivered tomorrow", "out_for_delivery"),
        ("Delivered to parcelshop", "waiting"),
        ("Package delivered to sender", "returned"),
        ("The receiver refused the delivery", "refused"),
        ("Arrived at hub", "arrived"),
        ("In transit to next facility", "moving"),
        ("Held at customs", "customs"),
        ("Weather delay", "exception"),
        ("感谢使用", "other"),
    ],
)
def test_phrases(text: str, status: str) -> None:
    assert status_of(text) == status


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("2026-11-20 08:14 深圳 正在派送", "深圳", "正在派送"),
        ("2026-11-20 08:14 快件 正在派送", "", "快件 正在派送"),
        ("2026-11-20 08:14 已签收\n以上为全部物流信息", "", "已签收"),
        ("2026-11-20 08:14 已签收\n深圳", "深圳", "已签收"),
        (
            "Delivered, left with neighbour - 20 Nov 2026 08:14 - SHENZHEN",
            "SHENZHEN",
            "Delivered, left with neighbour",
        ),
    ],
)
def test_only_a_place_is_taken_for_one(text: str, place: str, said: str) -> None:
    (event,) = understood(text, TODAY, ZoneInfo("UTC")).events
    assert (event.place, event.text) == (place, said)


def test_the_tables_name_what_there_is() -> None:
    assert {status for status, *_patterns in PHRASES} <= set(STATUSES)
    assert {status.proposes for status in STATUSES.values()} - {""} <= set(STEPS)


@pytest.mark.parametrize("between", [" ", "\t", "今天 ", "08:14 ", "a", "["])
def test_a_line_too_long_for_any_courier_is_shown_and_left_alone(between: str) -> None:
    line = f"2026-11-20 08:14 {between * LONGEST_LINE}已揽收"
    found = understood(f"{line}\n2026-11-20 09:30 已签收", TODAY, ZoneInfo("Asia/Shanghai"))
    assert [(each.raw, bool(each.event)) for each in found.lines] == [
        (line, False),
        ("2026-11-20 09:30 已签收", True),
    ]
    assert [event.text for event in found.events] == ["已签收"]


@pytest.mark.parametrize("line", ["12 \u017fept 2026 10:00 Packed", "ye\u017fterday 12:00 Packed"])
def test_a_letter_that_only_looks_like_one_makes_no_day(line: str) -> None:
    assert [each.raw for each in understood(line, TODAY, ZoneInfo("UTC")).left_over] == [line]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=30),
            st.sampled_from(
                [line for page in PAGES.values() for line in page.text.splitlines() if line]
            ),
        ),
        max_size=12,
    )
)
def test_no_line_is_ever_dropped(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = understood(text, TODAY, ZoneInfo("Asia/Shanghai"))
    assert [line.raw for line in found.lines] == [
        line.strip() for line in text.splitlines() if line.strip()
    ]
    assert all(event.text and event.status in STATUSES for event in found.events)
