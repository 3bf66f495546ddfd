"""Several goods in one short line."""

from shopdesk.i18n import ngettext


def goods_and_others(first: str, others: int) -> str:
    """Return the first of several goods, and how many kinds there are besides."""
    if others < 1:
        return first
    return ngettext("{goods} and {n} more", "{goods} and {n} more", others).format(
        goods=first, n=others
    )
