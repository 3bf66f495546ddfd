"""What the panel's buttons and sums say."""

from dataclasses import asdict

from shopdesk.i18n import N_, _
from shopdesk.queries.inspection import Inspection
from shopdesk.rules.found_words import found_text
from shopdesk.rules.inspecting import Found
from shopdesk.rules.states import STATES

PRIMARY = {
    "all_intact": N_("All intact, back to stock"),
    "finish": N_("Finish inspection"),
    "correct": N_("Save correction"),
}
"""What the one primary button does: nothing counted yet, counted, inspected before."""

COUNTING = frozenset({"arrived", "inspected"})


def sums_text(found: Found) -> str:
    """Return what is counted so far in one line."""
    return found_text(asdict(found))


def why_closed(seen: Inspection | None) -> str:
    """Say why nothing can be counted now; empty while it can."""
    if seen is None:
        return _("This return is no longer there. Load the page again.")
    if seen.found.state in COUNTING:
        return ""
    return _("This return is “{state}”: there is nothing to inspect now.").format(
        state=_(STATES[seen.found.state].name)
    )


def others_sentence(seen: Inspection) -> str:
    """Say who counted meanwhile, and what saving does now."""
    newest = max(seen.items, key=lambda row: row.at, default=None)
    return _(
        "{person} changed this inspection meanwhile. Saving puts yours in place of theirs."
    ).format(person=newest.person if newest else _("Somebody"))
