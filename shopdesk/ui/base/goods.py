"""Goods in one short line."""

from shopdesk.i18n import _, ngettext


def goods_text(title: str, variant: str, units: int) -> str:
    """Return goods in one line: what, in which variant, and how many if not one."""
    named = " · ".join(part for part in (title, variant) if part)
    return named if units == 1 else _("{goods} × {n}").format(goods=named, n=units)


def goods_and_others(first: str, others: int) -> str:
    """Return the first of several goods, and how many kinds there are besides."""
    if others < 1:
        return first
    return ngettext("{goods} and {n} more", "{goods} and {n} more", others).format(
        goods=first, n=others
    )
