"""Whose work a list shows: everyone's, nobody's, or one person's."""

EVERYONE = 0
"""No person has this id: nothing is left out."""
NOBODY = -1
"""No person has this id either: what nobody took yet."""
