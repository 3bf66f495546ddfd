"""From the tones that rules name to those of the theme."""

from shopdesk.ui.theme import Tone

TONES: dict[str, Tone] = {
    "new": "new",
    "wait": "wait",
    "accent": "accent",
    "good": "good",
    "late": "late",
    "neutral": "muted",
}
