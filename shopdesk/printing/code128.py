"""Code 128 (ISO/IEC 15417): a text as the widths of bars and gaps in turn, as few as can be.

Written out here because reportlab's own draws in its whole page layout, a third of the time that
the first slip of a start takes.
"""

_WIDTHS = """
    212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212
    112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131
    311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321
    112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
    313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111
    314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114
    122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
    124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
    114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112
""".split()  # noqa: SIM905 - read as a table
"""Bar, gap, bar … of each symbol, in modules."""

_START = {"B": 104, "C": 105}
_CHANGE_TO = {"B": 100, "C": 99}
_STOP = 106
_CHECK = 103
_PAIR = 2
_FIRST, _LAST = " ", "~"


def bar_widths(text: str) -> list[int]:
    """Return the modules of each bar and gap in turn, a bar first and last.

    Raises:
        ValueError: `text` is empty or holds more than printed ASCII.
    """
    if not text or not all(_FIRST <= character <= _LAST for character in text):
        raise ValueError(text)
    found = _symbols(text)
    start = min(_START, key=lambda kind: len(found[kind]))
    symbols = (_START[start], *found[start])
    check = sum(max(1, place) * symbol for place, symbol in enumerate(symbols)) % _CHECK
    return [int(width) for symbol in (*symbols, check, _STOP) for width in _WIDTHS[symbol]]


def _symbols(text: str) -> dict[str, tuple[int, ...]]:
    """Return the shortest symbols of a text from each code set.

    B has characters, C pairs of digits.
    """
    shortest: dict[str, tuple[int, ...]] = {"B": (), "C": ()}
    before = shortest  # of what is left two places on; `shortest` of what is left one place on
    for place in reversed(range(len(text))):
        direct = {"B": (ord(text[place]) - ord(_FIRST), *shortest["B"])}
        pair = text[place : place + 2]
        if len(pair) == _PAIR and pair.isdigit():
            direct["C"] = (int(pair), *before["C"])
        before, shortest = shortest, _with_changes(direct)
    return shortest


def _with_changes(direct: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Return the shortest symbols from each set, changing to the other where that is shorter."""
    ways = {
        kind: [
            symbols if kind == other else (_CHANGE_TO[other], *symbols)
            for other, symbols in direct.items()
        ]
        for kind in _START
    }
    return {kind: min(found, key=len) for kind, found in ways.items()}
