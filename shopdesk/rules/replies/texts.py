"""All ready words, by the code under which a shop can reword each; `{…}` are blanks."""

from collections.abc import Collection, Sequence

from shopdesk.rules.replies.complaint_texts import COMPLAINT, PLATFORM
from shopdesk.rules.replies.deciding_texts import AGREE, ASK, CANCEL, DECLINE, SEND
from shopdesk.rules.replies.later_texts import ARRIVED, REMIND, SEND_BACK, SETTLED
from shopdesk.rules.replies.reply import Reply
from shopdesk.rules.replies.reshipment_texts import RESHIP, RESHIP_FAILED

REPLIES = {
    reply.code: reply
    for reply in (
        *ASK,
        *AGREE,
        *SEND,
        *DECLINE,
        *CANCEL,
        *REMIND,
        *ARRIVED,
        *SEND_BACK,
        *SETTLED,
        *COMPLAINT,
        *PLATFORM,
        *RESHIP,
        *RESHIP_FAILED,
    )
}


def replies_of(group: str) -> tuple[Reply, ...]:
    """Return the ready texts of one group, in the order of the lists."""
    return tuple(reply for reply in REPLIES.values() if reply.group == group)


def proposed_reply(replies: Sequence[Reply], points: Collection[str]) -> Reply:
    """Return the first reply that belongs to one of an advice's points, else the last one."""
    return next((reply for reply in replies if reply.point in points), replies[-1])
