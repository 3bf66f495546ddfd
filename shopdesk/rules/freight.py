"""When the freight of the way out goes back to the buyer with the goods."""

from shopdesk.rules.reasons import Fault

OUTBOUND_ALWAYS = frozenset({"EU", "UK"})
"""Presets under which a withdrawal gives standard delivery back whoever is at fault.

Directive 2011/83/EU Art. 13 (1); Consumer Contracts Regulations 2013 reg. 34.
"""

OUTBOUND_AT_FAULT: frozenset[Fault] = frozenset({"seller", "courier"})
"""Elsewhere it is who is at fault that pays both ways."""


def gives_outbound_back(preset: str, fault: str) -> bool:
    """Tell whether a return of a whole order gives back what its delivery cost the buyer."""
    return preset in OUTBOUND_ALWAYS or fault in OUTBOUND_AT_FAULT
