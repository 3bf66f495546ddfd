"""Ready words for buyers: the texts, their blanks, and which of them fit when."""

from shopdesk.rules.replies.blanks import BLANKS, UNKNOWN, blanks_left, filled, unknown_blanks
from shopdesk.rules.replies.fitting import Message, Telling, agreed_codes, fitting_messages
from shopdesk.rules.replies.fitting_complaints import ComplaintTelling, complaint_messages
from shopdesk.rules.replies.fitting_reshipments import reshipment_messages
from shopdesk.rules.replies.reason_texts import BY_REASON, reasons_of
from shopdesk.rules.replies.reply import GROUPS, OWN_WORDS, Reply
from shopdesk.rules.replies.texts import REPLIES, proposed_reply, replies_of
from shopdesk.rules.replies.voice import OwnTexts, TextKey, Voice, shipped_text

__all__ = [
    "BLANKS",
    "BY_REASON",
    "GROUPS",
    "OWN_WORDS",
    "REPLIES",
    "UNKNOWN",
    "ComplaintTelling",
    "Message",
    "OwnTexts",
    "Reply",
    "Telling",
    "TextKey",
    "Voice",
    "agreed_codes",
    "blanks_left",
    "complaint_messages",
    "filled",
    "fitting_messages",
    "proposed_reply",
    "reasons_of",
    "replies_of",
    "reshipment_messages",
    "shipped_text",
    "unknown_blanks",
]
