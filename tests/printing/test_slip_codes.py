"""Every code of every layout, paper and printer scans from one bit for each dot."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image

from shopdesk.printing.drawing import PaperWish, draw
from shopdesk.printing.papers import paper_of
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.queries.paper import Slip
from shopdesk.rules.label_sheets import PRESETS, LabelSheet

from .papers import (
    BARE_PARCEL,
    BARE_SLIP,
    PARCEL,
    SLIP,
    WORST_PARCEL,
    WORST_SLIP,
    asked,
    saved,
)

CASES: list[tuple[str, Slip]] = [
    ("return_slip", SLIP),
    ("packing_slip", BARE_PARCEL),
    ("address_label", WORST_PARCEL),
    ("return_label", SLIP),
    ("return_slip", WORST_SLIP),
    ("return_slip", BARE_SLIP),
    ("packing_slip", PARCEL),
    ("address_label", PARCEL),
    ("packing_slip", WORST_PARCEL),
    ("return_label", BARE_SLIP),
]
"""Every layout with usual, crowded and bare data; the first few stand for all in a short run."""

WITHOUT_BARS = {"60x40", "sheet:a4-2x7", "sheet:a4-3x7", "sheet:a4-3x8", "sheet:letter-3x10"}
"""Papers too low for bars: the QR code stands alone."""

SHORT = [(size, 203) for size in PAPER_SIZES] + [("100x150", 300), ("60x40", 300)]
LONG = [(size, dpi) for size in PAPER_SIZES for dpi in (203, 300)]
SHEETS = [(code, 203) for code in PRESETS] + [("sheet:a4-2x4", 300), ("sheet:letter-3x10", 300)]
LARGE = {"A4", "letter", "A5"}


def bitmaps(folder: Path, content: bytes, dpi: int) -> Iterator[Path]:
    """Yield each page in one bit for each dot, as a thermal printer gets it."""
    folder.mkdir()
    asked("pdftoppm", "-r", str(dpi), "-mono", saved(folder, content), folder / "page")
    yield from sorted(folder.glob("page*"))


def wanted(number: str, paper: str, count: int) -> Counter[str]:
    kinds = ["QR-Code"] if paper in WITHOUT_BARS else ["QR-Code", "CODE-128"]
    return Counter({f"{kind}:{number}": count for kind in kinds})


def scanned(pictures: list[Path]) -> Counter[str]:
    kinds = ("-Sdisable", "-Sqrcode.enable", "-Scode128.enable")
    return Counter(asked("zbarimg", "--quiet", *kinds, *pictures).split())


def check_scans(cases: Sequence[tuple[str, Slip]], size: str, dpi: int, folder: Path) -> None:
    pictures: list[Path] = []
    expected: Counter[str] = Counter()
    for document, slip in cases:
        made = draw(document, [slip], PaperWish(PAPER_SIZES[size], "en", "en", dpi))
        pictures += bitmaps(folder / str(len(pictures)), made.content, dpi)
        expected += wanted(slip.number, size, made.pages)
    assert scanned(pictures) == expected


@pytest.mark.parametrize(("size", "dpi"), SHORT)
def test_codes_of_every_sheet_scan(size: str, dpi: int, tmp_path: Path) -> None:
    check_scans(CASES[: 1 if size in LARGE else 3], size, dpi, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize(("size", "dpi"), LONG)
def test_codes_of_every_layout_on_every_sheet_scan(size: str, dpi: int, tmp_path: Path) -> None:
    check_scans(CASES, size, dpi, tmp_path)


@pytest.mark.parametrize(("code", "dpi"), SHEETS)
def test_codes_of_every_label_on_a_sheet_scan(code: str, dpi: int, tmp_path: Path) -> None:
    sheet = PRESETS[code]
    wish = PaperWish(paper_of(code, (), ""), "en", "en", dpi)
    slips = [SLIP, WORST_SLIP]
    made = draw("return_slip", slips, wish)
    alone = draw("return_slip", slips[:1], wish).used
    pages = bitmaps(tmp_path / "sheet", made.content, dpi)
    labels = [label for page in pages for label in cut_out(page, sheet, dpi)][: made.used]
    expected = wanted(SLIP.number, code, alone)
    expected += wanted(WORST_SLIP.number, code, made.used - alone)
    assert scanned(labels) == expected


def cut_out(page: Path, sheet: LabelSheet, dpi: int) -> Iterator[Path]:
    """Yield each label of a printed sheet as a picture of its own."""
    to_dots = dpi / 2540
    with Image.open(page) as image:
        for number, (left, top) in enumerate(sheet.corners()):
            right, bottom = left + sheet.width, top + sheet.height
            sides = [round(side * to_dots) for side in (left, top, right, bottom)]
            place = page.with_name(f"{page.stem}-{number:03d}.png")
            image.crop((sides[0], sides[1], sides[2], sides[3])).save(place)
            yield place
