"""What a shop's policy may say; each refusal names the field of the policy that it is about."""

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.rules.categories import CATEGORIES
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.holidays import known_countries
from shopdesk.rules.policy import BOUNDS, CERTAINTIES, CONDITIONED, COUNTS, Policy
from shopdesk.rules.presets import POLICIES
from shopdesk.rules.reasons import FAULTS
from shopdesk.rules.remedies import FREIGHT_PAYERS
from shopdesk.services.checks import LINE_LENGTH, NAME_LENGTH, known, text_fits, text_given

_SETS = {
    "excluded": CATEGORIES.keys(),
    "conditions": CONDITIONED,
    "evidence_for": FAULTS.keys(),
    "working": CLOCKS.keys(),
}


def check_policy(policy: Policy) -> None:
    """Refuse figures out of bounds, codes that nothing knows, and words that do not fit."""
    known("code", policy.code, POLICIES)
    known("count_from", policy.count_from, COUNTS)
    known("certainty", policy.certainty, CERTAINTIES)
    text_given("name", policy.name, _("Enter a name for this policy."), NAME_LENGTH)
    text_fits("source", policy.source, LINE_LENGTH)
    for name in BOUNDS:
        _check_figure(policy, name)
    for name, codes in _SETS.items():
        for code in getattr(policy, name):
            known(name, code, codes)
    for fault in FAULTS:
        known("freight", policy.freight.get(fault, ""), FREIGHT_PAYERS)
    check_country(policy.calendar)


def check_country(country: str) -> None:
    """Refuse a country whose holidays nobody knows; none is right, too."""
    if country and country not in known_countries():
        raise FieldError("calendar", _("Choose one from the list."))


def _check_figure(policy: Policy, name: str) -> None:
    least, most = BOUNDS[name]
    if not least <= getattr(policy, name) <= most:
        raise FieldError(
            name, _("Enter a figure from {least} to {most}.").format(least=least, most=most)
        )
