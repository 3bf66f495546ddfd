"""Choices are kept in a file that anything may happen to; the program starts all the same."""

from pathlib import Path

import pytest

from shopdesk.settings import Settings, SettingsFile


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{broken",
        b"\xff\xfe\x00",
        b"[1, 2]",
        b"null",
        b"[" * 100_000,
        b'{"language": 5, "theme": [], "unknown": "x"}',
    ],
)
@pytest.mark.usefixtures("caplog")
def test_a_damaged_file_counts_as_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.now == Settings()
    file.change(language="zh_CN")
    assert SettingsFile(path).now.language == "zh_CN"
