"""The month's paper holds its figures with none, with a few and with very many of them."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from shopdesk.printing.period_summary import render_month_summary
from shopdesk.printing.sizes import A4, LETTER, PaperSize
from shopdesk.queries.paper import ItemCount, MoneyPair, MonthSummary, Pair, ReasonCount, WeekCount

from .papers import (
    EMPTY_MONTH,
    MONTH,
    asked,
    check_fonts_and_form,
    check_inside,
    check_reference,
    saved,
)

LONG = "超大号手工编织纯棉加厚防滑地毯客厅卧室，可机洗！（第二代升级款）"
FULL_MONTH = replace(
    MONTH,
    shop_names=("Wolkenweiche Handelsgesellschaft mbH",) * 9,
    sales=tuple(MoneyPair(code, 123456789012, 5) for code in ("CNY", "EUR", "JPY", "KWD")),
    reasons=tuple(ReasonCount(f"own-{n}", f"{LONG}{n}", 200 - n, n) for n in range(100)),
    items=tuple(ItemCount(LONG * 3, f"S-{n:04d}", 500 - n, 900, "late", "") for n in range(100)),
    cases=105341,
)
MONTHS = {"usual": MONTH, "empty": EMPTY_MONTH, "full": FULL_MONTH}


def text_of(folder: Path, month: MonthSummary, language: str = "en") -> str:
    path = saved(folder, render_month_summary(month, language))
    return asked("pdftotext", "-layout", path, "-")


@pytest.mark.parametrize("name", ["usual", "empty"])
def test_a_month_reads_as_it_did(name: str, tmp_path: Path) -> None:
    path = saved(tmp_path, render_month_summary(MONTHS[name], "en"))
    check_reference(f"month_summary_{name}", path)
    check_fonts_and_form(path)


@pytest.mark.parametrize("size", [A4, LETTER])
@pytest.mark.parametrize("language", ["en", "zh_CN", "en_XA"])
@pytest.mark.parametrize("name", MONTHS)
def test_nothing_leaves_the_paper(
    name: str, language: str, size: PaperSize, tmp_path: Path
) -> None:
    content = render_month_summary(MONTHS[name], language, size)
    check_inside(saved(tmp_path, content))
    box = PdfReader(BytesIO(content)).pages[0].mediabox
    assert float(box.width) == pytest.approx(size.width_pt, abs=0.1)


def test_tables_break_over_pages_with_their_heads(tmp_path: Path) -> None:
    pages = text_of(tmp_path, FULL_MONTH).split("\f")[:-1]
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page
        assert ("Returned" in page) == ("S-0" in page)
    everything = "".join(pages)
    assert all(item.sku in everything for item in FULL_MONTH.items)


def test_several_currencies_stand_beside_each_other_and_are_not_added(tmp_path: Path) -> None:
    text = text_of(tmp_path, FULL_MONTH)
    assert "CN¥1,234,567,890.12" in text
    assert "€1,234,567,890.12" in text
    assert "and 2 more currencies" in text
    assert "123,456,789.012" in text


def test_a_change_of_a_rate_is_told_in_points(tmp_path: Path) -> None:
    rates = replace(MONTH, return_rate=Pair(0.05, 0.04))
    assert "+1.0 points" in text_of(tmp_path, rates)


def test_the_file_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(render_month_summary(MONTH, "zh_CN")))
    assert reader.metadata is not None
    assert "2026年10月" in str(reader.metadata.title)
    assert reader.metadata.author == "云柔家居"
    assert str(reader.root_object["/Lang"]) == "zh-CN"


def test_the_same_month_gives_the_same_bytes() -> None:
    assert render_month_summary(MONTH, "en") == render_month_summary(MONTH, "en")


texts = st.text(max_size=80)
counts = st.integers(0, 10**9)
pairs = st.builds(Pair, counts, counts)
amounts = st.lists(
    st.builds(MoneyPair, st.sampled_from(["CNY", "JPY", "KWD"]), counts, counts),
    max_size=5,
    unique_by=lambda amount: amount.currency,
).map(tuple)
days = st.just(MONTH.first_day)
months = st.builds(
    replace,
    st.just(MONTH),
    shop_names=st.lists(texts, max_size=4).map(tuple),
    orders=pairs,
    returns=pairs,
    sales=amounts,
    refunded=amounts,
    return_rate=st.builds(Pair, st.none() | st.floats(0, 3), st.none() | st.floats(0, 3)),
    weeks=st.lists(st.builds(WeekCount, days, days, counts, counts), max_size=6).map(tuple),
    reasons=st.lists(st.builds(ReasonCount, texts, texts, counts, counts), max_size=12).map(tuple),
    items=st.lists(
        st.builds(ItemCount, texts, texts, counts, counts, texts, texts), max_size=12
    ).map(tuple),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(month=months)
def test_any_month_can_be_drawn(
    tmp_path_factory: pytest.TempPathFactory, month: MonthSummary
) -> None:
    check_inside(saved(tmp_path_factory.mktemp("month"), render_month_summary(month, "en")))
