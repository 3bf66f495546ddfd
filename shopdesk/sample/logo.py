"""A mark that belongs to nobody, drawn from its formula: light above woven cloth."""

from math import atan2, hypot, pi

from shopdesk.sample.pictures import EIGHT_BITS_GREY, png_file

WIDTH, HEIGHT = 192, 120
_MIDDLE, _HORIZON = WIDTH / 2, 74
_SUN, _RAYS_FROM, _RAYS_TO = 34, 44, 66
_THREAD = 8
_SAMPLES = ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))
"""Where in a pixel it is looked, so that edges are grey."""


def draw_logo() -> bytes:
    """Return the mark as a grey PNG, black on white."""
    return png_file(WIDTH, EIGHT_BITS_GREY, [_row(y) for y in range(HEIGHT)])


def _row(y: int) -> bytes:
    return bytes(_level(x, y) for x in range(WIDTH))


def _level(x: int, y: int) -> int:
    inked = sum(_is_ink(x + right, y + down) for right, down in _SAMPLES)
    return 255 - inked * 255 // len(_SAMPLES)


def _is_ink(x: float, y: float) -> bool:
    return _is_light(x, y) if y < _HORIZON else _is_cloth(x, y)


def _is_light(x: float, y: float) -> bool:
    across, up = x - _MIDDLE, _HORIZON - y
    far = hypot(across, up)
    is_ray = int(atan2(up, across) / pi * 18) % 2 == 0
    return far < _SUN or (_RAYS_FROM < far < _RAYS_TO and is_ray)


def _is_cloth(x: float, y: float) -> bool:
    """Tell whether a thread lies there: every second one begins half a stitch later."""
    row, inside = divmod(y - _HORIZON - _THREAD, 1.5 * _THREAD)
    stitch = (x + (row % 2) * 2 * _THREAD) % (4 * _THREAD)
    return y > _HORIZON + _THREAD and inside < _THREAD and stitch < 3 * _THREAD
