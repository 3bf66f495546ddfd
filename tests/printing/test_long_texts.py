"""However long what people typed is: words and codes of every paper stay on it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.desk import Desk
from shopdesk.printing.breaking import width_of
from shopdesk.printing.codes import Code
from shopdesk.printing.drawing import PaperWish, draw
from shopdesk.printing.papers import paper_of
from shopdesk.printing.sheet import Sheet
from shopdesk.printing.sizes import POINTS_PER_MM, PaperSize
from shopdesk.rules.label_sheets import LabelSheet
from tests.printing.packs import lost_with_claim, pack_of
from tests.printing.test_every_paper import DATA, papers_of

LONGEST = 5_000
_CODES = {
    "number", "region", "buyer_language", "timezone", "logo_png", "sha256", "file_name", "state",
    "kind", "event", "currency",
}  # fmt: skip
"""What nobody types."""
_SLACK_PT = 0.5
Box = tuple[float, float, float, float]


def lengthened(value: Any, text: str) -> Any:
    """Return data with a text in every field that people fill in."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(lengthened(each, text) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [each.name for each in fields(value) if each.init and each.name not in _CODES]
        return replace(value, **{name: lengthened(getattr(value, name), text) for name in names})
    return value


class Watched:
    """Where words and codes are drawn, from the upper left corner of a label or page, in points."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.boxes: list[Box] = []
        texts, code = Sheet.texts, Sheet.code

        def see_texts(sheet: Sheet, pieces: Any, y_pt: float = 0) -> None:
            pieces = list(pieces)
            self.boxes += [
                (
                    one.x_pt,
                    y_pt + one.drop_pt - one.style.size_pt * 0.7,
                    one.x_pt + width_of(one.text, one.style.size_pt),
                    y_pt + one.drop_pt,
                )
                for one in pieces
                if one.text.strip()
            ]
            texts(sheet, pieces, y_pt)

        def see_code(sheet: Sheet, shown: Code, x_dots: int, y_dots: int) -> None:
            corners = (x_dots, y_dots, x_dots + shown.width, y_dots + shown.height)
            left, top, right, bottom = (each * sheet._dot_pt for each in corners)
            self.boxes.append((left, top, right, bottom))
            code(sheet, shown, x_dots, y_dots)

        patch.setattr(Sheet, "texts", see_texts)
        patch.setattr(Sheet, "code", see_code)

    def outside(self, paper: PaperSize | LabelSheet) -> Iterator[Box]:
        """Yield what is not wholly on a page or label."""
        width_pt, height_pt = _size_pt(paper)
        for left, top, right, bottom in self.boxes:
            ends = right > width_pt + _SLACK_PT or bottom > height_pt + _SLACK_PT
            if min(left, top) < -_SLACK_PT or ends:
                yield left, top, right, bottom


def _size_pt(paper: PaperSize | LabelSheet) -> tuple[float, float]:
    if isinstance(paper, PaperSize):
        return paper.width_pt, paper.height_pt
    return paper.width / 100 * POINTS_PER_MM, paper.height / 100 * POINTS_PER_MM


texts = st.builds(
    lambda part, length: (part * LONGEST)[:length],
    st.sampled_from(["W", "云", "two words ", "，", "行\n", "「a"]),
    st.sampled_from([60, 700, LONGEST]),
)


@settings(max_examples=14, deadline=None)
@given(data=st.data(), document=st.sampled_from([*DATA]), text=texts)
def test_words_and_codes_stay_on_the_paper(data: st.DataObject, document: str, text: str) -> None:
    paper = paper_of(data.draw(st.sampled_from(papers_of(document))), (), "")
    language = data.draw(st.sampled_from(["en", "both"]))
    with pytest.MonkeyPatch.context() as patch:
        watched = Watched(patch)
        draw(document, [lengthened(DATA[document][0], text)], PaperWish(paper, language, "en"))
    assert watched.boxes
    assert list(watched.outside(paper)) == []


@pytest.mark.parametrize("size", ["A4", "letter"])
def test_an_evidence_pack_stays_on_its_paper(
    desk: Desk, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = lengthened(pack_of(desk, lost_with_claim(desk)), "two words 云" * 400)
    watched, paper = Watched(monkeypatch), paper_of(size, (), "")
    draw("evidence_pack", [pack], PaperWish(paper, "en", "en"))
    assert list(watched.outside(paper)) == []
