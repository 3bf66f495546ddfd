"""The inks of coloured paper: the window's light theme."""

from shopdesk.printing.sheet import Ink


def _ink(colour: str) -> Ink:
    red, green, blue = bytes.fromhex(colour)
    return red / 255, green / 255, blue / 255


TEXT = _ink("1A2230")
MUTED = _ink("667085")
LINE = _ink("D5DAE1")
ACCENT = _ink("2F6FED")
SOFT = _ink("C9DAFB")
GOOD = _ink("067647")
LATE = _ink("C4320A")
