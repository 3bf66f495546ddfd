"""The Internet Printing Protocol (RFC 8010), as much of it as asks how jobs stand.

CUPS' own commands cannot be asked instead: `lpstat` does not tell a job that was printed from one
that was given up, `cancel` takes "Zebra-12" for a
printer where there is one of that name, and `ipptool` is not installed with it everywhere.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum


class Operation(IntEnum):
    """What is asked for (RFC 8011, 5.4.15; the last one is CUPS' own)."""

    CANCEL_JOB = 0x0008
    GET_JOB = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER = 0x000B
    GET_PRINTERS = 0x4002


_OF_A_JOB = (Operation.CANCEL_JOB, Operation.GET_JOB)


class Tag(IntEnum):
    """What follows in a message (RFC 8010, 3.5)."""

    OPERATION = 0x01
    END = 0x03
    PRINTER = 0x04
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RESOLUTION = 0x32
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48


Value = int | bool | str
Attributes = Mapping[str, Sequence[Value]]

_VERSION = b"\x02\x00"
_HEAD = struct.Struct(">2sHi")
_LENGTH = struct.Struct(">H")
_FIRST_VALUE_TAG = 0x10
_MOST_OK = 0x00FF
_NOT_FOUND = 0x0406
_DOTS_PER_CM = 4
_CM_PER_INCH = 2.54


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a status, and the groups of attributes of jobs or printers."""

    status: int
    groups: tuple[Attributes, ...]

    @property
    def is_ok(self) -> bool:
        """Whether what was asked for was done."""
        return self.status <= _MOST_OK

    @property
    def is_missing(self) -> bool:
        """Whether there is no such printer or job."""
        return self.status == _NOT_FOUND


def question(operation: Operation, uri: str, user: str, wanted: Sequence[str]) -> bytes:
    """Return a request about the printer or job at `uri` for the attributes `wanted`, if any."""
    name = "job-uri" if operation in _OF_A_JOB else "printer-uri"
    said = [
        _value(Tag.CHARSET, "attributes-charset", "utf-8"),
        _value(Tag.LANGUAGE, "attributes-natural-language", "en"),
        _value(Tag.URI, name, uri),
        _value(Tag.NAME, "requesting-user-name", user),
        *([_value(Tag.KEYWORD, "which-jobs", "all")] if operation is Operation.GET_JOBS else ()),
        *(
            _value(Tag.KEYWORD, "" if place else "requested-attributes", one)
            for place, one in enumerate(wanted)
        ),
    ]
    head = _HEAD.pack(_VERSION, operation, 1)
    return head + bytes([Tag.OPERATION]) + b"".join(said) + bytes([Tag.END])


def _value(tag: Tag, name: str, text: str) -> bytes:
    named, said = name.encode(), text.encode()
    return bytes([tag]) + _LENGTH.pack(len(named)) + named + _LENGTH.pack(len(said)) + said


def answer(message: bytes) -> Answer:
    """Read a response; raises ValueError when it is none.

    Collections are not told apart: their members' values stand flat under the outer name.
    """
    try:
        _version, status, _number = _HEAD.unpack_from(message)
        return Answer(status, tuple(_groups(message)))
    except (struct.error, IndexError) as error:
        raise ValueError("not an answer of a print system") from error


def _groups(message: bytes) -> Iterator[Attributes]:
    group: dict[str, list[Value]] = {}
    name, at = "", _HEAD.size
    while message[at] != Tag.END:
        tag, at = message[at], at + 1
        if tag < _FIRST_VALUE_TAG:
            yield group
            group = {}
            continue
        named, at = _taken(message, at)
        said, at = _taken(message, at)
        name = named.decode(errors="replace") or name
        group.setdefault(name, []).append(_read(tag, said))
    yield group


def _taken(message: bytes, at: int) -> tuple[bytes, int]:
    (length,) = _LENGTH.unpack_from(message, at)
    at += _LENGTH.size
    return message[at : at + length], at + length


def _read(tag: int, said: bytes) -> Value:
    if tag in (Tag.INTEGER, Tag.ENUM):
        return int.from_bytes(said, signed=True)
    if tag == Tag.BOOLEAN:
        return said != b"\x00"
    if tag == Tag.RESOLUTION:
        return _dots_per_inch(said)
    return said.decode(errors="replace")


def _dots_per_inch(said: bytes) -> int:
    across, _down, unit = struct.unpack(">iib", said)
    return round(across * _CM_PER_INCH) if unit == _DOTS_PER_CM else int(across)
