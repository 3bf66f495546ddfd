"""Slips and labels hold everything, never leave their paper, and read as they read."""

from collections.abc import Iterator
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from shopdesk.errors import DomainError
from shopdesk.printing.drawing import MadePaper, PaperWish, draw
from shopdesk.printing.papers import paper_of
from shopdesk.printing.sizes import PAPER_SIZES, POINTS_PER_MM
from shopdesk.queries.paper import ReturnSlip, Slip, SlipLine, SlipPaper
from shopdesk.rules.label_sheets import PRESETS, LabelSheet

from .papers import (
    BARE_SLIP,
    PARCEL,
    SLIP,
    WORST_PARCEL,
    WORST_SLIP,
    asked,
    boxes,
    check_fonts_and_form,
    check_inside,
    check_reference,
    saved,
)

SMALLEST = LabelSheet("sheet:7", "Tiny", "A4", 4, 10, 4000, 2500, 1000, 1000, 500, 200)
NARROW = LabelSheet("sheet:8", "Narrow", "A4", 4, 2, 4000, 14000, 1000, 500, 500, 200)
OWN = (SMALLEST, NARROW)
HUNDREDTH_PT = POINTS_PER_MM / 100


def made(
    document: str, *slips: Slip, paper: str = "100x150", language: str = "en", start: int = 1
) -> MadePaper:
    wish = PaperWish(paper_of(paper, OWN, ""), language, "en", start=start)
    return draw(document, iter(slips), wish)


def text_of(paper: MadePaper, folder: Path, *options: str) -> str:
    return asked("pdftotext", *options, saved(folder, paper.content), "-")


@pytest.mark.parametrize(
    ("document", "paper", "slip"),
    [
        ("return_slip", "100x150", SLIP),
        ("packing_slip", "100x100", PARCEL),
        ("address_label", "60x40", PARCEL),
        ("return_label", "76x130", SLIP),
        ("packing_slip", "sheet:a4-2x4", PARCEL),
    ],
)
def test_usual_papers_read_as_they_did(
    document: str, paper: str, slip: Slip, tmp_path: Path
) -> None:
    path = saved(tmp_path, made(document, slip, paper=paper).content)
    check_reference(f"{document}_{paper.replace(':', '_')}", path)
    check_fonts_and_form(path)


@pytest.mark.parametrize("paper", [*PAPER_SIZES, *PRESETS])
def test_a_page_has_the_size_of_its_paper(paper: str) -> None:
    done = made("address_label", PARCEL, paper=paper)
    page = PdfReader(BytesIO(done.content)).pages[0]
    assert float(page.mediabox.width) == pytest.approx(done.size.width_pt, abs=0.01)
    assert float(page.mediabox.height) == pytest.approx(done.size.height_pt, abs=0.01)


@pytest.mark.parametrize("language", ["en", "zh_CN", "both", "buyer", "shop"])
@pytest.mark.parametrize("paper", ["100x150", "100x100", "76x130", "A6", "sheet:a4-2x4"])
def test_the_usual_slip_is_one_label(language: str, paper: str) -> None:
    assert made("return_slip", SLIP, paper=paper, language=language).used == 1


@pytest.mark.parametrize("paper", ["100x150", "60x40", "A5", "sheet:letter-3x10"])
@pytest.mark.parametrize("slip", [WORST_SLIP, WORST_PARCEL], ids=["return", "parcel"])
def test_a_crowded_slip_goes_on_with_everything_on_it(
    slip: Slip, paper: str, tmp_path: Path
) -> None:
    document = "return_slip" if isinstance(slip, ReturnSlip) else "packing_slip"
    done = made(document, slip, paper=paper)
    text = text_of(done, tmp_path).replace(" ", "").replace("\n", "")
    assert done.used > 1
    assert f"1/{done.used}" in text
    for line in slip.lines:
        assert line.sku in text
        assert f"×{line.quantity}" in text
    assert "Ringtwice." in text


def test_a_label_has_nothing_of_what_is_inside(tmp_path: Path) -> None:
    text = text_of(made("address_label", PARCEL, language="zh_CN"), tmp_path)
    assert PARCEL.to_postcode in text
    assert PARCEL.from_phone in text
    assert PARCEL.lines[0].title not in text
    assert PARCEL.note not in text


def test_a_return_label_tells_nobody_on_the_way_why(tmp_path: Path) -> None:
    text = text_of(made("return_label", SLIP), tmp_path)
    assert SLIP.order_number in text
    assert SLIP.buyer_name in text
    for secret in ("Wrong item", "Exchange", "Seller pays", SLIP.lines[0].title):
        assert secret not in text


def test_an_own_reason_stands_in_its_own_words(tmp_path: Path) -> None:
    slip = replace(SLIP, reason="own-7", reason_text="盖子漏水")
    text = text_of(made("return_slip", slip, paper="A5"), tmp_path)
    assert "盖子漏水" in text
    assert "own-7" not in text


