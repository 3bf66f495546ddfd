"""dev.py on a small tree whose `.venv` holds a Python that only notes what it is asked to do."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTING_PYTHON = """#!/bin/sh
echo "$PWD|$QT_QPA_PLATFORM|$*" >> "$CALLS"
case "$*" in *"$FAILS"*) exit 3 ;; esac
"""
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="uses a shell script")


@dataclass(frozen=True)
class Tree:
    """A checkout with a virtual environment that is ready, and what dev.py did in it."""

    root: Path

    def dev(
        self, *words: str, at: Path | None = None, **env: str
    ) -> subprocess.CompletedProcess[str]:
        rest = {name: text for name, text in os.environ.items() if name not in SCREENS}
        return subprocess.run(
            [sys.executable, self.root / "dev.py", *words],
            cwd=at or self.root,
            env=rest | self.surroundings | env,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    @property
    def surroundings(self) -> dict[str, str]:
        """What the noting Python needs; tools for PDFs are there, so that none is installed."""
        path = f"{self.root / 'tools'}{os.pathsep}{os.environ['PATH']}"
        return {"CALLS": str(self.root / "calls"), "FAILS": "nothing does", "PATH": path}

    @property
    def calls(self) -> list[list[str]]:
        """What the environment's Python was asked: folder, Qt platform, words."""
        file = self.root / "calls"
        return [line.split("|") for line in file.read_text().splitlines()] if file.exists() else []

    @property
    def asked(self) -> str:
        return "\n".join(words for _, _, words in self.calls)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    shutil.copy(ROOT / "dev.py", tmp_path)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(NOTING_PYTHON)
    python.chmod(0o755)
    (tmp_path / "tools").mkdir()
    for tool in ("pdftoppm", "zbarimg", "qpdf", "cupsfilter"):
        shutil.copy(python, tmp_path / "tools" / tool)
    for name in ("requirements", "dev-requirements"):
        text = f"# {name}\n"
        (tmp_path / f"{name}.txt").write_text(text)
        stamp = hashlib.sha256(text.encode()).hexdigest()
        (tmp_path / ".venv" / f"{name}.installed").write_text(stamp)
    return Tree(tmp_path)


@on_linux
def test_a_second_run_only_starts_the_program_where_the_person_is(
    tree: Tree, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = tree.dev("run", "--", "import", "orders 1.csv", at=elsewhere)
    assert done.returncode == 0
    assert tree.calls == [[str(elsewhere), "", f"{tree.root}/main.py import orders 1.csv"]]


@on_linux
def test_run_opens_a_window_where_there_is_a_screen(tree: Tree) -> None:
    tree.dev("run", DISPLAY=":7")
    assert tree.calls == [[str(tree.root), "", f"{tree.root}/main.py"]]


@on_linux
def test_run_without_a_screen_tours_the_sample_shop_and_names_the_folder(tree: Tree) -> None:
    done = tree.dev("run")
    folder = tree.root / "shopdesk-tour"
    asked = f"{tree.root}/main.py tour --day -o {folder}"
    assert tree.calls == [[str(tree.root), "offscreen", asked]]
    assert "no screen" in done.stdout
    assert done.stdout.rstrip().endswith(str(folder))


@on_linux
def test_changed_requirements_are_installed_once_with_their_hashes(tree: Tree) -> None:
    (tree.root / "requirements.txt").write_text("# newer\n")
    assert tree.dev("setup").returncode == 0
    assert "install --require-hashes -r" in tree.asked
    before = tree.calls
    assert tree.dev("setup").returncode == 0
    assert tree.calls == before


@on_linux
def test_a_failed_install_stops_with_a_sentence_and_is_tried_again(tree: Tree) -> None:
    (tree.root / "requirements.txt").write_text("# newer\n")
    failed = tree.dev("run", FAILS="install")
    assert failed.returncode == 1
    assert "start this again" in failed.stderr
    assert "main.py" not in tree.asked
    tree.dev("run")
    assert tree.asked.count("install --require-hashes") == 2
    assert "main.py" in tree.asked


@on_linux
def test_only_translations_newer_than_their_compiled_form_are_compiled(tree: Tree) -> None:
    folder = tree.root / "resources" / "locale" / "zh_CN" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    po, mo = folder / "shopdesk.po", folder / "shopdesk.mo"
    po.touch()
    tree.dev("setup")
    assert f"compile -i {po} -o {mo}" in tree.asked
    mo.touch()
    os.utime(po, (1, 1))
    tree.dev("setup")
    assert tree.asked.count("compile") == 1


@on_linux
def test_the_exit_code_is_that_of_the_tests(tree: Tree) -> None:
    assert tree.dev("test", "-k", "slip").returncode == 0
    assert tree.asked.endswith("-m pytest -k slip")
    assert tree.dev("test", FAILS="pytest").returncode == 3


@on_linux
def test_check_runs_every_checker_and_fails_when_one_does(tree: Tree) -> None:
    contracts = tree.root / ".venv" / "bin" / "lint-imports"
    shutil.copy(contracts.with_name("python"), contracts)
    assert tree.dev("check").returncode == 0
    assert tree.dev("check", FAILS="ruff format").returncode == 1
    assert tree.asked.count("texts.py check") == 2


def test_unknown_words_get_the_help_and_fail() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "dev.py", "walk"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "dev.py run" in done.stdout


def pins(name: str) -> dict[str, str]:
    """Return the versions of a requirements file by package."""
    text = (ROOT / name).read_text("ascii")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ \n]+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["requirements.txt", "dev-requirements.txt"])
def test_the_lock_holds_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text("ascii")
    assert "://" not in text
    assert "--index" not in text
    blocks = re.split(r"\n(?=[a-z])", text)
    assert len(blocks) == len(pins(name))
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_lock_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    runtime, everything = pins("requirements.txt"), pins("dev-requirements.txt")
    assert runtime.items() <= everything.items()
    wanted = project["project"]["dependencies"], project["dependency-groups"]["dev"]
    for locked, direct in zip((runtime, everything), wanted, strict=True):
        for name, version in (line.lower().split("==") for line in direct if "==" in line):
            assert locked[name] == version
