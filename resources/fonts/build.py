"""Build ShopDesk Sans, the one font of screen and paper, from two families of Noto.

Run it after changing what the font holds: `python resources/fonts/build.py` in the project's
virtual environment, with npm at hand. The result is committed, so nobody else needs to.
Noto Sans SC brings Chinese, kana and symbols; Noto Sans brings Latin, Greek, Cyrillic and
currency signs, which Noto Sans SC lacks or spaces for Chinese lines.
"""

import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
FAMILY = "ShopDesk Sans"
VERSION = "1.000"
WEIGHTS = {"Regular": 400, "Bold": 700}
CHINESE = "@expo-google-fonts/noto-sans-sc@0.4.3"
LATIN = "@expo-google-fonts/noto-sans@0.4.2"
LICENCES = {CHINESE: "OFL-NotoSansSC.txt", LATIN: "OFL-NotoSans.txt"}

LATIN_RANGES = (
    (0x0020, 0x036F),  # Latin with Extended-A and -B, phonetics, tone marks, accents
    (0x0370, 0x052F),  # Greek and Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese names
    (0x2000, 0x2070),  # punctuation
    (0x2074, 0x209F),  # raised and lowered digits
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x218F),  # №, ™, fractions
    (0x2212, 0x2212),  # the minus that is as wide as a digit
    (0x25CC, 0x25CC),  # what carries a lone accent
)
CHINESE_RANGES = (
    (0x2190, 0x22FF),  # arrows and mathematics
    (0x2460, 0x27BF),  # numbers in circles, boxes, shapes, dingbats
    (0x2E80, 0x33FF),  # punctuation, kana, bopomofo, squared units
    (0x4E00, 0x9FFF),  # ideographs, the ones added since GBK included
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFE10, 0xFFEF),  # vertical, small, full and half width
)
SET_AS_CHINESE = frozenset("‖‥※℃℅℉℡")
# Ideographs of Extension A that China's table of general-use characters (2013) has, for names.
NAMES_BEYOND_GBK = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎"
    "䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)
LATIN_FEATURES = ("ccmp", "kern", "locl", "mark", "mkmk")
ASCENT, DESCENT = 1069, -293  # Noto Sans's own; every ideograph lies within
DOT_X, DOT_Y = 280, 280  # from the middle of a character to the dots of ≒
BUILT_AT = 3_850_000_000  # seconds since 1904: the same sources give the same bytes
IS_BOLD, IS_REGULAR, USE_TYPO_METRICS = 1 << 5, 1 << 6, 1 << 7


def main() -> None:
    """Fetch the sources, write both weights and the licence texts beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        sources = {name: fetched(name, Path(folder)) for name in (CHINESE, LATIN)}
        for name, licence in LICENCES.items():
            text = (sources[name] / "LICENSE_FONT").read_text("utf-8")
            (HERE / licence).write_text(text, "utf-8", newline="\n")
        for style in WEIGHTS:
            build(style, sources[CHINESE], sources[LATIN], Path(folder))


def fetched(package: str, folder: Path) -> Path:
    """Return the unpacked folder of one npm package."""
    packed = subprocess.run(
        ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
    )
    archive = folder / packed.stdout.split()[-1]
    with tarfile.open(archive) as tar:
        tar.extractall(folder / archive.stem, filter="data")
    return folder / archive.stem / "package"


def build(style: str, chinese: Path, latin: Path, folder: Path) -> None:
    """Write `ShopDeskSans-STYLE.ttf`."""
    file = f"{WEIGHTS[style]}{style}/{{}}_{WEIGHTS[style]}{style}.ttf"
    parts = [folder / f"latin-{style}.ttf", folder / f"chinese-{style}.ttf"]
    base = TTFont(latin / file.format("NotoSans"))
    from_latin = wanted(LATIN_RANGES, base) - {ord(char) for char in SET_AS_CHINESE}
    cut(base, from_latin, LATIN_FEATURES).save(parts[0])
    ideographs = TTFont(chinese / file.format("NotoSansSC"))
    cut(ideographs, from_chinese(ideographs) - from_latin).save(parts[1])
    merged = Merger().merge([str(part) for part in parts])
    add_image_of(merged)
    finish(merged, style)
    merged.recalcTimestamp = False
    merged.save(HERE / f"ShopDeskSans-{style}.ttf")


def wanted(ranges: Iterable[tuple[int, int]], font: TTFont) -> set[int]:
    """Return the code points of `font` that lie in `ranges`, both ends included."""
    return {
        point
        for point in font.getBestCmap()
        if any(first <= point <= last for first, last in ranges)
    }


def from_chinese(font: TTFont) -> set[int]:
    """Return what the Chinese part gives: its ranges, GBK, and the rare characters of names."""
    return wanted(CHINESE_RANGES, font) | gbk() | {ord(char) for char in NAMES_BEYOND_GBK}


def gbk() -> set[int]:
    """Return every code point that a pair of GBK bytes can mean."""
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    return {ord(char) for pair in pairs for char in pair.decode("gbk", "ignore")}


def cut(font: TTFont, points: set[int], features: tuple[str, ...] = ()) -> TTFont:
    """Keep the outlines of `points` with these layout features; no hints, no vertical setting."""
    options = Options(layout_features=list(features), hinting=False, glyph_names=False)
    options.notdef_outline = True
    options.drop_tables += ["BASE", "STAT", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    return font


def add_image_of(font: TTFont) -> None:
    """Draw ≒, the one character of GBK that neither source has: ＝ with a dot at two corners."""
    cmap, pen = font.getBestCmap(), TTGlyphPen(None)
    parts = (("＝", 0, 0), ("・", -DOT_X, DOT_Y), ("・", DOT_X, -DOT_Y))
    for char, right, up in parts:
        outline = DecomposingRecordingPen(font.getGlyphSet())
        font.getGlyphSet()[cmap[ord(char)]].draw(outline)
        outline.replay(TransformPen(pen, (1, 0, 0, 1, right, up)))
    drawn = pen.glyph()
    font.setGlyphOrder([*font.getGlyphOrder(), "imageof"])
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["glyf"]["imageof"] = drawn
    drawn.recalcBounds(font["glyf"])
    font["hmtx"]["imageof"] = (1000, drawn.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord("≒")] = "imageof"


def finish(font: TTFont, style: str) -> None:
    """Give the merged font its own name, and one set of vertical measures for every system."""
    bold = style == "Bold"
    head, hhea, os2 = font["head"], font["hhea"], font["OS/2"]
    head.fontRevision, head.macStyle = float(VERSION), int(bold)
    head.created = head.modified = BUILT_AT
    hhea.ascent, hhea.descent, hhea.lineGap = ASCENT, DESCENT, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, DESCENT, 0
    os2.usWinAscent, os2.usWinDescent = ASCENT, -DESCENT
    os2.usWeightClass = WEIGHTS[style]
    os2.fsSelection = USE_TYPO_METRICS | (IS_BOLD if bold else IS_REGULAR)
    font["post"].formatType = 3.0  # no glyph names
    rename(font, style)


def rename(font: TTFont, style: str) -> None:
    """Replace all names: the licence asks changed fonts to drop reserved ones."""
    names = font["name"]
    names.names = []
    for number, text in {
        0: "© 2014-2021 Adobe; © 2022 The Noto Project Authors",
        1: FAMILY,
        2: style,
        3: f"{FAMILY} {style} {VERSION}",
        4: f"{FAMILY} {style}",
        5: f"Version {VERSION}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }.items():
        names.setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    main()
