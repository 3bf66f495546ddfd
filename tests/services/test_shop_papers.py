"""A shop's logo, lines and foot: kept as given, within their bounds, and back by undo."""

from base64 import b64encode
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from shopdesk.desk import Desk
from shopdesk.errors import FieldError, StaleError
from shopdesk.queries.label_sheets import load_shop_paper
from shopdesk.queries.papers import read_papers
from shopdesk.services.paper_drafts import ShopPaperDraft
from shopdesk.services.shop_papers import save_shop_paper
from tests.services.reshipping import of_order


def png(width: int = 60, height: int = 30, kind: str = "PNG") -> bytes:
    file = BytesIO()
    Image.new("L", (width, height), 40).save(file, kind)
    return file.getvalue()


def coded(content: bytes) -> str:
    return b64encode(content).decode()


PAPER = ShopPaperDraft(coded(png()), "营业时间 9:00–18:00\n微信 yunrou", "Thank you")


def save(desk: Desk, draft: ShopPaperDraft, version: int | None = None) -> int | None:
    return desk.write("x", lambda session: save_shop_paper(session, 1, draft, version)).change_id


def test_papers_carry_what_the_shop_wants(desk: Desk) -> None:
    case_id = of_order(desk)
    save(desk, PAPER, 0)
    change = save(desk, replace(PAPER, lines="  Open 9 to 6  \n\n"), 1)
    with desk.reading() as reader:
        (slip,) = read_papers(reader, "packing_slip", [case_id])
        row = load_shop_paper(reader, 1)
    assert slip.paper.logo_png == png()
    assert (slip.paper.lines, slip.paper.foot) == ("Open 9 to 6", "Thank you")
    assert (row.version, row.logo) == (2, PAPER.logo)
    with pytest.raises(StaleError):
        save(desk, PAPER, 1)
    assert change is not None
    desk.undo(change)
    with desk.reading() as reader:
        assert load_shop_paper(reader, 1).lines == PAPER.lines


def test_a_shop_that_said_nothing_has_bare_papers(desk: Desk) -> None:
    with desk.reading() as reader:
        (slip,) = read_papers(reader, "address_label", [of_order(desk)])
        assert load_shop_paper(reader, 1).version == 0
    assert (slip.paper.logo_png, slip.paper.lines, slip.region) == (b"", "", "CN")
    with pytest.raises(StaleError):
        save(desk, PAPER, 3)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"logo": "no base64"}, "logo"),
        ({"logo": "雲"}, "logo"),
        ({"logo": coded(png(kind="JPEG"))}, "logo"),
        ({"logo": coded(png()[:-1])}, "logo"),
        ({"logo": coded(png(801, 20))}, "logo"),
        ({"logo": coded(png() + b"\0" * 200_001)}, "logo"),
        ({"lines": "x\n" * 7}, "lines"),
        ({"lines": "x" * 301}, "lines"),
        ({"foot": "x\n" * 7}, "foot"),
        ({"foot": "x\ud800"}, "foot"),
    ],
)
def test_what_no_paper_can_carry_is_refused(
    desk: Desk, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(FieldError) as refused:
        save(desk, replace(PAPER, **changes))
    assert refused.value.field == field
