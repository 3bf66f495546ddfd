"""Every rule of a sound file is broken once, and told by the number of the case that breaks it."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shopdesk.queries import sound_complaints, sound_papers, sound_parcels
from shopdesk.queries.soundness import RULES, find_troubles
from shopdesk.queries.troubles import Trouble
from shopdesk.sample import build_sample
from shopdesk.storage.connection import Connection, connect
from shopdesk.storage.reader import Reader

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

_SETTLED = "(SELECT case_id FROM refund WHERE goods_minor > 0 ORDER BY id LIMIT 1)"
_OPEN = "(SELECT id FROM cases WHERE due_at IS NOT NULL ORDER BY id LIMIT 1)"
_CLOSED = "(SELECT id FROM cases WHERE state = 'closed' ORDER BY id LIMIT 1)"

_COMPLAINT = "(SELECT case_id FROM complaint_option WHERE done_at IS NOT NULL ORDER BY id LIMIT 1)"
_OPENED = "(SELECT case_id FROM complaint_option WHERE opened_id IS NOT NULL ORDER BY id LIMIT 1)"
_ENDED = (
    "(SELECT id FROM complaint JOIN cases USING (id) WHERE state = 'closed' ORDER BY id LIMIT 1)"
)
_TRACKED = "(SELECT case_id FROM parcel WHERE moved_at IS NOT NULL ORDER BY id LIMIT 1)"
_CALLED = "(SELECT case_id FROM follow_up WHERE score IS NOT NULL ORDER BY id LIMIT 1)"
_RETURN = (
    "(SELECT case_id FROM print_item JOIN cases ON cases.id = case_id WHERE kind = 'return'"
    " ORDER BY job_id LIMIT 1)"
)
_CLAIM = (
    "INSERT INTO courier_claim (case_id, reason, state, goods_minor, freight_minor, claimed_minor,"
    " paid_minor, reference, note, opened_at, opened_by, ended_at, version)"
    " VALUES ({case}, 'lost', '{state}', 1, 0, 1, {paid}, '', '', 1, '', {ended}, 1)"
)

# What breaks a file; which case is told; what is said of it.
BREAKS = (
    (
        (
            f"UPDATE return_line SET refund_minor = refund_minor + 1 WHERE case_id = {_SETTLED}"
            " AND position = 0"
        ),
        _SETTLED,
        "refunds of its lines",
    ),
    (f"UPDATE cases SET refund_goods_minor = 7 WHERE id = {_SETTLED}", _SETTLED, "for goods"),
    (f"UPDATE cases SET refund_freight_minor = -7 WHERE id = {_SETTLED}", _SETTLED, "of freight"),
    (f"UPDATE refund SET currency = 'JPY' WHERE case_id = {_SETTLED}", _SETTLED, "a refund is in"),
    (f"UPDATE cases SET cost_minor = cost_minor + 1 WHERE id = {_OPEN}", _OPEN, "by its entries"),
    (f"UPDATE liability_share SET percent = 90 WHERE case_id = {_OPEN}", _OPEN, "the shares of"),
    (f"UPDATE liability_share SET amount_minor = 5 WHERE case_id = {_OPEN}", _OPEN, "bear {found}"),
    (f"UPDATE cases SET due_at = due_at + 1 WHERE id = {_OPEN}", _OPEN, "earliest open clock"),
    (f"UPDATE cases SET due_clock = 'tea' WHERE id = {_OPEN}", _OPEN, "earliest open clock"),
    (f"UPDATE clock SET ended_at = 1 WHERE case_id = {_OPEN}", _OPEN, "earliest open clock"),
    (f"UPDATE clock SET ended_at = NULL WHERE case_id = {_CLOSED}", _CLOSED, "a clock still runs"),
    (f"UPDATE cases SET closed_at = NULL WHERE id = {_CLOSED}", _CLOSED, "its state says"),
    (
        (
            "INSERT INTO received_item (case_id, title, quantity, condition, disposition, note, at,"
            f" person) VALUES ({_CLOSED}, '', 2, '', '', '', 1, '')"
        ),
        _CLOSED,
        "nowhere to go",
    ),
    (
        (
            f"UPDATE complaint_option SET offered_at = NULL WHERE case_id = {_COMPLAINT}"
            " AND chosen_at IS NOT NULL"
        ),
        _COMPLAINT,
        "never offered",
    ),
    (
        f"UPDATE complaint_option SET chosen_at = NULL WHERE case_id = {_COMPLAINT}",
        _COMPLAINT,
        "never chosen",
    ),
    (
        f"UPDATE complaint_option SET chosen_at = 9 WHERE case_id = {_COMPLAINT}",
        _COMPLAINT,
        "options at once",
    ),
    (
        f"DELETE FROM complaint_option WHERE case_id = {_COMPLAINT} AND chosen_at IS NULL",
        _COMPLAINT,
        "without a reason",
    ),
    (
        (
            "UPDATE cases SET origin_id = NULL WHERE id = (SELECT opened_id FROM complaint_option"
            f" WHERE case_id = {_OPENED} AND opened_id IS NOT NULL)"
        ),
        _OPENED,
        "does not say so",
    ),
    (
        (
            f"UPDATE complaint SET escalated_at = 9, verdict = '', verdict_at = NULL"
            f" WHERE id = {_ENDED}"
        ),
        _ENDED,
        "did not decide",
    ),
    (f"UPDATE complaint SET verdict_at = 9, verdict = '' WHERE id = {_ENDED}", _ENDED, "say how"),
    (
        f"UPDATE complaint SET merged_into_id = {_CLOSED} WHERE id = {_ENDED}",
        _ENDED,
        "no other complaint",
    ),
    (
        f"UPDATE complaint SET merged_into_id = id WHERE id = {_ENDED}",
        _ENDED,
        "merged into itself",
    ),
    (f"UPDATE follow_up SET score = 6 WHERE case_id = {_CALLED}", _CALLED, "nobody can have"),
    (
        f"UPDATE follow_up SET done_at = NULL WHERE case_id = {_CALLED}",
        _CALLED,
        "without an outcome",
    ),
    (f"UPDATE parcel SET moved_at = 9 WHERE case_id = {_TRACKED}", _TRACKED, "moved later"),
    (_CLAIM.format(case=_CLOSED, state="paid", paid=10**6, ended=9), _CLOSED, "by its claims"),
    (_CLAIM.format(case=_CLOSED, state="refused", paid=0, ended="NULL"), _CLOSED, "when it ended"),
    (
        (
            "UPDATE print_job SET document = 'packing_list' WHERE id ="
            " (SELECT job_id FROM print_item JOIN cases ON cases.id = case_id"
            f" WHERE case_id = {_RETURN} ORDER BY job_id LIMIT 1)"
        ),
        _RETURN,
        "the log says",
    ),
    (
        (
            "INSERT INTO print_wish (document, case_id, added_at, person)"
            f" VALUES ('packing_list', {_RETURN}, 1, '')"
        ),
        _RETURN,
        "it waits for its",
    ),
)

# The same for buyers, who are told by their names.
BUYER_BREAKS = (
    ("UPDATE customer SET merged_into_id = id WHERE id = 1", "merged into themselves"),
    ("UPDATE customer SET merged_into_id = 2 WHERE id = 1", "who was merged into another"),
)


# And for what a shop set up for its papers, told by its name.
PAPER_BREAKS = (
    ("UPDATE label_sheet SET columns = 3", "label_sheet", "do not fit"),
    ("UPDATE label_sheet SET base = 'A3'", "label_sheet", "do not fit"),
    ("UPDATE shop_paper SET logo = 'R0lGODlh' WHERE shop_id = 1", "shop", "is no PNG"),
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "shop.db"
    build_sample(path, now=NOW, cases=120)
    return path


@pytest.fixture
def file(sound: Path, tmp_path: Path) -> Iterator[tuple[Connection, Reader]]:
    copy = tmp_path / "shop.db"
    shutil.copyfile(sound, copy)
    with closing(connect(copy)) as connection, closing(Reader(copy)) as reader:
        yield connection, reader


def test_a_sound_file_has_no_trouble(sound: Path) -> None:
    with closing(Reader(sound)) as reader:
        assert list(find_troubles(reader)) == []


@pytest.mark.parametrize(("statement", "case", "words"), BREAKS)
def test_what_is_broken_is_told(
    file: tuple[Connection, Reader], statement: str, case: str, words: str
) -> None:
    connection, reader = file
    (number,) = connection.execute(f"SELECT number FROM cases WHERE id = {case}").fetchone()
    connection.execute(statement)
    found = list(find_troubles(reader))
    assert (number, True) in {(trouble.number, words in trouble.sentence) for trouble in found}
    assert {trouble.number for trouble in found} == {number}


@pytest.mark.parametrize(("statement", "words"), BUYER_BREAKS)
def test_a_buyer_merged_wrongly_is_told(
    file: tuple[Connection, Reader], statement: str, words: str
) -> None:
    connection, reader = file
    (name,) = connection.execute("SELECT name FROM customer WHERE id = 1").fetchone()
    connection.execute(statement)
    found = list(find_troubles(reader))
    assert {trouble.number for trouble in found} == {name}
    assert any(words in trouble.sentence for trouble in found)


@pytest.mark.parametrize(("statement", "table", "words"), PAPER_BREAKS)
def test_papers_set_up_wrongly_are_told(
    file: tuple[Connection, Reader], statement: str, table: str, words: str
) -> None:
    connection, reader = file
    (name,) = connection.execute(f"SELECT name FROM {table} WHERE id = 1").fetchone()
    connection.execute(statement)
    (trouble,) = find_troubles(reader)
    assert trouble.number == name
    assert words in trouble.sentence


def test_every_rule_is_broken_by_one_of_these() -> None:
    rules = (*RULES, *sound_complaints.RULES, *sound_parcels.RULES, *sound_papers.RULES)
    told = [words for *_rest, words in (*BREAKS, *BUYER_BREAKS, *PAPER_BREAKS)]
    for rule in rules:
        assert any(words in rule.sentence for words in told), rule.sentence


def test_a_sum_is_told_with_what_it_should_be(file: tuple[Connection, Reader]) -> None:
    connection, reader = file
    connection.execute(f"UPDATE cases SET cost_minor = cost_minor + 1 WHERE id = {_OPEN}")
    first: Trouble = next(iter(find_troubles(reader)))
    assert (first.currency, first.wanted) in {("CNY", 1), ("USD", 1)}
    assert first.found == 0
