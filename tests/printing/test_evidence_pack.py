"""Evidence packs show what speaks for the shop, only what is still whole, and nothing of ours."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from shopdesk.desk import Desk
from shopdesk.i18n import current_language, speak
from shopdesk.models import Shop
from shopdesk.printing.drawing import MadePaper, PaperWish, draw
from shopdesk.printing.photos import read_photo
from shopdesk.printing.sizes import A4
from shopdesk.services.paper_drafts import ShopPaperDraft
from shopdesk.services.returns import add_note
from shopdesk.services.shop_papers import save_shop_paper
from tests.complaining import complain_of_order
from tests.making import make_order, make_return
from tests.pictures import pdf, picture, turned_photo
from tests.services.reshipping import of_order

from .packs import add_evidence, kept, lost_with_claim, pack_of, still
from .papers import asked, check_fonts_and_form, check_inside, check_reference, saved


def rendered(desk: Desk, case_id: int) -> bytes:
    return made(desk, case_id).content


def made(desk: Desk, *case_ids: int, language: str = "shop") -> MadePaper:
    packs = (pack_of(desk, case_id) for case_id in case_ids)
    return draw("evidence_pack", packs, PaperWish(A4, language, current_language()))


def text_of(folder: Path, content: bytes) -> str:
    return asked("pdftotext", "-layout", saved(folder, content), "-")


def shown(content: bytes) -> int:
    return sum(len(page.images) for page in PdfReader(BytesIO(content)).pages)


def test_a_lost_parcel_has_claim_way_goods_and_files(desk: Desk, tmp_path: Path) -> None:
    case_id = lost_with_claim(desk)
    photo = add_evidence(desk, case_id, "面单.jpg", picture())
    invoice = add_evidence(desk, case_id, "invoice.pdf", pdf())
    content = rendered(desk, case_id)
    text = text_of(tmp_path, content)
    for said in ("75312345678901", "¥167.00", "已揽收", "云柔针织开衫", "林小雨", "面单.jpg"):
        assert said in text
    whole = "".join(text.split())
    assert photo.sha256 in whole
    assert invoice.sha256 in whole
    assert shown(content) == 1
    check_inside(tmp_path / "paper.pdf")
    check_fonts_and_form(tmp_path / "paper.pdf")


def test_the_usual_pack_reads_as_it_did(desk: Desk, tmp_path: Path) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    add_evidence(desk, case_id, "面单.pdf", pdf())
    pack = still(pack_of(desk, case_id))
    paper = draw("evidence_pack", [pack], PaperWish(A4, "en", "en"))
    check_reference("evidence_pack_A4", saved(tmp_path, paper.content))


@pytest.mark.parametrize("make", [complain_of_order, lambda d: make_return(d, make_order(d))])
def test_every_kind_has_one_in_both_languages(desk: Desk, tmp_path: Path, make: object) -> None:
    assert callable(make)
    case_id = make(desk)
    number = pack_of(desk, case_id).case.number
    assert f"Evidence pack {number}" in text_of(tmp_path, rendered(desk, case_id))
    speak("zh_CN")
    assert number in text_of(tmp_path, rendered(desk, case_id))


def test_several_begin_on_pages_of_their_own(desk: Desk, tmp_path: Path) -> None:
    ids = [lost_with_claim(desk), complain_of_order(desk)]
    paper = made(desk, *ids)
    pages = text_of(tmp_path, paper.content).split("\f")[:-1]
    assert len(pages) == paper.pages
    begun = [page for page in pages if "1/" in page.split("ShopDesk")[-1].replace(" ", "")]
    assert all(
        f"Evidence pack {number}" in page for number, page in zip(paper.numbers, begun, strict=True)
    )


def test_two_languages_stand_beside_each_other(desk: Desk, tmp_path: Path) -> None:
    case_id = lost_with_claim(desk)
    text = text_of(tmp_path, made(desk, case_id, language="both").content)
    assert "凭证包" in text
    assert "Evidence pack" in text
    assert current_language() == "en"


def test_the_shops_own_words_stand_at_head_and_foot(desk: Desk, tmp_path: Path) -> None:
    case_id = lost_with_claim(desk)
    draft = ShopPaperDraft(lines="Hand made since 1998", foot="Thank you 😀")
    desk.write("Paper", lambda s: save_shop_paper(s, 1, draft, 0))
    paper = made(desk, case_id)
    text = text_of(tmp_path, paper.content)
    assert "Hand made since 1998" in text
    assert text.count("Thank you") == paper.pages
    assert [(each.number, each.characters) for each in paper.replaced] == [(paper.numbers[0], "😀")]


def test_our_own_notes_stay_with_us(desk: Desk, tmp_path: Path) -> None:
    case_id = lost_with_claim(desk)
    desk.write("Note", lambda s: add_note(s, case_id, "Packed wrongly by Wang, say nothing"))
    text = text_of(tmp_path, rendered(desk, case_id))
    assert "Packed wrongly" not in text
    assert "Packed" in text or "Sent" in text


def test_contacts_are_masked_where_the_shop_wants_it(desk: Desk, tmp_path: Path) -> None:
    case_id = of_order(desk)
    assert "138 0000 7720" in text_of(tmp_path, rendered(desk, case_id))
    desk.write("Masked", lambda s: setattr(s.get(Shop, 1), "masks_contacts", True))
    text = text_of(tmp_path, rendered(desk, case_id))
    assert "138 0000 7720" not in text
    assert "林小雨" in text


def test_a_file_that_was_changed_is_named_so_and_not_shown(desk: Desk, tmp_path: Path) -> None:
    case_id = lost_with_claim(desk)
    whole = add_evidence(desk, case_id, "whole.png", picture("png"))
    other = add_evidence(desk, case_id, "other.png", picture("png", colour="#FF0000"))
    kept(desk, whole).unlink()
    kept(desk, whole).write_bytes(kept(desk, other).read_bytes())
    content = rendered(desk, case_id)
    assert shown(content) == 1
    assert "Changed since" in text_of(tmp_path, content)


def test_many_photos_go_on_from_page_to_page(desk: Desk, tmp_path: Path) -> None:
    case_id = lost_with_claim(desk)
    for n in range(9):
        add_evidence(desk, case_id, f"{n}.jpg", picture(width=300 + n, height=400))
    content = rendered(desk, case_id)
    assert shown(content) == 9
    pages = len(PdfReader(BytesIO(content)).pages)
    assert f"{pages}/{pages}" in text_of(tmp_path, content).replace(" ", "")
    check_inside(tmp_path / "paper.pdf")


def test_a_photo_is_upright_and_carries_no_place(tmp_path: Path) -> None:
    path = tmp_path / "turned.jpg"
    path.write_bytes(turned_photo())
    photo = read_photo(path, "jpg", 1000)
    assert photo is not None
    assert (photo.width_px, photo.height_px) == (40, 60)
    assert b"GPS!" not in photo.jpeg


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "1", "I;16", "CMYK"])
def test_pictures_of_any_colours_are_shown(tmp_path: Path, mode: str) -> None:
    kind, form = ("jpg", "JPEG") if mode == "CMYK" else ("png", "PNG")
    path = tmp_path / "picture"
    Image.new(mode, (30, 20)).save(path, form)
    photo = read_photo(path, kind, 10)
    assert photo is not None
    assert photo.width_px == 10


def test_what_is_no_picture_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(turned_photo()[:-40])
    assert read_photo(path, "jpg", 100) is None
    path.write_bytes(picture("png"))
    assert read_photo(path, "jpg", 100) is None
    assert read_photo(tmp_path / "gone.jpg", "jpg", 100) is None
