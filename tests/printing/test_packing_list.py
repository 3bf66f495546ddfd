"""The packer's list adds goods up, names every parcel with a code that scans, and loses none."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.errors import DomainError
from shopdesk.printing.pick_rows import ranges
from shopdesk.queries.paper import SlipLine
from shopdesk.queries.paper_lists import ListedParcel
from shopdesk.rules.documents import DOCUMENTS

from .lists import (
    LOST_PARCEL,
    PACKED_PARCEL,
    PARCEL,
    USUAL_LIST,
    WAITING_PARCEL,
    WORST_LIST,
    WORST_PARCEL,
    drawn,
    list_of,
    scanned,
    words_on,
)
from .papers import check_fonts_and_form, check_inside, check_reference, saved

DOCUMENT = "packing_list"
SIZES = DOCUMENTS[DOCUMENT].sizes

sizes = pytest.mark.parametrize("size", SIZES)


@pytest.mark.parametrize(("size", "dpi"), [*((size, 203) for size in SIZES), ("100x150", 300)])
def test_each_parcel_scans_once(size: str, dpi: int, tmp_path: Path) -> None:
    short = replace(WORST_PARCEL, lines=WORST_PARCEL.lines[:4])
    listed = list_of(short, *USUAL_LIST.parcels, *WORST_LIST.parcels[3:9])
    made = drawn(DOCUMENT, listed, size=size, dpi=dpi)
    found = sum(scanned(tmp_path, made, dpi), Counter[str]())
    assert found == {f"QR-Code:{parcel.number}": 1 for parcel in listed.parcels}
    assert made.numbers == tuple(parcel.number for parcel in listed.parcels)


@pytest.mark.parametrize("size", ["A4", "100x150"])
def test_the_usual_list_reads_as_it_did(size: str, tmp_path: Path) -> None:
    path = saved(tmp_path, drawn(DOCUMENT, USUAL_LIST, size=size).content)
    check_reference(f"packing_list_{size}", path)
    check_fonts_and_form(path)


@sizes
def test_a_long_list_goes_on_under_its_heads(size: str, tmp_path: Path) -> None:
    made = drawn(DOCUMENT, WORST_LIST, size=size)
    pages = words_on(tmp_path, made)
    check_inside(tmp_path / "paper.pdf")
    assert len(pages) == made.pages
    assert all("PARCEL" in page or "TOFETCH" in page for page in pages)
    assert all(f"{n}/{made.pages}" in page for n, page in enumerate(pages, start=1))
    text = "".join(pages)
    assert "43parcels" in text
    for line in WORST_PARCEL.lines:
        assert line.sku in text
    assert {each.number for each in made.replaced} == {WORST_PARCEL.number, PACKED_PARCEL.number}


def test_goods_are_added_up_over_the_parcels_still_to_pack() -> None:
    packed = replace(PACKED_PARCEL, lines=PARCEL.lines)
    nameless = replace(PARCEL, lines=(SlipLine("A gift", "", "", 1), *PARCEL.lines))
    picks = list_of(PARCEL, WAITING_PARCEL, packed, nameless).picks()
    assert [(pick.sku, pick.quantity, pick.parcels) for pick in picks] == [
        ("LT-TR-090", 2, ((2, 2),)),
        ("YR-0120", 5, ((1, 1), (2, 3), (4, 1))),
        ("", 1, ((4, 1),)),
    ]


def test_what_does_not_go_out_any_more_is_named_and_not_counted(tmp_path: Path) -> None:
    listed = list_of(PARCEL, LOST_PARCEL, replace(LOST_PARCEL, state="cancelled"))
    assert [(pick.quantity, pick.parcels) for pick in listed.picks()] == [(1, ((1, 1),))]
    (page,) = words_on(tmp_path, drawn(DOCUMENT, listed))
    assert "1parcel·1unit" in page
    assert "Lost" in page
    assert "Cancelled" in page


@pytest.mark.parametrize(
    ("parcels", "text"),
    [
        (((1, 1),), "1"),
        (((1, 1), (2, 1), (3, 1), (7, 1)), "1–3, 7"),
        (((1, 2), (2, 2), (3, 1)), "1–2×2, 3"),
        ((), ""),
    ],
)
def test_parcels_are_named_in_few_words(parcels: tuple[tuple[int, int], ...], text: str) -> None:
    assert ranges(parcels) == text


def test_a_list_of_nothing_is_refused() -> None:
    with pytest.raises(DomainError, match="Nothing is left"):
        drawn(DOCUMENT)


texts = st.text(max_size=60) | st.text("陈，。！（）“”… aR-0", max_size=200)
lines = st.builds(SlipLine, texts, texts, texts, st.integers(1, 999))
parcels = st.builds(
    replace,
    st.sampled_from([PARCEL, WAITING_PARCEL, PACKED_PARCEL]),
    recipient=texts,
    place=texts,
    note=texts,
    wait_note=texts,
    courier_name=texts,
    lines=st.lists(lines, max_size=5).map(tuple),
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parcels=st.lists(parcels, min_size=1, max_size=12), size=st.sampled_from(SIZES))
def test_no_text_leaves_the_paper_and_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, parcels: list[ListedParcel], size: str
) -> None:
    listed = list_of(*parcels)
    folder = tmp_path_factory.mktemp("list")
    text = "".join(words_on(folder, drawn(DOCUMENT, listed, size=size)))
    check_inside(folder / "paper.pdf")
    for place in range(1, len(parcels) + 1):
        assert f"{place}.S-2611" in text.replace("\n", "")
    goods = [line for parcel in parcels if parcel.state == "to_pack" for line in parcel.lines]
    assert sum(pick.quantity for pick in listed.picks()) == sum(line.quantity for line in goods)
