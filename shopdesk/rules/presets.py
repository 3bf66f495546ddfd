"""The policies that a shop can start from: of regions' law, of platforms, and its own.

Each says where its figures come from, when that was checked, and how sure it is. A figure that
no source gives is the shop's own choice or the law's, never made up for the platform.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from shopdesk.i18n import N_
from shopdesk.rules.policy import CERTAINTIES, Policy, policy_with, rules_of

BY_NATURE = frozenset({"personalised", "perishable", "digital"})
BY_LAW = BY_NATURE | {"press"}
CHECKED = date(2026, 11, 1)
OWN_WORDS = N_("The shop's own policy")

_CN = Policy(
    "CN",
    N_("China: 7 days without reason"),
    window_days=7,
    fault_window_days=7,
    refund_days=7,
    send_days=7,
    excluded=BY_LAW,
    calendar="CN",
    source=N_("消费者权益保护法 Art. 24, 25; 网络购买商品七日无理由退货暂行办法 Art. 7-18"),
    certainty="text",
    checked_on=CHECKED,
)
_US = Policy(
    "US",
    N_("United States: 30 days, the shop's own"),
    window_days=30,
    fault_window_days=30,
    refund_days=14,
    send_days=14,
    excluded=BY_NATURE,
    calendar="US",
    source=OWN_WORDS,
    certainty="own choice",
    checked_on=CHECKED,
)

_REGIONS = (
    _CN,
    Policy(
        "EU",
        N_("European Union: 14 days"),
        window_days=14,
        fault_window_days=730,
        refund_days=14,
        send_days=14,
        excluded=BY_LAW,
        source=N_("Directive 2011/83/EU Art. 9, 13, 14, 16"),
        certainty="second-hand",
        checked_on=CHECKED,
    ),
    Policy(
        "UK",
        N_("United Kingdom: 14 days"),
        window_days=14,
        fault_window_days=30,
        refund_days=14,
        send_days=14,
        excluded=BY_LAW,
        calendar="GB",
        source=N_("Consumer Contracts Regulations 2013; Consumer Rights Act 2015"),
        certainty="second-hand",
        checked_on=CHECKED,
    ),
    _US,
    Policy(
        "own",
        N_("Elsewhere: 30 days, the shop's own"),
        window_days=30,
        fault_window_days=90,
        refund_days=14,
        send_days=14,
        excluded=BY_NATURE,
        source=OWN_WORDS,
        certainty="own choice",
        checked_on=CHECKED,
    ),
)

_PLATFORMS = (
    replace(
        _CN,
        code="taobao",
        name=N_("Taobao and Tmall: 7 days without reason"),
        source=N_(
            "The law as for China; 淘宝平台争议处理规则 Art. 7, 40, 43-45, 49, 53, 54, read in a"
            " copy. 48 hours to decide and 7 days to send are commonly quoted; no official text"
            " was found, so the moment in the platform's own file wins"
        ),
        certainty="uncertain",
    ),
    replace(
        _CN,
        code="jd",
        name=N_("JD: 7 days without reason, answer in 24 hours"),
        decide_hours=24,
        source=N_(
            "The law as for China; 京东 交易纠纷处理总则 (2392): a dispute is possible after 24"
            " hours without agreement"
        ),
        certainty="copy",
    ),
    replace(
        _US,
        code="amazon",
        name=N_("Amazon, United States: 30 days"),
        refund_days=2,
        inspect_days=1,
        decide_hours=24,
        working=frozenset({"refund"}),
        source=N_(
            "Seller Central: most goods 30 days, an answer within 24 hours, the refund within 2"
            " business days of receipt. The days to send and inspect are the shop's own"
        ),
        certainty="second-hand",
    ),
    replace(
        _US,
        code="ebay",
        name=N_("eBay, United States: 30 days"),
        refund_days=2,
        inspect_days=1,
        decide_hours=72,
        working=frozenset({"decide", "refund"}),
        source=N_(
            "eBay's help: 3 business days to answer, the refund 2 business days after receipt"
            " (another text says 5), a window of 14, 30 or 60 days. The days to send and inspect"
            " are the shop's own"
        ),
        certainty="uncertain",
    ),
    replace(
        _US,
        code="etsy",
        name=N_("Etsy, United States: 30 days, the shop's own"),
        fault_window_days=100,
        decide_hours=48,
        source=N_(
            "A buyer can open a case after 48 hours and within 100 days, as sellers tell; no"
            " official text was read. All else is the shop's own"
        ),
        certainty="uncertain",
    ),
)

POLICIES = {policy.code: policy for policy in (*_REGIONS, *_PLATFORMS)}

_OF_PLATFORM = {
    ("taobao", "CN"): "taobao",
    ("tmall", "CN"): "taobao",
    ("jd", "CN"): "jd",
    ("amazon", "US"): "amazon",
    ("ebay", "US"): "ebay",
    ("etsy", "US"): "etsy",
}
"""A platform's own preset, in the region whose law it goes with; elsewhere the law holds."""


def preset_for(platform: str, regional: str) -> str:
    """Return the preset that a new shop starts from; `regional` is its region's own."""
    return _OF_PLATFORM.get((platform, regional), regional)


def kept_policy(preset: str, name: str, rules: Mapping[str, Any]) -> Policy:
    """Return a version of a policy as it was kept; rules it does not name are the preset's."""
    start = POLICIES.get(preset, POLICIES["own"])
    return replace(policy_with(start, rules), name=name or start.name)


def with_source(policy: Policy, source: str, certainty: str, checked_on: date | None) -> Policy:
    """Return a version with what was kept of its source; where nothing was, the preset's."""
    return replace(
        policy,
        source=source or policy.source,
        certainty=certainty if certainty in CERTAINTIES else policy.certainty,
        checked_on=checked_on or policy.checked_on,
    )


def is_changed(policy: Policy) -> bool:
    """Tell whether a shop gave its policy other figures than the preset's that it began as.

    Whose holidays count is left out: it follows from where the shop is.
    """
    preset = POLICIES[policy.code]
    return rules_of(replace(policy, calendar=preset.calendar)) != rules_of(preset)
