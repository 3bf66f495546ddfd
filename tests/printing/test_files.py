"""A paper is on the disk whole, or the old one still is."""

import os
from pathlib import Path

import pytest

from shopdesk.errors import StorageError
from shopdesk.printing.files import write_whole


def test_a_new_file_is_whole_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "slip.pdf"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "slip.pdf"
    path.write_bytes(b"old and longer")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="folder is gone"):
        write_whole(tmp_path / "nowhere" / "slip.pdf", b"new")


def test_a_folder_of_that_name_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "slip.pdf").mkdir()
    with pytest.raises(StorageError, match="Choose another name"):
        write_whole(tmp_path / "slip.pdf", b"new")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
def test_a_full_disk_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "slip.pdf"
    path.write_bytes(b"old")
    opened = Path.open
    monkeypatch.setattr(
        Path, "open", lambda _path, mode: opened(Path("/dev/full"), mode.replace("x", "w"))
    )
    with pytest.raises(StorageError, match="disk is full"):
        write_whole(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_closed_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StorageError, match="cannot be written"):
        write_whole(tmp_path / "slip.pdf", b"new")