def test_each_buyer_reads_the_language_of_the_shop(tmp_path: Path) -> None:
    english = replace(SLIP, number="R-1", buyer_language="en", region="CN")
    chinese = replace(SLIP, number="R-2", buyer_language="", region="CN")
    done = made("return_slip", english, chinese, language="buyer")
    assert "SEND TO" in text_of(done, tmp_path, "-l", "1")
    assert "寄往" in text_of(done, tmp_path, "-f", "2")
    assert "SEND TO" not in text_of(done, tmp_path, "-f", "2")


def test_a_number_that_no_code_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="单"):
        made("return_slip", replace(SLIP, number="单-1"))


def test_nothing_to_print_is_said() -> None:
    with pytest.raises(DomainError):
        made("return_slip")


@pytest.mark.parametrize("paper", ["A5", "sheet:a4-3x7"])
def test_the_same_slips_give_the_same_bytes(paper: str) -> None:
    first, again = (made("return_slip", WORST_SLIP, paper=paper) for _time in range(2))
    assert first == again


def test_slips_are_read_one_by_one_and_can_be_stopped() -> None:
    class EnoughError(Exception):
        pass

    read: list[int] = []
    done: list[int] = []

    def slips() -> Iterator[Slip]:
        for number in range(5):
            read.append(number)
            yield SLIP

    def stop_at_two(count: int) -> None:
        done.append(count)
        if count == 2:
            raise EnoughError

    with pytest.raises(EnoughError):
        draw("return_slip", slips(), PaperWish(PAPER_SIZES["A5"], "en", "en"), stop_at_two)
    assert (read, done) == ([0, 1], [1, 2])


@pytest.mark.parametrize("language", ["en", "both"])
def test_a_label_is_small(language: str) -> None:
    slips = [replace(SLIP, number=f"R-2611-{number:04d}") for number in range(40)]
    done = made("return_slip", *slips, language=language)
    assert len(done.content) / len(slips) < 3600
    assert done.numbers == tuple(slip.number for slip in slips)
    assert done.file_name == "return-slip_R-2611-0000_R-2611-0039.pdf"


def test_lost_characters_are_seen_on_paper_and_told_with_their_case(tmp_path: Path) -> None:
    zalgo = "Z\u0337\u0321a\u0334\u0322l\u0337go"
    slip = replace(SLIP, number="R-2", buyer_name=f"{zalgo} 😀\u200d\ufe0f שלום 𠮷")
    done = made("return_slip", SLIP, slip, BARE_SLIP)
    assert [row.number for row in done.replaced] == ["R-2"]
    assert {"\u0337", "😀", "ש"} <= set(done.replaced[0].characters)
    assert not {"\u200d", "\ufe0f"} & set(done.replaced[0].characters)
    assert "〓" in text_of(done, tmp_path)


def logo() -> bytes:
    file = BytesIO()
    image = Image.new("RGBA", (900, 300), (0, 0, 0, 0))
    image.paste((40, 40, 40, 255), (0, 0, 300, 300))
    image.save(file, "PNG")
    return file.getvalue()


SHOP = SlipPaper(logo(), "Cloud & Soft Ltd\nVAT 123", "Thank you!")


def test_a_shops_logo_lines_and_foot_are_on_its_paper(tmp_path: Path) -> None:
    done = made("return_slip", *[replace(SLIP, paper=SHOP)] * 3)
    text = text_of(done, tmp_path)
    assert text.count("VAT 123") == text.count("Thank you!") == 3
    images = asked("pdfimages", "-list", saved(tmp_path, done.content)).splitlines()[2:]
    assert len({line.split()[10] for line in images if " image " in line}) == 1


def test_a_logo_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    paper = replace(SHOP, logo_png=b"no picture")
    done = made("return_slip", replace(SLIP, paper=paper))
    assert SLIP.buyer_phone in text_of(done, tmp_path)


def test_what_the_shop_adds_never_costs_a_small_label(tmp_path: Path) -> None:
    done = made("address_label", replace(PARCEL, paper=SHOP), paper="sheet:letter-3x10")
    assert done.used == 1
    assert PARCEL.to_postcode in text_of(done, tmp_path)


@pytest.mark.parametrize(
    ("document", "paper", "left_away"),
    [
        ("return_slip", "100x150", ""),
        ("address_label", "100x100", ""),
        ("address_label", "sheet:a4-2x4", "logo"),
        ("return_slip", "sheet:a4-2x4", "lines"),
        ("address_label", "sheet:a4-3x8", "lines"),
    ],
)
def test_what_has_no_room_is_left_away_from_every_label_and_told(
    document: str, paper: str, left_away: str, tmp_path: Path
) -> None:
    slip = PARCEL if document == "address_label" else SLIP
    slips = replace(slip, paper=SHOP), replace(slip, note="", lines=(), paper=SHOP)
    done = made(document, *slips, paper=paper)
    text = text_of(done, tmp_path)
    assert done.left_away == left_away
    assert text.count("Thank you!") == text.count("VAT 123") == (0 if left_away == "lines" else 2)


