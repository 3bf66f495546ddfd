"""What is exported of each solution: those that ship, as the shop says them, and its own."""

import json

from shopdesk.exporting.columns import Column, Export, Kind
from shopdesk.i18n import LANGUAGES, N_
from shopdesk.rules.solutions import content_of, starter

_NEWEST = "SELECT max(id) FROM solution GROUP BY code"

# The shipped ones are handed over as one JSON array: they lie in files beside the program.
_SOURCE = f"""
    (SELECT shipped.key AS place, json_extract(shipped.value, '$.code') AS code,
        json_extract(shipped.value, '$.content') AS content, 'shipped' AS origin, 0 AS retired,
        NULL AS made_at, '' AS made_by
    FROM json_each(:shipped) AS shipped
    WHERE json_extract(shipped.value, '$.code') NOT IN (SELECT code FROM solution)
    UNION ALL
    SELECT coalesce((SELECT key FROM json_each(:shipped) AS shipped
            WHERE json_extract(shipped.value, '$.code') = solution.code),
            1000000 + (SELECT min(id) FROM solution AS first WHERE first.code = solution.code)),
        solution.code, solution.content, 'own', solution.retired, solution.made_at,
        solution.made_by
    FROM solution WHERE solution.id IN ({_NEWEST})) AS found
"""


def _field(name: str) -> str:
    return f"json_extract(found.content, '$.{name}')"


def _texts(language: str) -> tuple[Column, ...]:
    plain = (
        Column(f"{name}_{language}", _field(f"{language}.{name}"))
        for name in ("title", "when", "reply", "words")
    )
    advice = Column(
        f"advice_{language}",
        f"json_each(found.content, '$.{language}.advice') AS step",
        Kind.LIST,
        (Column("step", "step.value"),),
        "step.value",
    )
    return (*plain, advice)


def _of_option(name: str) -> str:
    return f"json_extract(option.value, '$.{name}')"


_OPTIONS = Column(
    "options",
    "json_each(found.content, '$.options') AS option",
    Kind.LIST,
    (
        Column("code", _of_option("code")),
        *(Column(f"title_{language}", _of_option(language)) for language in LANGUAGES),
        *(Column(name, _of_option(name)) for name in ("does", "amount", "party", "follow")),
        Column("percent", _of_option("percent"), Kind.NUMBER),
        Column("pays_freight", _of_option("pays_freight"), Kind.FLAG),
        Column("days", _of_option("days"), Kind.NUMBER),
    ),
    f"coalesce(nullif({_of_option('en')}, ''), {_of_option('zh_CN')})",
)


def _shipped() -> dict[str, str]:
    found = [{"code": code, "content": content_of(each)} for code, each in starter().items()]
    return {"shipped": json.dumps(found, ensure_ascii=False)}


SOLUTIONS = Export(
    "solutions",
    N_("Solutions"),
    (
        Column("code", "found.code"),
        Column("origin", "found.origin"),
        Column("retired", "found.retired", Kind.FLAG),
        Column("category", _field("category")),
        Column("situation", _field("situation")),
        Column("reasons", _field("reasons"), Kind.RECORD),
        Column("causes", _field("causes"), Kind.RECORD),
        *(column for language in LANGUAGES for column in _texts(language)),
        _OPTIONS,
        Column("made_at", "found.made_at", Kind.TIME),
        Column("made_by", "found.made_by"),
    ),
    _SOURCE,
    "found.place",
    given=_shipped,
)
