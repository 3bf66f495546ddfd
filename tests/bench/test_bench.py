"""The bench measures what it says: our answers are those of the bare work beside them."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from shopdesk.bench.everything import raw_ids
from shopdesk.bench.ground import FEWEST_CASES, Ground, made_ground
from shopdesk.bench.lists import RAW_PAGE
from shopdesk.bench.measure import Measure, p95, take
from shopdesk.bench.openings import opening_measures, raw_rows
from shopdesk.bench.saves import APART, LINES, raw_write, save_measures
from shopdesk.bench.scans import raw_scan, scan
from shopdesk.bench.searches import KINDS, raw_search, typed_texts
from shopdesk.queries.everything import search_everything
from shopdesk.queries.finder import find_order_ids
from shopdesk.queries.returns import find_return_ids, load_return_rows
from shopdesk.rules.folding import fold


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """The smallest shop that can be measured."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        with made_ground(FEWEST_CASES, lambda _done, _total: None) as made:
            yield made


def test_the_raw_page_holds_the_same_rows_as_ours(ground: Ground) -> None:
    ids = list(find_return_ids(ground.reader, "all", limit=100))
    ours = load_return_rows(ground.reader, ids)
    raw = ground.bare.execute(RAW_PAGE, (1 << 40, 0)).fetchall()
    assert [(row.id, row.number, row.buyer, row.title) for row in ours] == [r[:4] for r in raw]


@pytest.mark.parametrize("kind", KINDS)
def test_the_finder_finds_what_a_scan_finds(ground: Ground, kind: str) -> None:
    docs: dict[int, str] = dict(ground.reader.rows("SELECT id, doc FROM order_doc"))
    for typed in typed_texts(ground)[kind]:
        found = find_order_ids(ground.reader, typed, limit=len(docs))
        sought = fold(typed).split()
        scanned = {i for i, doc in docs.items() if all(word in doc for word in sought)}
        if kind in {"latin_1", "latin_2"}:  # these are sought where words begin
            assert set(found) <= scanned
            assert found
        else:
            assert set(found) == scanned, typed
        raw = {row[0] for row in raw_search(ground, typed)}
        assert raw <= set(found)


@pytest.mark.parametrize("kind", ["han_1", "latin_2", "number", "name_and_goods"])
def test_everything_is_found_that_the_raw_grams_find(ground: Ground, kind: str) -> None:
    for typed in typed_texts(ground)[kind]:
        found = {
            group.code: group.things for group in search_everything(ground.reader, typed).groups
        }
        raw = raw_ids(ground, typed)
        for name, code in (("case", "cases"), ("customer", "customers")):
            assert [thing.id for thing in found.get(code, ())] == raw[name], typed


def test_the_cases_that_are_there_are_opened(ground: Ground) -> None:
    codes = [measure.code for measure in opening_measures(ground)]
    assert codes[:2] == ["open_return", "open_reshipment"]
    case_id = ground.reader.value("SELECT max(id) FROM return_case")
    assert len(raw_rows(ground, "return_case", case_id)) > 1


def test_a_raw_write_leaves_the_rows_of_ours(ground: Ground) -> None:
    take_one = next(iter(save_measures(ground)))
    change_id = ground.reader.value("SELECT max(id) FROM change")
    case_id = ground.reader.value("SELECT max(id) FROM cases")
    raw_write(ground.reader, change_id, docs_of=case_id).replay(ground.writer, APART)
    counts = "SELECT count(*) FROM {} WHERE case_id = ?"
    for table in ("return_line", "timeline_entry"):
        ours = ground.reader.value(counts.format(table), (case_id,))
        assert ours == ground.reader.value(counts.format(table), (case_id + APART,))
    assert ground.writer.execute("PRAGMA foreign_key_check").fetchall() == []
    assert take_one.code == "save"


def test_a_raw_inspection_leaves_the_rows_of_ours(ground: Ground) -> None:
    measures = save_measures(ground)
    for measure in measures:
        take(replace(measure, rounds=2))
        if measure.code == "inspect":
            break
    first, copied = ground.writer.execute(
        "SELECT min(case_id), count(*) FROM received_item WHERE case_id >"
        " (SELECT max(id) - ? FROM cases)",
        (3 * APART,),
    ).fetchone()
    assert first
    assert copied >= 2 * LINES
    assert ground.writer.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_raw_scan_finds_the_case_of_ours(ground: Ground) -> None:
    waybills = ground.reader.rows(
        "SELECT waybill, case_id FROM parcel WHERE direction = 'back' AND case_id > 0 LIMIT 20"
    )
    for waybill, case_id in waybills:
        assert scan(ground, waybill) == raw_scan(ground, waybill) == [case_id]


def test_figures_are_taken_in_turn() -> None:
    order: list[str] = []

    def sample(name: str, cost: float) -> float:
        order.append(name)
        return cost

    result = take(
        Measure("x", "X", lambda: sample("A", 3), lambda: sample("B", 2), most_ratio=1.4, rounds=2)
    )
    assert order == ["A", "B"] * 3
    assert (result.ours, result.bare, result.ratio, result.met) == (3, 2, 1.5, False)


def test_p95_is_a_figure_that_occurred() -> None:
    assert p95([1.0] * 95 + [9.0] * 5) == 1.0
    assert p95([1.0] * 94 + [9.0] * 6) == 9.0
    assert p95([5.0]) == 5.0


def test_the_report_is_json(ground: Ground) -> None:
    from shopdesk.bench.report import as_json, conditions_of, head_line, line_of

    result = take(Measure("x", "A page", lambda: 1, lambda: 2, most_ratio=1, rounds=1))
    told = json.loads(json.dumps(as_json(conditions_of(ground), [result])))
    assert told["measures"][0]["ratio"] == 0.5
    assert len(head_line()) <= 110
    assert line_of(result).endswith("met")
