"""Labels in ZPL as CUPS' driver writes it: `~DGR:CUPS.GRF,bytes,bytes per row,` and squeezed dots.

Squeezed: letters G-Y (1-19) and g-z (20, 40 ... 400) count what follows them, `,` fills the row
with white, `:` is the row before once more (Zebra, "ZPL II Programming Guide", ~DG).
"""

import re
from dataclasses import dataclass

_LABEL = re.compile(rb"~DGR:CUPS\.GRF,\d+,(\d+),\s*(.*?)\^XA", re.DOTALL)


@dataclass(frozen=True)
class Label:
    """The dots of one label, eight in a byte, 1 is black."""

    row_bytes: int
    rows: tuple[bytes, ...]

    @property
    def pbm(self) -> bytes:
        """The dots as a picture file."""
        return b"P4\n%d %d\n" % (self.row_bytes * 8, len(self.rows)) + b"".join(self.rows)


def read_labels(zpl: bytes) -> list[Label]:
    """Return the labels in the order in which they come out."""
    return [
        Label(int(match[1]), tuple(_rows(match[2].decode(), int(match[1]))))
        for match in _LABEL.finditer(zpl)
    ]


def _rows(squeezed: str, row_bytes: int) -> list[bytes]:
    rows: list[bytes] = []
    row, times = "", 0
    for letter in "".join(squeezed.split()):
        if letter == ":":
            rows.append(rows[-1])
        elif "G" <= letter <= "Y":
            times += ord(letter) - ord("F")
        elif "g" <= letter <= "z":
            times += 20 * (ord(letter) - ord("f"))
        else:
            row = row.ljust(2 * row_bytes, "0") if letter == "," else row + letter * (times or 1)
            times = 0
        if len(row) >= 2 * row_bytes:
            rows.append(bytes.fromhex(row[: 2 * row_bytes]))
            row = row[2 * row_bytes :]
    return rows
