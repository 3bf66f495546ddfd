"""The groups in which solutions are listed: those of complaints, and goods that come back."""

from shopdesk.i18n import N_
from shopdesk.rules import situations

CATEGORIES = {**situations.CATEGORIES, "coming_back": N_("Goods come back")}

CAUSES = {cause.code: cause for found in situations.SITUATIONS.values() for cause in found.causes}
"""Every cause that some situation knows, by its code."""
