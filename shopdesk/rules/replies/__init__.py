"""Ready words for buyers: the texts, their blanks, and which of them fit when."""

from shopdesk.rules.replies.blanks import BLANKS, UNKNOWN, filled, unknown_blanks
from shopdesk.rules.replies.fitting import Message, Telling, agreed_codes, fitting_messages
from shopdesk.rules.replies.reply import GROUPS, OWN_WORDS, Reply
from shopdesk.rules.replies.texts import REPLIES, proposed_reply, replies_of
from shopdesk.rules.replies.voice import OwnTexts, Voice, shipped_text

__all__ = [
    "BLANKS",
    "GROUPS",
    "OWN_WORDS",
    "REPLIES",
    "UNKNOWN",
    "Message",
    "OwnTexts",
    "Reply",
    "Telling",
    "Voice",
    "agreed_codes",
    "filled",
    "fitting_messages",
    "proposed_reply",
    "replies_of",
    "shipped_text",
    "unknown_blanks",
]
