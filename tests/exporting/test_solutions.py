"""The library leaves whole in every form: what ships, what the shop says, what it retired."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from shopdesk.desk import Desk
from shopdesk.exporting.files import export_to
from shopdesk.exporting.kinds import EXPORTS
from shopdesk.queries.solutions import load_library
from shopdesk.rules.solutions import Solution, SolutionText, starter
from shopdesk.services.solutions import retire, save_solution

AWKWARD = '=1+1 “引号” "quoted", two\nlines 🧶'


@pytest.fixture
def changed(desk: Desk) -> Desk:
    """A shop that says one differently, has one of its own, and has retired one."""
    chase = starter()["chase"]
    texts = {**chase.texts, "en": replace(chase.texts["en"], title=AWKWARD)}
    own = replace(chase, code="", texts={"zh_CN": SolutionText("自己的方案"), "en": SolutionText()})
    for solution in (replace(chase, texts=texts), own):
        desk.write("Saved", lambda s, each=solution: save_solution(s, each))  # type: ignore[misc]
    desk.write("Retired", lambda s: retire(s, "how_to"))
    return desk


def export(desk: Desk, path: Path) -> Path:
    with desk.reading() as reader:
        assert export_to(reader, EXPORTS["solutions"], path) == len(starter()) + 1
    return path


def test_json_says_all_of_every_solution(changed: Desk, tmp_path: Path) -> None:
    found = json.loads(export(changed, tmp_path / "s.json").read_text("utf-8"))
    with changed.reading() as reader:
        library = load_library(reader)
    assert [row["code"] for row in found] == [row.solution.code for row in library]
    for row, kept in zip(found, library, strict=True):
        assert whole(row) == whole_of(kept.solution)
        assert row["retired"] == kept.retired
        assert row["origin"] == ("own" if kept.version else "shipped")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_tables_have_a_row_for_each(changed: Desk, tmp_path: Path, ending: str) -> None:
    path = export(changed, tmp_path / f"s.{ending}")
    rows = {row["code"]: row for row in table_rows(path)}
    assert rows["chase"]["title_en"].lstrip("'") == AWKWARD
    assert rows["own_1"]["title_zh_CN"] == "自己的方案"
    assert rows["how_to"]["origin"] == "own"
    assert rows["lost"]["options"] == "Send it again today; Refund in full"
    assert json.loads(rows["lost"]["reasons"]) == ["not_received"]
    assert len(rows) == len(starter()) + 1


def table_rows(path: Path) -> list[dict[str, str]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    head, *rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    names = [str(name) for name in head]
    return [dict(zip(names, map(str, row), strict=True)) for row in rows]


def whole(row: dict[str, object]) -> dict[str, object]:
    """Return what stands in both, as the export names it."""
    return {name: row[name] for name in whole_of(starter()["chase"])}


def whole_of(solution: Solution) -> dict[str, object]:
    found: dict[str, object] = {
        "category": solution.category,
        "situation": solution.situation,
        "reasons": list(solution.reasons),
        "causes": list(solution.causes),
    }
    for language, text in solution.texts.items():
        found |= {f"{name}_{language}": getattr(text, name) for name in ("title", "when", "reply")}
        found[f"advice_{language}"] = [{"step": step} for step in text.advice]
    found["options"] = [
        {
            "code": option.code,
            **{f"title_{language}": title for language, title in option.titles.items()},
            "does": option.does,
            "amount": option.amount,
            "party": option.party,
            "follow": option.follow_kind,
            "percent": option.percent,
            "pays_freight": option.pays_freight,
            "days": option.follow_days,
        }
        for option in solution.options
    ]
    return found
