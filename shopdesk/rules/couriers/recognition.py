"""Whose waybill it is: said where the number's form is one courier's own, else suggested."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from shopdesk.rules.couriers.forms import FORMS, Form
from shopdesk.rules.couriers.presets import COURIERS

MOST_SUGGESTED = 4

# How much each sign says for a courier. That the shop uses it says most, its home the next most:
# a check digit is right by chance in one number of ten.
_USED, _AT_HOME, _START, _CHECKED = 8, 4, 2, 1


def folded_waybill(waybill: str) -> str:
    """Return a waybill as a scanner or a search would give it: capitals and digits only."""
    return re.sub(r"[^0-9A-Z]", "", unicodedata.normalize("NFKC", waybill).upper())


def courier_of_waybill(waybill: str) -> str:
    """Return whose waybill it is by its letters; empty where its form is not one courier's own.

    Digits alone fit several couriers, so they tell nothing.
    """
    folded = folded_waybill(waybill)
    return next((form.courier for form in FORMS if form.own and form.fits(folded)), "")


def is_misread(waybill: str) -> bool:
    """Tell whether it has a form of one courier's own, but a wrong check digit."""
    folded = folded_waybill(waybill)
    shaped = [form for form in FORMS if form.own and form.has_shape(folded)]
    return bool(shaped) and not any(form.fits(folded) for form in shaped)


def suggested_couriers(waybill: str, region: str = "", used: Sequence[str] = ()) -> list[str]:
    """Return the codes that may be right, the likeliest first, at most MOST_SUGGESTED.

    `region` is the shop's, a key of rules.regions.REGIONS: couriers that do not collect there
    are left out, unless the shop has used them lately (`used`, the latest first).
    """
    scores: dict[str, int] = {}
    for courier, score in _scored(folded_waybill(waybill), region, used):
        scores[courier] = max(score, scores.get(courier, 0))
    return sorted(scores, key=lambda courier: -scores[courier])[:MOST_SUGGESTED]


def _scored(folded: str, region: str, used: Sequence[str]) -> Iterator[tuple[str, int]]:
    for form in FORMS:
        known = form.courier in used
        if form.fits(folded) and (known or _collects_in(form.courier, region)):
            yield form.courier, _USED * known + _score(form, region)


def _collects_in(courier: str, region: str) -> bool:
    regions = COURIERS[courier].regions
    return not region or not regions or region in regions


def _score(form: Form, region: str) -> int:
    at_home = region in COURIERS[form.courier].regions
    return _AT_HOME * at_home + _START * form.told_by_start + _CHECKED * (form.check is not None)
