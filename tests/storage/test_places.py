"""Folders that would cost a shop its file are known by name, by mark and by mount."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from shopdesk.storage.mounts import Disk, disk_in
from shopdesk.storage.places import Place, Verdict, judge, sync_program

MOUNTS = """\
/dev/sda2 / ext4 rw 0 0
tmpfs /run/user/1000 tmpfs rw 0 0
nas:/vol /mnt/nas nfs4 rw 0 0
//pc/share /mnt/share\\040folder cifs rw 0 0
/dev/sdb1 /media/li/STICK vfat rw 0 0
C: /mnt/c 9p rw 0 0
/dev/sda3 /mnt/nas/really/local xfs rw 0 0
li@host: /home/li/remote fuse.sshfs rw 0 0
""".splitlines()


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("/home/li/Dropbox/shop", "Dropbox"),
        ("/home/li/Dropbox (Personal)/shop", "Dropbox"),
        ("/Users/li/Library/Mobile Documents/com~apple~CloudDocs/shop", "iCloud"),
        ("/Users/li/Library/CloudStorage/GoogleDrive-li@example.com/My Drive", "Google Drive"),
        ("/Users/li/Library/CloudStorage/OneDrive-Personal/shop", "OneDrive"),
        ("/home/li/Nutstore Files/shop", "坚果云"),
        ("/home/li/我的坚果云/shop", "坚果云"),
        ("/home/li/BaiduSyncdisk", "百度网盘"),
        ("/home/li/.local/share/ShopDesk/shop", None),
        ("/home/dropboxer/shop", None),
        ("/home/li/Nutstores/shop", None),
    ],
)
def test_sync_folders_are_known_by_name(folder: str, program: str | None) -> None:
    assert sync_program(PurePosixPath(folder), {}) == program


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        (r"C:\Users\li\OneDrive - Firma GmbH\Documents\shop", "OneDrive"),
        (r"D:\Cloud\shop", "OneDrive"),
        (r"D:\Clouds\shop", None),
        (r"C:\Users\li\AppData\Local\ShopDesk\shop", None),
    ],
)
def test_windows_folders_too(folder: str, program: str | None) -> None:
    environment = {"OneDriveCommercial": r"D:\Cloud"}
    assert sync_program(PureWindowsPath(folder), environment) == program


def test_a_mark_of_a_sync_program_above_the_folder_counts(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert sync_program(tmp_path / "deep" / "shop", {}) == "Syncthing"


@pytest.mark.parametrize(
    ("folder", "disk"),
    [
        ("/home/li/shop", Disk.LOCAL),
        ("/mnt/nas/shop", Disk.NETWORK),
        ("/mnt/nasty/shop", Disk.LOCAL),
        ("/mnt/nas/really/local/shop", Disk.LOCAL),
        ("/mnt/share folder/shop", Disk.NETWORK),
        ("/home/li/remote/shop", Disk.NETWORK),
        ("/mnt/c/Users/li", Disk.NETWORK),
        ("/media/li/STICK/shop", Disk.REMOVABLE),
        ("/run/user/1000/shop", Disk.MEMORY),
    ],
)
def test_disks_are_known_by_their_mount(folder: str, disk: Disk) -> None:
    assert disk_in(PurePosixPath(folder), MOUNTS) is disk


@pytest.mark.parametrize(
    ("disk", "verdict"),
    [
        (Disk.LOCAL, Verdict.GOOD),
        (Disk.NETWORK, Verdict.REFUSED),
        (Disk.REMOVABLE, Verdict.WARNED),
    ],
)
def test_a_disk_decides(disk: Disk, verdict: Verdict) -> None:
    place = judge(Path("/srv/shop"), environment={}, disk=lambda _folder: disk)
    assert place.verdict is verdict
    assert bool(place.sentence) is (verdict is not Verdict.GOOD)


def test_a_temporary_folder_is_warned_about() -> None:
    for folder, environment in (("/tmp/shop", {}), ("/srv/x/shop", {"TMPDIR": "/srv/x"})):  # noqa: S108
        assert judge(Path(folder), environment=environment).verdict is Verdict.WARNED


def test_the_real_place_counts_and_not_the_way_to_it(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "Documents").symlink_to(tmp_path / "Dropbox")
    place = judge(tmp_path / "Documents" / "shop", environment={})
    assert place == Place(
        Verdict.REFUSED,
        "Dropbox syncs this folder and would damage the shop's file while you work."
        " Choose a folder that is not synced.",
    )
