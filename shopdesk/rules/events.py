"""What a timeline tells, by the code that is stored; `{…}` are the entry's values as words."""

from shopdesk.i18n import N_

EVENTS = {
    "ask": N_("Asked: {remedy} ({reason})"),
    "agree": N_("Agreed"),
    "agree_overridden": N_("Agreed, against the policy's advice"),
    "decline": N_("Declined: {text}"),
    "send": N_("Buyer sent it: {courier} {waybill}"),
    "receive": N_("Parcel arrived"),
    "receive_early": N_("Parcel arrived"),
    "receive_more": N_("Another parcel arrived"),
    "remind": N_("Reminded"),
    "inspect": N_("Inspected"),
    "settle": N_("Settled: {amount} refunded"),
    "settle_over": N_("Settled: {amount} refunded, more than was paid: {text}"),
    "close": N_("Buyer told, closed"),
    "cancel": N_("Cancelled: {text}"),
    "reopen": N_("Reopened"),
    "reopen_settled": N_("Reopened"),
    "reopen_settled_kept": N_("Reopened"),
    "slip": N_("Return slip printed"),
    "note": "{text}",
}
