"""What a timeline tells, by the code that is stored; `{…}` are the entry's values as words."""

from shopdesk.i18n import N_

EVENTS = {
    "ask": N_("Asked: {remedy} ({reason})"),
    "agree": N_("Agreed"),
    "agree_overridden": N_("Agreed, against the policy's advice"),
    "decline": N_("Declined: {text}"),
    "send": N_("Buyer sent it: {courier} {waybill}"),
    "receive": N_("Parcel arrived"),
    "settle": N_("Settled: {amount} refunded"),
    "settle_over": N_("Settled: {amount} refunded, more than was paid: {text}"),
    "close": N_("Buyer told, closed"),
    "cancel": N_("Cancelled: {text}"),
    "reopen": N_("Reopened"),
    "slip": N_("Return slip printed"),
    "note": "{text}",
}
