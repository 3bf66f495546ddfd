"""What must hold of papers: whom they were printed for, labels on their sheet, logos."""

from shopdesk.i18n import N_
from shopdesk.queries.troubles import Rule
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.label_sheets import BASES, MOST_LABELS

_PNG_IN_BASE64 = "iVBORw0KGgo"

_KINDS = " ".join(f"WHEN '{each.code}' THEN '{each.kind}'" for each in DOCUMENTS.values())
_WIDTHS, _HEIGHTS = (
    " ".join(f"WHEN '{base}' THEN {measures[place]}" for base, measures in BASES.items())
    for place in (0, 1)
)


def _of_other_kind(sentence: str, papers: str) -> Rule:
    """Return the rule that a document's cases are of its kind, and there."""
    return Rule(
        sentence,
        f"""
        SELECT coalesce(cases.number, '—'), '', document, NULL FROM {papers}
        WHERE cases.id IS NULL OR CASE document {_KINDS} ELSE '' END NOT IN ('', cases.kind)
        ORDER BY 1
        """,
    )


RULES = (
    _of_other_kind(
        N_("{number}: the log says that its “{found}” was printed, which it cannot have."),
        "print_item JOIN print_job ON print_job.id = job_id"
        " LEFT JOIN cases ON cases.id = print_item.case_id",
    ),
    _of_other_kind(
        N_("{number}: it waits for its “{found}”, which it cannot have."),
        "print_wish LEFT JOIN cases ON cases.id = print_wish.case_id",
    ),
    Rule(
        N_("{number}: the labels do not fit on their sheet."),
        f"""
        SELECT name, '', NULL, NULL FROM label_sheet
        WHERE columns < 1 OR rows < 1 OR columns * rows > {MOST_LABELS}
          OR min(width, height) < 1 OR min("left", top, gutter_x, gutter_y) < 0
          OR "left" + columns * (width + gutter_x) - gutter_x
            > CASE base {_WIDTHS} ELSE 0 END
          OR top + rows * (height + gutter_y) - gutter_y
            > CASE base {_HEIGHTS} ELSE 0 END
        ORDER BY id
        """,
    ),
    Rule(
        N_("{number}: its logo is no PNG, so papers go without it."),
        f"""
        SELECT shop.name, '', NULL, NULL FROM shop_paper JOIN shop ON shop.id = shop_id
        WHERE logo <> '' AND logo NOT GLOB '{_PNG_IN_BASE64}*' ORDER BY shop_paper.id
        """,
    ),
)
