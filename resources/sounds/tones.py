"""Makes the desk's sounds, four short tones of our own: `python resources/sounds/tones.py`."""

import math
import struct
import wave
from pathlib import Path

RATE_HZ = 16_000
LOUDNESS = 0.35
FADE_S = 0.012

SOUNDS: dict[str, tuple[tuple[int, float], ...]] = {
    "ok": ((880, 0.07), (1320, 0.10)),
    "again": ((660, 0.08), (0, 0.05), (660, 0.08)),
    "unknown": ((784, 0.10), (587, 0.14)),
    "wrong": ((196, 0.16), (0, 0.04), (165, 0.26)),
}
"""Tones as (hertz, seconds); 0 hertz is a rest."""


def samples(tones: tuple[tuple[int, float], ...]) -> list[int]:
    """Return 16-bit samples, each tone faded in and out so that it does not click."""
    found: list[int] = []
    for hertz, seconds in tones:
        count = round(seconds * RATE_HZ)
        fade = round(FADE_S * RATE_HZ)
        for n in range(count):
            level = min(1.0, n / fade, (count - n) / fade) * LOUDNESS
            found.append(round(32_767 * level * math.sin(2 * math.pi * hertz * n / RATE_HZ)))
    return found


def build(folder: Path) -> None:
    """Write all sounds."""
    for name, tones in SOUNDS.items():
        heard = samples(tones)
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(struct.pack(f"<{len(heard)}h", *heard))


if __name__ == "__main__":
    build(Path(__file__).parent)
