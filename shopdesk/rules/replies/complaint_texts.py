"""Ready words for a complaint: first reply, options, choice, done; and for the platform."""

from shopdesk.i18n import N_
from shopdesk.rules.replies.reply import Reply

COMPLAINT = (
    Reply(
        "complaint_first",
        N_("First reply"),
        N_(
            "Thank you for telling us, and sorry for the trouble with {items}. We look into it"
            " now and write to you by {due}."
        ),
        "complaint",
    ),
    Reply(
        "complaint_evidence",
        N_("A photo, please"),
        N_(
            "So that we can help at once, please send us a photo or a short film that shows it,"
            " and one of the parcel’s label."
        ),
        "complaint",
    ),
    Reply(
        "complaint_asking",
        N_("We ask the courier"),
        N_("We are asking {courier} where parcel {waybill} is, and write to you by {due}."),
        "complaint",
    ),
    Reply(
        "complaint_options",
        N_("Options offered"),
        N_(
            "We are sorry for the trouble. These are the ways in which we can put it right:"
            " {options} Which would you like?"
        ),
        "complaint",
    ),
    Reply(
        "complaint_ask_again",
        N_("Ask the buyer again"),
        N_(
            "We have not heard from you yet. You can still choose: {options} A word is enough,"
            " and we do it at once."
        ),
        "complaint",
    ),
    Reply(
        "complaint_chosen",
        N_("Choice noted"),
        N_("Thank you. As you chose, we do this now: {chosen}. We tell you as soon as it is done."),
        "complaint",
    ),
    Reply(
        "complaint_begun",
        N_("Under way as chosen"),
        N_("It is under way, as you chose: {chosen}. We tell you as soon as it is done."),
        "complaint",
    ),
    Reply(
        "complaint_done",
        N_("Done as chosen"),
        N_("It is done as you chose: {chosen}. Please tell us if anything is still open."),
        "complaint",
    ),
    Reply(
        "complaint_sent",
        N_("Done, with the new parcel"),
        N_(
            "We have sent {items} again: {new_courier} {new_waybill}. Please tell us when it is"
            " there."
        ),
        "complaint",
    ),
    Reply(
        "complaint_refunded",
        N_("Done, with the money"),
        N_("We have paid you {amount}. It takes some days until you see it."),
        "complaint",
    ),
    Reply(
        "complaint_closed",
        N_("Finished"),
        N_(
            "We hope that all is well now, and thank you for your patience. Write to us if"
            " anything is still open."
        ),
        "complaint",
    ),
)

PLATFORM = (
    Reply(
        "platform_buyer",
        N_("To the buyer, once the platform is in"),
        N_(
            "You have called in the platform under {platform_number}. We send it all it asks"
            " for, and would still rather settle it with you: {options}"
        ),
        "platform",
    ),
    Reply(
        "platform_statement",
        N_("Statement for the platform"),
        N_(
            "Order {order}, {items}. The buyer wrote on {opened}: {problem}. We replied, and"
            " offered: {options} Evidence is attached. We ask you to decide on these facts."
        ),
        "platform",
    ),
    Reply(
        "platform_evidence",
        N_("Evidence for the platform"),
        N_(
            "On case {platform_number}, order {order}: attached is what you asked for:"
            " {evidence}. Parcel: {courier} {waybill}."
        ),
        "platform",
    ),
    Reply(
        "platform_verdict",
        N_("After the verdict"),
        N_(
            "The platform has decided on {platform_number}. We do what it decided and tell you"
            " as soon as it is done."
        ),
        "platform",
    ),
)