def test_a_number_is_readable_on_a_very_small_label_of_ones_own(tmp_path: Path) -> None:
    sheet = LabelSheet("sheet:1", "Own", "A4", 4, 10, 4000, 2500, 500, 1000)
    path = saved(tmp_path, draw("return_slip", [WORST_SLIP], PaperWish(sheet, "en", "en")).content)
    found = [box for _page, box in words_on(path, WORST_SLIP.number)]
    assert len(found) > 9
    for box in found:
        assert box[2] - box[0] >= 5 * 0.53 * len(WORST_SLIP.number)
        assert cell_with(sheet, box) >= 0


def test_slips_begin_at_the_first_free_label_and_go_on_on_the_next_sheet(tmp_path: Path) -> None:
    done = made("address_label", *[PARCEL] * 4, paper="sheet:a4-2x4", start=7)
    assert (done.used, done.pages) == (4, 2)
    path = saved(tmp_path, done.content)
    sheet = PRESETS["sheet:a4-2x4"]
    found = [(page, cell_with(sheet, box)) for page, box in words_on(path, PARCEL.to_postcode)]
    assert found == [(0, 6), (0, 7), (1, 0), (1, 1)]


def test_second_pages_take_the_next_labels() -> None:
    done = made("return_slip", WORST_SLIP, SLIP, paper="sheet:a4-3x7", start=20)
    alone = made("return_slip", WORST_SLIP, paper="sheet:a4-3x7").used
    assert done.used == alone + made("return_slip", SLIP, paper="sheet:a4-3x7").used
    assert done.pages == 1 + -(-(done.used - 2) // 21)


Box = tuple[float, float, float, float]


def words_on(path: Path, word: str) -> list[tuple[int, Box]]:
    """Return page and box of each place where a word stands."""
    found = []
    for page in range(len(PdfReader(path).pages)):
        listed = asked("pdftotext", "-bbox", "-f", str(page + 1), "-l", str(page + 1), path, "-")
        for line in listed.splitlines():
            if f">{word}<" in line:
                left, top, right, bottom = (float(part) for part in line.split('"')[1:8:2])
                found.append((page, (left, top, right, bottom)))
    return found


def cell_with(sheet: LabelSheet, box: Box) -> int:
    """Return which label holds a box whole, -1 for none; half a point is forgiven."""
    for place, corner in enumerate(sheet.corners()):
        left, top = (length * HUNDREDTH_PT for length in corner)
        right, bottom = left + sheet.width * HUNDREDTH_PT, top + sheet.height * HUNDREDTH_PT
        x0, y0, x1, y1 = box
        if left <= x0 + 0.5 and top <= y0 + 0.5 and x1 - 0.5 <= right and y1 - 0.5 <= bottom:
            return place
    return -1


texts = st.text(max_size=120) | st.text("陈，。！（）“”… aR-0", max_size=300)
lines = st.builds(SlipLine, texts, texts, texts, st.integers(1, 10**6))
slips = st.builds(
    replace,
    st.just(SLIP),
    lines=st.lists(lines, max_size=12).map(tuple),
    paper=st.builds(SlipPaper, st.sampled_from([b"", SHOP.logo_png]), texts, texts),
    **{
        field.name: texts
        for field in fields(ReturnSlip)
        if field.type is str and field.name not in {"number", "buyer_language", "region"}
    },
)
every_paper = st.sampled_from([*PAPER_SIZES, *PRESETS, *(sheet.code for sheet in OWN)])


wishes = st.builds(
    PaperWish,
    every_paper.map(lambda code: paper_of(code, OWN, "")),
    st.sampled_from(["en", "both"]),
    st.just("en"),
    st.sampled_from([203, 300]),
    st.integers(1, 9),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slip=slips, wish=wishes, document=st.sampled_from(["return_slip", "return_label"]))
def test_no_text_leaves_its_label_and_no_item_is_lost(
    tmp_path_factory: pytest.TempPathFactory, slip: ReturnSlip, wish: PaperWish, document: str
) -> None:
    done = draw(document, [slip], wish)
    path = saved(tmp_path_factory.mktemp("slip"), done.content)
    check_inside(path)
    assert len(PdfReader(path).pages) == done.pages
    if isinstance(wish.paper, LabelSheet):
        assert all(cell_with(wish.paper, box[2:]) >= 0 for box in boxes(path))
        skipped = (wish.start - 1) % wish.paper.count
        assert done.pages == -(-(skipped + done.used) // wish.paper.count)
    else:
        assert done.used == done.pages
    if document == "return_slip":
        assert asked("pdftotext", path, "-").count("×") >= len(slip.lines)
