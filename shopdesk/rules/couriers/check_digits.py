"""The check digits of waybills; each function tells whether a folded waybill's own is right.

A single check digit is right by chance in one number of ten, so it proves little by itself.
"""

from collections.abc import Sequence

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_FEDEX_WEIGHTS = (3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1)


def is_s10(waybill: str) -> bool:
    """Check a postal number of the UPU's standard S10, such as RB123456785GB."""
    digits = waybill[2:10]
    found = 11 - _weighted(digits, _S10_WEIGHTS) % 11
    return {10: 0, 11: 5}.get(found, found) == int(waybill[10])


def is_ups(waybill: str) -> bool:
    """Check what follows 1Z: letters count as figures, every second one twice."""
    values = [_ups_value(char) for char in waybill[2:-1]]
    total = sum(value * (1 + n % 2) for n, value in enumerate(values))
    return (-total) % 10 == int(waybill[-1])


def is_gs1(waybill: str) -> bool:
    """Check figures that are weighted 3 and 1 from the right, as under bar codes of GS1."""
    total = sum(int(char) * (3, 1)[n % 2] for n, char in enumerate(reversed(waybill[:-1])))
    return (-total) % 10 == int(waybill[-1])


def is_gs1_tail(waybill: str) -> bool:
    """Check only the last fifteen figures, as FedEx Ground does behind its 96."""
    return is_gs1(waybill[-15:])


def is_fedex(waybill: str) -> bool:
    """Check the last twelve figures as FedEx Express does."""
    tail = waybill[-12:]
    return _weighted(tail[:-1], _FEDEX_WEIGHTS) % 11 % 10 == int(tail[-1])


def is_mod7(waybill: str) -> bool:
    """Check that the last figure is what is left of the others after division by seven."""
    return int(waybill[:-1]) % 7 == int(waybill[-1])


def is_luhn(waybill: str) -> bool:
    """Check as payment cards are checked."""
    doubled = [int(char) * (1 + n % 2) for n, char in enumerate(reversed(waybill))]
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0  # noqa: PLR2004


def is_mod37_36(waybill: str) -> bool:
    """Check the last sign by ISO 7064, MOD 37,36, as DPD does."""
    kept = 36
    for char in waybill[:-1]:
        kept = (kept + _ALPHABET.index(char)) % 36 or 36
        kept = kept * 2 % 37
    return (37 - kept) % 36 == _ALPHABET.index(waybill[-1])


def _ups_value(char: str) -> int:
    return int(char) if char.isdigit() else (ord(char) - 3) % 10


def _weighted(digits: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
