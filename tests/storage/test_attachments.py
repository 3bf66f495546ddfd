"""A kept file is whole and there once, or not there at all; what is no evidence is refused."""

import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.errors import FieldError, StorageError
from shopdesk.paths import DataFolder
from shopdesk.rules import evidence
from shopdesk.rules.evidence import KINDS, NAME_LENGTH, ending_of, harmless_name
from shopdesk.storage.attachments import (
    kept_names,
    place_of,
    store_bytes,
    store_file,
    trouble_with,
)
from shopdesk.storage.file_kinds import BrokenFileError, look_at
from tests.pictures import film, pdf, picture, turned_photo
from tests.storage.full_disks import can_mount, fill_up, small_disk
from tests.storage.killing import killed_at_touch

WHOLE = {
    "a.jpg": picture("jpg"),
    "a.JPEG": turned_photo(),
    "a.png": picture("png"),
    "a.webp": picture("webp"),
    "a.pdf": pdf(),
    "a.mp4": film(),
    "a.mov": film(b"qt  "),
}


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "shop")
    folder.root.mkdir()
    return folder


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_taken_is_kept_as_it_came_for_its_owner_alone(
    folder: DataFolder, tmp_path: Path, name: str
) -> None:
    source = tmp_path / name
    source.write_bytes(WHOLE[name])
    found = store_file(folder, source)
    kept = place_of(folder.attachments, found.file_name)
    assert kept.read_bytes() == WHOLE[name]
    assert (found.size, kept.parent.name) == (len(WHOLE[name]), found.sha256[:2])
    assert stat.S_IMODE(kept.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR
    assert trouble_with(folder.attachments, found.file_name, found.size) == ""


def test_the_same_content_is_kept_once_and_a_torn_one_is_mended(folder: DataFolder) -> None:
    first = store_bytes(folder, picture(), "one.jpg")
    kept = place_of(folder.attachments, first.file_name)
    kept.write_bytes(b"torn")
    assert trouble_with(folder.attachments, first.file_name, first.size) == "changed"
    assert store_bytes(folder, picture(), "two.jpg").sha256 == first.sha256
    assert list(kept_names(folder.attachments)) == [first.file_name]
    assert kept.read_bytes() == picture()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.jpg", b"", "empty"),
        ("a.jpg", b"MZ" + bytes(100), "is no JPEG, whatever"),
        ("a.bin", b"MZ" + bytes(100), "cannot be kept"),
        ("a.pdf", b"MZ" + bytes(100) + pdf(), "is no PDF, whatever"),
        ("a.pdf", b"<html>" + pdf(), "is no PDF, whatever"),
        ("a.jpg", b"\xff\xd8" + b"\xff" * 200_000 + picture("jpg")[2:], "broken"),
        ("a.jpg", b"\xff\xd8" + b"\xff\xfe\0\2" * 200_000 + picture("jpg")[2:], "broken"),
        ("a.mp4", film() + b"\0\0\0\x08free" * 200_000, "broken"),
        ("a.heic", bytes(4) + b"ftypheic" + bytes(100), "cannot be kept"),
        ("a.svg", b"<svg onload='x'/>", "cannot be kept"),
        ("a.jpg", pdf(), "it is PDF"),
        ("a.exe", picture("png"), r"end in \.png"),
        ("a.jpg", picture("jpg")[:-30], "broken"),
        ("a.png", picture("png")[:-30], "broken"),
        ("a.webp", picture("webp")[:-30], "broken"),
        ("a.pdf", pdf()[:-30], "broken"),
        ("a.mp4", film()[:-30], "broken"),
        ("a.png", picture("png").replace(b"IDAT", b"IDAX"), "broken"),
    ],
)
def test_what_is_no_evidence_is_refused_in_a_sentence(
    folder: DataFolder, name: str, data: bytes, words: str
) -> None:
    with pytest.raises(FieldError, match=words) as refused:
        store_bytes(folder, data, name)
    assert name in refused.value.sentence
    assert not list(folder.root.rglob("*.*"))


def test_a_folder_and_a_missing_file_are_refused(folder: DataFolder, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.jpg"):
        with pytest.raises(FieldError, match="is no file"):
            store_file(folder, path)


def test_what_is_too_large_is_refused(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = picture("png", 8000, 8000)  # 64 megapixels in a few kilobytes
    with pytest.raises(FieldError, match="64 megapixels; make it 60"):
        store_bytes(folder, huge, "bomb.png")
    for kind, data in (("pdf", pdf()), ("jpg", picture("jpg"))):
        monkeypatch.setitem(KINDS, kind, evidence.Kind(kind, kind, (kind,), 100))
        with pytest.raises(FieldError, match="too large"):
            store_bytes(folder, data, f"a.{kind}")


@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_no_damage_makes_the_look_fail_otherwise_than_by_its_word(
    name: str, data: st.DataObject
) -> None:
    raw = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = look_at(bytes(raw[: data.draw(st.integers(0, len(raw)))]))
    except BrokenFileError:
        return
    assert found is None or found.kind in KINDS


@given(st.text(st.characters(codec=None), max_size=300), st.sampled_from(sorted(KINDS)))
def test_any_name_becomes_harmless(name: str, kind: str) -> None:
    found = harmless_name(name, kind)
    assert ending_of(found) == kind
    assert len(found) <= NAME_LENGTH
    assert found.isprintable() or not found.isascii()
    assert not set('/\\<>:"|?*\x00\n\u202e\u200f') & set(found)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("破损的杯子.JPG", "破损的杯子.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\photos\\IMG 1.jpeg", "IMG 1.jpg"),
        ("invoice\u202egpj.exe", "invoicegpj.exe.jpg"),
        ("...", "evidence.jpg"),
        (".jpg", "evidence.jpg"),
    ],
)
def test_a_name_stays_recognisable(name: str, plain: str) -> None:
    assert harmless_name(name, "jpg") == plain


def test_a_kill_leaves_the_whole_file_or_none(folder: DataFolder) -> None:
    kills = 0
    while killed_at_touch(lambda: store_bytes(folder, picture(), "a.jpg"), kills):
        assert [
            trouble_with(folder.attachments, name, len(picture()))
            for name in kept_names(folder.attachments)
        ] in ([], [""])
        _forget(folder)
        kills += 1
    assert kills > 2


@can_mount
def test_a_full_disk_leaves_nothing_half_and_says_so(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 30_000) as disk:
        folder = DataFolder(disk / "shop")
        folder.root.mkdir()
        ballast = fill_up(disk, leave_bytes=8192)
        with pytest.raises(StorageError, match="too full"):
            store_bytes(folder, film(size=100_000), "a.mp4")
        assert not list(folder.root.rglob("*.*"))
        ballast.unlink()
        assert store_bytes(folder, film(size=100_000), "a.mp4").size > 100_000


def test_a_disk_that_fills_up_while_copying_leaves_nothing_half(folder: DataFolder) -> None:
    with _files_of_at_most(64 * 1024), pytest.raises(StorageError, match="takes no file"):
        store_bytes(folder, film(size=100_000), "a.mp4")
    assert not list(folder.root.rglob("*.*"))


@contextmanager
def _files_of_at_most(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _forget(folder: DataFolder) -> None:
    for name in list(kept_names(folder.attachments)):
        os.unlink(place_of(folder.attachments, name))  # noqa: PTH108 - as a mishap would
