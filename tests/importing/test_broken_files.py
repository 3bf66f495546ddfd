"""Files that are damaged, hostile or something else end in a sentence."""

import errno
import random
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.errors import ShopDeskError
from shopdesk.importing.guards import MAX_FILE_BYTES

from .conftest import Read, WriteCsv
from .headers import SHOPIFY_79, TAOBAO_LIST
from .test_shopify import FIRST, SECOND
from .test_taobao import LISTED


def refusal(read: Read, path: Path) -> str:
    with pytest.raises(ShopDeskError) as caught:
        read(path)
    return caught.value.sentence


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02PNG", "not a table"),
        (b"<html><table><tr><td>1", "web page"),
        (b"PK\x03\x04 no zip", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no workbook", "damaged"),
        (b"a,b,c\n1,2,3\n", "no order export"),
        (b"Order ID;Lineitem name\n1;x\n", "no order export"),
    ],
)
def test_what_is_no_export_is_refused(
    content: bytes, word: str, tmp_path: Path, read: Read
) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(content)
    assert word in refusal(read, path)


def test_the_nearest_kind_and_what_it_lacks(write_csv: WriteCsv, read: Read) -> None:
    header = [name for name in SHOPIFY_79 if name != "Lineitem name"]
    sentence = refusal(read, write_csv("orders.csv", header, []))
    assert "Shopify" in sentence
    assert "Lineitem name" in sentence


@pytest.mark.parametrize("after", range(10))
def test_a_file_that_goes_away_while_it_is_read(
    after: int, write_csv: WriteCsv, monkeypatch: pytest.MonkeyPatch, read: Read
) -> None:
    """As a stick that is pulled out, after it was opened so many times."""
    path = write_csv("orders.csv", SHOPIFY_79, [FIRST])
    opened = []
    real = Path.open

    def stick(self: Path, *args: str, **more: str) -> object:
        opened.append(self)
        if len(opened) > after:
            raise OSError(errno.EIO, "gone")
        return real(self, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", stick)
    assert "orders.csv" in refusal(read, path)


def test_too_large_and_missing(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    assert "50 MB" in refusal(read, path)
    assert "missing.csv" in refusal(read, tmp_path / "missing.csv")


def test_a_quotation_mark_without_end(write_csv: WriteCsv, read: Read) -> None:
    path = write_csv("orders.csv", SHOPIFY_79, [SECOND | {"Name": f"#{n}"} for n in range(2_000)])
    path.write_text(path.read_text().replace("#3,", '"#3,', 1))
    assert "Line 5" in refusal(read, path)


def test_cut_off_in_the_last_row(write_csv: WriteCsv, read: Read) -> None:
    path = write_csv("list.csv", TAOBAO_LIST, [LISTED, LISTED | {"订单编号": "7"}])
    path.write_bytes(path.read_bytes()[:-40])
    result = read(path)
    assert [order.number for order in result.orders] == ["35153131473290001"]
    assert ("error", 3) in [(problem.severity, problem.line) for problem in result.problems]


def test_damaged_letters_are_told_with_their_line(write_csv: WriteCsv, read: Read) -> None:
    rows = [LISTED | {"订单编号": str(number)} for number in range(60)]
    path = write_csv("list.csv", TAOBAO_LIST, rows, encoding="gb18030")
    path.write_bytes(path.read_bytes().replace("王芳".encode("gb18030"), b"\xff\xff", 1))
    result = read(path)
    assert result.encoding == "gb18030"
    assert any(problem.line == 2 for problem in result.problems)


def test_a_bomb_and_a_far_cell_are_not_opened(tmp_path: Path, read: Read) -> None:
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    assert "far more" in refusal(read, bomb)

    far = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(str(far)) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Name")
        sheet.write(1_048_575, 16_383, "x")
    assert "rows" in refusal(read, far)


def test_one_number_on_all_rows(write_csv: WriteCsv, read: Read) -> None:
    path = write_csv("orders.csv", SHOPIFY_79, [FIRST, *[SECOND] * 1_500])
    result = read(path)
    assert (result.orders, result.problems[0].severity) == ((), "error")


def test_problems_are_counted_when_there_are_too_many(write_csv: WriteCsv, read: Read) -> None:
    rows = [FIRST | {"Name": f"#{number}", "Total": "x"} for number in range(600)]
    problems = read(write_csv("orders.csv", SHOPIFY_79, rows)).problems
    assert len(problems) == 501
    assert "101" in problems[-1].sentence


@settings(
    max_examples=120, deadline=2_000, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32), name=st.sampled_from(["utf-8", "gb18030", "xlsx"]))
def test_changed_bytes_end_in_orders_or_a_sentence(
    seed: int, name: str, tmp_path: Path, write_csv: WriteCsv, read: Read
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a fuzz needs no secret
    path = tmp_path / f"fuzz-{name}.csv"
    if name == "xlsx":
        _write_workbook(path)
    else:
        write_csv(path.name, TAOBAO_LIST, [LISTED] * 5, encoding=name)
    content = bytearray(path.read_bytes())
    for _change in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.choice(b'\x00",;\n\t\xff\x80=1a')
    path.write_bytes(content[: chance.randint(1, len(content))])
    try:
        result = read(path)
    except ShopDeskError:
        return
    assert result.orders or result.problems


def _write_workbook(path: Path) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, TAOBAO_LIST)
        sheet.write_row(1, 0, [LISTED.get(heading, "") for heading in TAOBAO_LIST])
