"""What ships beside the code: the font, the icons, the notices."""

from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtSvg import QSvgRenderer

from shopdesk.paths import resource

ROOT = Path(__file__).resolve().parent.parent
STYLES = ("Regular", "Bold")
MEGABYTE = 1_000_000
LATIN = range(0x20, 0x7F), range(0xA0, 0x250), range(0x1E00, 0x1F00)
SIGNS = "¥€£₹₽₩·×÷→←↑↓−✓…—“”‘’•°№℃①★●○■□▲▼￥"
RARE_NAMES = "䶮㛃㵐㬎㻬鿍鿎鿏"


@cache
def font(style: str) -> TTFont:
    return TTFont(resource("fonts") / f"ShopDeskSans-{style}.ttf")


def gbk() -> set[str]:
    """Return the characters that a pair of GBK bytes can mean."""
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    return {char for pair in pairs for char in pair.decode("gbk", "ignore")} - {"\x7f"}


@pytest.mark.parametrize("style", STYLES)
def test_the_font_has_every_character_of_gbk(style: str) -> None:
    drawn = font(style).getBestCmap()
    lacking = {char for char in gbk() if ord(char) not in drawn}
    assert not lacking
    assert len(gbk()) > 21_000


@pytest.mark.parametrize("style", STYLES)
def test_the_font_has_latin_signs_and_rare_names(style: str) -> None:
    wanted = {point for block in LATIN for point in block} | {ord(c) for c in SIGNS + RARE_NAMES}
    assert wanted <= font(style).getBestCmap().keys()


@pytest.mark.parametrize("style", STYLES)
def test_digits_are_of_one_width(style: str) -> None:
    drawn, widths = font(style).getBestCmap(), font(style)["hmtx"]
    assert len({widths[drawn[ord(digit)]][0] for digit in "0123456789"}) == 1


@pytest.mark.parametrize("style", STYLES)
def test_the_line_is_high_enough_for_chinese_and_for_stacked_accents(style: str) -> None:
    drawn, glyphs, hhea = font(style).getBestCmap(), font(style)["glyf"], font(style)["hhea"]
    for char in "國龘鬱屏ẤỄǺgyjÇ":
        outline = glyphs[drawn[ord(char)]]
        assert hhea.descent <= outline.yMin
        assert outline.yMax <= hhea.ascent


@pytest.mark.parametrize("style", STYLES)
def test_the_font_is_one_family_with_outlines_that_paper_can_hold(style: str) -> None:
    assert font(style)["name"].getDebugName(1) == "ShopDesk Sans"
    assert font(style)["name"].getDebugName(2) == style
    assert "glyf" in font(style)
    assert font(style)["OS/2"].fsType == 0
    assert (resource("fonts") / f"ShopDeskSans-{style}.ttf").stat().st_size < 8 * MEGABYTE


@pytest.mark.parametrize("icon", sorted(resource("icons").glob("*.svg")), ids=lambda p: p.stem)
def test_an_icon_can_be_drawn_and_tinted(icon: Path) -> None:
    assert QSvgRenderer(str(icon)).isValid()
    assert icon.stem == "shopdesk" or 'stroke="currentColor"' in icon.read_text("utf-8")


def test_the_notices_name_every_installed_package_and_every_licence_file() -> None:
    notices = (ROOT / "NOTICES.md").read_text("utf-8").lower().replace("_", "-")
    lock = (ROOT / "requirements.txt").read_text("ascii")
    packages = [line.split("==")[0] for line in lock.splitlines() if "==" in line]
    licences = [*resource("fonts").glob("OFL-*.txt"), *resource("icons").glob("LICENSE-*.txt")]
    spelt = {name: name.replace("pyside6-", "pyside6 ") for name in packages}
    assert [name for name in packages if spelt[name] not in notices] == []
    assert len(licences) == 3
    assert [file.name for file in licences if file.name.lower() not in notices] == []
