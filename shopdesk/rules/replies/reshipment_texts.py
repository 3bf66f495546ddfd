"""Ready words for goods that go out again: packed, sent, stalled, lost, delivered."""

from shopdesk.i18n import N_
from shopdesk.rules.replies.reply import Reply

RESHIP = (
    Reply(
        "reship_packing",
        N_("It is being packed"),
        N_("We are packing {items} for you, and tell you the waybill as soon as it leaves."),
        "reship",
    ),
    Reply(
        "reship_waiting",
        N_("It has to wait"),
        N_(
            "{items} cannot leave yet: {wait}. We write again as soon as it can; if you would"
            " rather have your money back, a word is enough."
        ),
        "reship",
    ),
    Reply(
        "reship_sent",
        N_("Sent again, with the waybill"),
        N_("{items} is on its way to you again: {new_courier} {new_waybill}."),
        "reship",
    ),
    Reply(
        "reship_moving",
        N_("In transit"),
        N_(
            "Your parcel {new_courier} {new_waybill} is on its way. We keep an eye on it until"
            " it is there."
        ),
        "reship",
    ),
    Reply(
        "reship_stalled",
        N_("It does not move, we chase"),
        N_(
            "Your parcel {new_waybill} has not moved for longer than usual, and we are sorry."
            " We have asked {new_courier} to look for it and write again as soon as they"
            " answer."
        ),
        "reship",
    ),
    Reply(
        "reship_ask_courier",
        N_("Ask the courier"),
        N_(
            "Parcel {new_waybill} has not moved for too long. Please look for it, and tell us"
            " where it is and when it will be delivered."
        ),
        "reship",
    ),
    Reply(
        "reship_delivered",
        N_("Did it arrive?"),
        N_(
            "{new_courier} shows {new_waybill} as delivered. Is {items} with you, and is all in"
            " order?"
        ),
        "reship",
    ),
    Reply(
        "reship_confirmed",
        N_("Thank you"),
        N_(
            "Thank you for telling us that {items} is there. Write to us if anything is still open."
        ),
        "reship",
    ),
    Reply(
        "reship_cancelled",
        N_("Not sent after all"),
        N_("As agreed, {items} is not sent again."),
        "reship",
    ),
)

RESHIP_FAILED = (
    Reply(
        "reship_lost",
        N_("Lost on the way"),
        N_(
            "We are sorry: {new_courier} has lost parcel {new_waybill}. We send {items} once"
            " more, or refund you: which would you like?"
        ),
        "reship_failed",
    ),
    Reply(
        "reship_damaged",
        N_("Damaged on the way"),
        N_(
            "We are sorry that {items} arrived damaged. Please send us a photo of it and of the"
            " label; we send it once more, or refund you."
        ),
        "reship_failed",
    ),
    Reply(
        "reship_refused",
        N_("Refused"),
        N_(
            "Parcel {new_waybill} was not taken in. May we ask why? We send it once more, or"
            " refund you once it is back."
        ),
        "reship_failed",
    ),
    Reply(
        "reship_out_of_range",
        N_("Out of range"),
        N_(
            "{new_courier} does not deliver to your door. We have {items} sent on at our cost,"
            " or you fetch it there, or we refund you: which would you like?"
        ),
        "reship_failed",
    ),
    Reply(
        "reship_returned",
        N_("Came back to us"),
        N_(
            "Parcel {new_waybill} came back to us. Please check your address and phone number:"
            " {address}. Then we send {items} once more."
        ),
        "reship_failed",
    ),
)
