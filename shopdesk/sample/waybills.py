"""Waybills of the right shape for each courier, check digits included; all are made up."""

from collections.abc import Callable, Mapping
from random import Random

S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_FEDEX_WEIGHTS = (3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1)
_UPS_SERIAL_DIGITS = 8


def make_waybill(rng: Random, courier: str) -> str:
    """Return a waybill as `courier`, a code of rules.couriers, would give it."""
    return _MAKERS[courier](rng)


def _digits(rng: Random, count: int) -> str:
    return f"{rng.randrange(10**count):0{count}d}"


def _plain(head: str, count: int) -> Callable[[Random], str]:
    return lambda rng: head + _digits(rng, count)


def _ems(rng: Random) -> str:
    """EA, eight digits, the check digit of the postal union's S10, CN."""
    serial = _digits(rng, 8)
    weighed = sum(int(d) * w for d, w in zip(serial, S10_WEIGHTS, strict=True))
    check = 11 - weighed % 11
    return f"EA{serial}{ {10: 0, 11: 5}.get(check, check) }CN"


def _ups(rng: Random) -> str:
    """1Z, the shipper, the service, a serial number, a check digit."""
    body = "A0F99303" + _digits(rng, _UPS_SERIAL_DIGITS - 1)
    values = [int(c) if c.isdigit() else (ord(c) - 63) % 10 for c in body]
    weighed = sum(values[::2]) + 2 * sum(values[1::2])
    return f"1Z{body}{-weighed % 10}"


def _usps(rng: Random) -> str:
    """22 digits, the last one a check digit over weights 3 and 1 from the right."""
    body = "940010000" + _digits(rng, 12)
    values = [int(c) for c in reversed(body)]
    return f"{body}{-(3 * sum(values[::2]) + sum(values[1::2])) % 10}"


def _fedex(rng: Random) -> str:
    """12 digits, the last one a check digit over weights 3, 1, 7."""
    body = _digits(rng, 11)
    weighed = sum(int(d) * w for d, w in zip(body, _FEDEX_WEIGHTS, strict=True))
    return f"{body}{weighed % 11 % 10}"


_MAKERS: Mapping[str, Callable[[Random], str]] = {
    "sf": _plain("SF", 13),
    "zto": _plain("7900", 10),
    "yto": _plain("YT", 13),
    "sto": _plain("77", 13),
    "yunda": _plain("4", 14),
    "jd": _plain("JDVA", 11),
    "pangolin": _plain("CSJ", 12),
    "ems": _ems,
    "ups": _ups,
    "usps": _usps,
    "fedex": _fedex,
}
