"""The search over everything by how much is typed, beside the raw grams queries of its sorts."""

from collections.abc import Iterator, Mapping

from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import Measure, p95, timed_over
from shopdesk.bench.searches import typed_texts
from shopdesk.i18n import N_, _
from shopdesk.queries.everything import LIMIT, search_everything
from shopdesk.storage.grams import match_text, words
from shopdesk.storage.searched import SEARCHED

MOST_MS = 20
"""What is left of a picture's time once a key was pressed."""

_TYPED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "everything_one": (N_("Search everything, 1 character, p95"), ("han_1",)),
    "everything_two": (N_("Search everything, 2 characters, p95"), ("han_2", "latin_2")),
    "everything_more": (
        N_("Search everything, more, p95"),
        ("number", "phone_end", "name", "handle", "waybill", "han_3", "name_and_goods"),
    ),
}
_IDS = """
    SELECT {name}_doc.id FROM {name}_fts JOIN {name}_doc ON {name}_doc.id = {name}_fts.rowid
    WHERE {name}_fts MATCH ? {contains} ORDER BY {name}_fts.rowid DESC LIMIT ?
"""


def everything_measures(ground: Ground) -> Iterator[Measure]:
    """Yield the slow end of the answers to one, two and more characters."""
    by_kind = typed_texts(ground)
    for code, (name, kinds) in _TYPED.items():
        texts = [text for kind in kinds for text in by_kind[kind]]
        if texts:
            yield _measure(ground, code, _(name), texts)


def _measure(ground: Ground, code: str, name: str, texts: list[str]) -> Measure:
    return Measure(
        code,
        name,
        timed_over(texts, lambda text: search_everything(ground.reader, text)),
        timed_over(texts, lambda text: raw_ids(ground, text)),
        most=MOST_MS,
        rounds=len(texts),
        statistic=p95,
    )


def raw_ids(ground: Ground, typed: str) -> dict[str, list[int]]:
    """Return what the grams find of each sort, with nothing around it."""
    parts = words(typed)
    contains = "".join(" AND instr(doc, ?)" for _part in parts)
    params = (match_text(typed), *parts, LIMIT)
    return {
        kind.name: [
            row[0]
            for row in ground.bare.execute(
                _IDS.format(name=kind.name, contains=contains), params
            ).fetchall()
        ]
        for kind in SEARCHED
    }
