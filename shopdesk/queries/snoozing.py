"""What a snooze does to a follow-up: until it ends, it is as if it were due only then."""

AWAKE = "(snoozed_until IS NULL OR snoozed_until <= :now)"
"""Holds for a follow-up that nobody put off, or whose time to be told again has come."""
ASLEEP = "snoozed_until > :now"
AGAIN_AT = "max(due_at, snoozed_until)"
"""When a snoozed one is to be done: a snooze never brings it forward."""
EFFECTIVE = f"CASE WHEN {ASLEEP} THEN {AGAIN_AT} ELSE due_at END"
