"""Whose work is listed, as a piece of SQL beside `cases` or `follow_up`."""

from shopdesk.rules.owners import EVERYONE, NOBODY


def owned_by(owner: int, column: str = "cases.owner_id") -> str:
    """Return a condition on the owner's column, to stand behind AND.

    `owner` is EVERYONE, NOBODY, or a person's id. It holds no text from outside.
    """
    if owner == EVERYONE:
        return "1"
    if owner == NOBODY:
        return f"{column} IS NULL"
    return f"{column} = {int(owner)}"
