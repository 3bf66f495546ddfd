"""Ready words up to the decision: asking back, agreeing, the way back, declining, cancelling."""

from shopdesk.i18n import N_
from shopdesk.rules.replies.reply import Reply

ASK = (
    Reply(
        "ask_arrival",
        N_("When did it arrive?"),
        N_(
            "On which day did the parcel with {items} arrive? Returns are possible within"
            " {window} days; then we will tell you at once how to send it."
        ),
        "ask",
        "unknown_delivery",
    ),
    Reply(
        "ask_proof",
        N_("We ask the courier"),
        N_(
            "We are sorry that {items} did not reach you. We are asking the courier for proof of"
            " delivery and will come back to you; please also ask neighbours and the reception."
        ),
        "ask",
        "not_received",
    ),
    Reply(
        "ask_photo",
        N_("A photo, please"),
        N_(
            "We are sorry that something is wrong with {items}. Please send us a photo that shows"
            " it, and one of the parcel's label; then we can decide at once."
        ),
        "ask",
        "needs_photo",
    ),
    Reply(
        "ask_purchase",
        N_("Which order was it?"),
        N_("Please send us the order number or a picture of the order, and we will look at once."),
        "ask",
    ),
)

AGREE = (
    Reply(
        "agree_refund",
        N_("Agreed: refund, goods back"),
        N_("Of course you can send {items} back; we refund you once it is here."),
        "agree",
    ),
    Reply(
        "agree_refund_only",
        N_("Agreed: refund, keep goods"),
        N_("We refund you for {items}. Please keep it; nothing has to come back."),
        "agree",
    ),
    Reply(
        "agree_exchange",
        N_("Agreed: exchange"),
        N_("We gladly exchange {items} once it is here."),
        "agree",
    ),
    Reply(
        "agree_repair",
        N_("Agreed: repair"),
        N_("We gladly repair {items} once it is here."),
        "agree",
    ),
    Reply(
        "agree_missing_part",
        N_("Agreed: send missing part"),
        N_("We are sorry that a part of {items} is missing; we send it to you."),
        "agree",
    ),
    Reply(
        "agree_send_back",
        N_("Agreed: look and send back"),
        N_("Please send {items}; we look at it and send it back to you."),
        "agree",
    ),
)

SEND = (
    Reply(
        "send_to",
        N_("Where to send it"),
        N_(
            "Please send it by {send_by} to: {address}. Put the return slip into the parcel; your"
            " return number is on it."
        ),
        "send",
    ),
    Reply("freight_buyer", N_("Buyer pays the way back"), N_("Please pay the way back."), "send"),
    Reply(
        "freight_seller",
        N_("We pay the way back"),
        N_("We pay the way back: keep the courier's receipt."),
        "send",
    ),
    Reply(
        "freight_courier",
        N_("Courier pays the way back"),
        N_("The courier pays the way back: keep the receipt."),
        "send",
    ),
    Reply(
        "freight_platform",
        N_("Platform pays the way back"),
        N_("The platform pays the way back: choose its pick-up."),
        "send",
    ),
    Reply(
        "freight_insurance",
        N_("Freight insurance pays the way back"),
        N_("Your freight insurance pays the way back."),
        "send",
    ),
)

DECLINE = (
    Reply(
        "past_window",
        N_("Past the return window"),
        N_(
            "The {window} days for sending {items} back ended on {last}, so we cannot take it"
            " back without a fault. If something is wrong with it, please send us a photo."
        ),
        "decline",
        "past_window",
    ),
    Reply(
        "excluded",
        N_("Cannot be sent back without a fault"),
        N_(
            "{items} is of a kind that cannot be sent back without a fault, as the product page"
            " says. If something is wrong with it, please send us a photo."
        ),
        "decline",
        "excluded",
    ),
    Reply(
        "worn",
        N_("Worn, washed or used"),
        N_(
            "The photos show that {items} was used, or that its tags are off, so it cannot be"
            " sold again. We are sorry that we cannot take it back."
        ),
        "decline",
    ),
    Reply(
        "seal",
        N_("Seal broken or activated"),
        N_(
            "The seal of {items} is broken, or it was activated, so it cannot be sold again. If"
            " it does not work, please tell us what happens and we will help."
        ),
        "decline",
    ),
    Reply(
        "no_purchase",
        N_("Not bought from us"),
        N_(
            "We find no order of yours for {items}. Please send us the order number, and we will"
            " look again."
        ),
        "decline",
        "without_order",
    ),
    Reply(
        "delivered",
        N_("Delivered, by the courier's proof"),
        N_(
            "The courier shows that {items} was handed over. Please ask neighbours and the"
            " reception; if it is not there, tell us and we will ask the courier for proof."
        ),
        "decline",
        "not_received",
    ),
    Reply(
        "no_proof",
        N_("No photo of the fault"),
        N_(
            "We asked for a photo of the fault and have none yet. Please send one, and we will"
            " look at your return again."
        ),
        "decline",
    ),
)

CANCEL = (
    Reply("kept", N_("Buyer keeps it"), N_("The buyer keeps the goods."), "cancel"),
    Reply(
        "never_sent", N_("Never sent"), N_("The buyer did not send the goods in time."), "cancel"
    ),
    Reply("mistake", N_("Logged by mistake"), N_("Logged by mistake."), "cancel"),
    Reply("twice", N_("Logged twice"), N_("This return was logged twice."), "cancel"),
)
