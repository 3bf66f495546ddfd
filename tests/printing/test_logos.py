"""Pictures that people choose as a logo: any that can be read fits, any other is refused."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from shopdesk.errors import FieldError
from shopdesk.printing.logos import normalised_logo, read_logo
from shopdesk.rules.logos import MOST_BYTES, is_logo

BLACK, WHITE = 0, 255


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def normalised(content: bytes) -> Image.Image:
    made = normalised_logo(content)
    assert is_logo(made)
    assert read_logo(made) is not None
    image = Image.open(BytesIO(made))
    assert image.mode == "L"
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_pictures_of_every_kind_become_grey(kind: str) -> None:
    image = normalised(saved(Image.new("RGB", (120, 40), "black"), kind))
    assert image.size == (120, 40)
    assert image.getpixel((60, 20)) == BLACK


@pytest.mark.parametrize("size", [(4000, 100), (100, 4000), (4000, 4000), (1, 9000), (9000, 1)])
def test_large_pictures_are_made_smaller(size: tuple[int, int]) -> None:
    image = normalised(saved(Image.new("L", size, 128), "PNG"))
    assert image.width <= 800
    assert image.height <= 300


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_becomes_white(mode: str) -> None:
    clear = Image.new("RGBA", (40, 20), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (0, 0, 20, 20))
    image = normalised(saved(clear.convert(mode), "PNG"))
    assert (image.getpixel((10, 10)), image.getpixel((30, 10))) == (BLACK, WHITE)


def test_a_transparent_colour_of_a_palette_becomes_white() -> None:
    picture = Image.new("P", (20, 20), 1)
    picture.putpalette([255, 0, 0, 0, 0, 0])
    picture.paste(0, (10, 0, 20, 20))
    image = normalised(saved(picture, "PNG", transparency=0))
    assert (image.getpixel((5, 5)), image.getpixel((15, 5))) == (BLACK, WHITE)


def test_printers_colours_are_read() -> None:
    image = normalised(saved(Image.new("CMYK", (40, 20), (0, 0, 0, 255)), "JPEG"))
    assert image.getpixel((20, 10)) in range(10)


def test_sixteen_bits_are_scaled_not_cut_off() -> None:
    image = normalised(saved(Image.new("I;16", (40, 20), 0x8080), "PNG"))
    assert image.getpixel((20, 10)) in range(126, 131)


def test_a_photo_stands_upright_and_bare() -> None:
    notes = Image.Exif()
    notes[0x0112] = 6
    notes[0x010E] = "made at home"
    content = saved(Image.new("RGB", (80, 20), "black"), "JPEG", exif=notes)
    assert normalised(content).size == (20, 80)
    assert b"home" not in normalised_logo(content)


def test_noise_that_is_too_many_bytes_gets_fewer_greys() -> None:
    noise = Image.effect_noise((800, 300), 120)
    assert len(normalised_logo(saved(noise, "PNG"))) <= MOST_BYTES


def bomb() -> bytes:
    """Return a picture of 60,000 by 60,000 that is small as a file."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(bytes(9999)))
        + chunk(b"IEND", b"")
    )


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


NOISE = Image.effect_noise((200, 200), 90)
ATTACKS: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "text": lambda: b"logo",
    "drawing": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "half a PNG": lambda: half(saved(NOISE, "PNG")),
    "half a JPEG": lambda: half(saved(NOISE, "JPEG")),
    "half a GIF": lambda: half(saved(NOISE, "GIF")),
    "bomb": bomb,
    "postscript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "huge": lambda: bytes(20_000_001),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_no_picture_is_refused_in_a_sentence(attack: str) -> None:
    with pytest.raises(FieldError) as refused:
        normalised_logo(ATTACKS[attack]())
    assert refused.value.field == "logo"


@given(place=st.integers(0, 10_000), letter=st.integers(0, 255))
def test_a_logo_that_is_broken_anywhere_is_none(place: int, letter: int) -> None:
    png = bytearray(saved(Image.linear_gradient("L").resize((60, 20)), "PNG"))
    at = place % len(png)
    hypothesis.assume(png[at] != letter)
    png[at] = letter
    assert not is_logo(bytes(png))


def test_pixels_that_are_broken_under_the_right_sums_are_no_logo() -> None:
    whole = saved(Image.new("L", (60, 20)), "PNG")
    start = whole.index(b"IDAT")
    (length,) = struct.unpack_from(">I", whole, start - 4)
    data = b"IDAT" + b"x" * length
    end = start + 4 + length
    assert is_logo(whole)
    assert not is_logo(
        whole[:start] + data + struct.pack(">I", zlib.crc32(data)) + whole[end + 4 :]
    )
