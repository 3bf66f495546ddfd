"""Ready words from the parcel on: reminding, arrived and inspected, settled and closed."""

from shopdesk.i18n import N_
from shopdesk.rules.replies.reply import Reply

REMIND = (
    Reply(
        "remind_send",
        N_("Remind to send it"),
        N_(
            "We have not received a waybill for your return {number} ({items}) yet. Please send it"
            " by {send_by} and tell us courier and waybill; if you would rather keep it, a word is"
            " enough."
        ),
        "remind",
    ),
    Reply(
        "remind_arrive",
        N_("The parcel is late"),
        N_(
            "Your parcel {courier} {waybill} has not arrived yet. We are asking the courier;"
            " please keep the receipt until it is here."
        ),
        "remind",
    ),
    Reply(
        "ask_courier",
        N_("Ask the courier"),
        N_(
            "Parcel {waybill} to {address} has not arrived. Please look for it and tell us where"
            " it is and when it will be delivered."
        ),
        "remind",
    ),
)

ARRIVED = (
    Reply(
        "on_its_way",
        N_("Waybill noted"),
        N_(
            "Thank you, we have noted {courier} {waybill} for return {number}. We write again as"
            " soon as it is here."
        ),
        "arrived",
    ),
    Reply(
        "arrived",
        N_("Parcel is here"),
        N_("Your parcel for return {number} is here. We look at it now and write again."),
        "arrived",
    ),
    Reply(
        "inspected",
        N_("Inspected, all is well"),
        N_("We have checked {items}: all is well. Your return {number} is settled next."),
        "arrived",
    ),
    Reply(
        "inspected_short",
        N_("Something was not in the parcel"),
        N_(
            "We have opened your parcel for return {number}, and not all of it was inside. Please"
            " look again at home, and send us a photo of how you packed it if you have one."
        ),
        "arrived",
    ),
    Reply(
        "inspected_damaged",
        N_("It came used or damaged"),
        N_(
            "We have checked {items}, and it did not come back as it was sent. We send you photos;"
            " please tell us whether you want a part of the money back, or the goods."
        ),
        "arrived",
    ),
    Reply(
        "inspected_fault",
        N_("The fault was found"),
        N_(
            "We have checked {items} and found what you wrote us; we are sorry for it. Your return"
            " {number} is settled next."
        ),
        "arrived",
    ),
)

SEND_BACK = (
    Reply(
        "back_used",
        N_("Worn, washed or used"),
        N_("It was worn, washed or used, so it cannot be sold again."),
        "send_back",
    ),
    Reply(
        "back_incomplete",
        N_("Not complete"),
        N_("Not all that belongs to it came back, so it cannot be sold again."),
        "send_back",
    ),
    Reply(
        "back_foreign",
        N_("Not our goods"),
        N_("What was in the parcel is not what we sent you."),
        "send_back",
    ),
    Reply(
        "back_sound",
        N_("No fault found"),
        N_("We have tried it and found no fault."),
        "send_back",
    ),
)

SETTLED = (
    Reply(
        "declined",
        N_("Declined, with the reason"),
        N_("We have looked at your return {number}. {reason}"),
        "settled",
    ),
    Reply(
        "settled_refund",
        N_("Refunded"),
        N_(
            "Your return {number} is settled: we have refunded {amount} for {items}. It takes some"
            " days until you see it."
        ),
        "settled",
    ),
    Reply(
        "settled_refund_only",
        N_("Refunded, goods kept"),
        N_("We have refunded {amount} for {items}. It takes some days until you see it."),
        "settled",
    ),
    Reply(
        "settled_exchange",
        N_("Exchanged"),
        N_("We have checked {items}, and its replacement goes out to you."),
        "settled",
    ),
    Reply(
        "settled_repair",
        N_("Repaired"),
        N_("{items} is repaired and comes back to you."),
        "settled",
    ),
    Reply(
        "settled_missing_part",
        N_("Missing part goes out"),
        N_("The missing part of {items} goes out to you."),
        "settled",
    ),
    Reply(
        "settled_send_back",
        N_("Goods go back"),
        N_("We have looked at {items}; it comes back to you."),
        "settled",
    ),
    Reply("refunded", N_("Money beside it"), N_("We have refunded {amount}."), "settled"),
    Reply(
        "deducted",
        N_("Something was kept back"),
        N_("We kept back {deduction}: {deduction_reason}"),
        "settled",
    ),
    Reply(
        "replacement_sent",
        N_("Parcel to the buyer"),
        N_("Your parcel is on its way: {new_courier} {new_waybill}."),
        "settled",
    ),
    Reply(
        "sent_back",
        N_("Declined after inspection"),
        N_("We have looked at {items} and cannot take it back. {reason} It comes back to you."),
        "settled",
    ),
    Reply(
        "closed",
        N_("Finished"),
        N_("Return {number} is finished. Thank you; write to us if anything is still open."),
        "settled",
    ),
    Reply(
        "cancelled",
        N_("Cancelled"),
        N_("Return {number} is cancelled; you need not do anything."),
        "settled",
    ),
)
