"""Set ShopDesk up on this machine, then run, test or check it: `python3 dev.py run`.

run [-- WORDS]  open ShopDesk (WORDS go to it: `run -- demo`); without a screen, tour it unseen
test [WORDS]    run the tests (WORDS go to pytest)
check           lint, formatting, types, import contracts, translations
setup           only make everything ready
texts           bring the translation files up to the texts in the code
lock            resolve the dependencies of pyproject.toml anew (needs uv: `pip install uv`)

Needs Python 3.11 or later and nothing else. What it makes stays in `.venv`.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - older ones get a sentence, not a traceback
    sys.exit("ShopDesk needs Python 3.11 or later. Start it with that, as in: python3.11 dev.py")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
RUNTIME, EVERYTHING = ROOT / "requirements.txt", ROOT / "dev-requirements.txt"
LOCALE = ROOT / "resources" / "locale"

# Library that Qt opens -> Debian package that holds it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",  # without it Qt lists no printers, and does not say why
}
SIDE_BY_SIDE = ("-n", "auto", "--dist", "worksteal")
COMPILED_ONCE = {"PYTHONDONTWRITEBYTECODE": ""}  # tests start the program some hundred times
# Program that tests of paper need -> its package; tests do without it when it is not there.
PAPER_TOOLS = {
    "pdftoppm": "poppler-utils",
    "zbarimg": "zbar-tools",
    "qpdf": "qpdf",
    "cupsfilter": "cups",  # and with it cupsd, drivers of label printers, Ghostscript
}
SYSTEM_PROGRAMS = "/usr/sbin"  # which is not on everybody's PATH
PIP_INSTALL = ("--disable-pip-version-check", "--no-input", "install", "--require-hashes")
ON_LINUX = sys.platform.startswith("linux")


def main(words: list[str]) -> int:
    """Do one command and return its exit code."""
    command, *rest = words or ["help"]
    if command not in COMMANDS:
        sys.stdout.write(f"{__doc__}")
        return 0 if command in {"help", "-h", "--help"} else 2
    return COMMANDS[command](rest[1:] if rest[:1] == ["--"] else rest)


def setup(_words: list[str]) -> int:
    """Make ready to run."""
    prepare(RUNTIME)
    return 0


def run(words: list[str]) -> int:
    """Open ShopDesk, or drive it through a day where there is no screen to open it on."""
    prepare(RUNTIME)
    if has_screen() or words not in ([], ["demo"]):
        return call(PYTHON, ROOT / "main.py", *words, at=Path.cwd())
    folder = Path.cwd() / "shopdesk-tour"
    say(f"There is no screen here, so the sample shop goes through its day unseen, into {folder}")
    code = call(PYTHON, ROOT / "main.py", "tour", "--day", "-o", folder, env=offscreen())
    if code == 0:
        say(f"Pictures of the pages and the printed PDFs are in {folder}")
    return code


def test(words: list[str]) -> int:
    """Run all tests side by side and offscreen, or those named, in sight if there is a screen."""
    prepare(EVERYTHING)
    path = f"{os.environ['PATH']}{os.pathsep}{SYSTEM_PROGRAMS}"
    lacking = [name for tool, name in PAPER_TOOLS.items() if not shutil.which(tool, path=path)]
    if ON_LINUX and lacking and not installed_by_apt(lacking):
        say(f"Some tests of paper are skipped. To run them too:\n  {apt_line(lacking)}")
    if not words:
        return call(PYTHON, "-m", "pytest", *SIDE_BY_SIDE, env=offscreen() | COMPILED_ONCE)
    shown = {} if has_screen() else offscreen()
    return call(PYTHON, "-m", "pytest", *words, env=shown | COMPILED_ONCE)


def check(_words: list[str]) -> int:
    """Run every checker, and fail if one of them did."""
    prepare(EVERYTHING)
    codes = [
        call(PYTHON, "-m", "ruff", "check"),
        call(PYTHON, "-m", "ruff", "format", "--check"),
        call(PYTHON, "-m", "mypy"),
        call(SCRIPTS / "lint-imports"),
        call(PYTHON, LOCALE / "texts.py", "check"),
    ]
    return int(any(codes))


def texts(_words: list[str]) -> int:
    """Extract the texts of the code into the translation files."""
    prepare(EVERYTHING)
    return call(PYTHON, LOCALE / "texts.py", "update")


def lock(_words: list[str]) -> int:
    """Write both requirement files: for every system, with hashes and without addresses."""
    uv = shutil.which("uv", path=f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}")
    if not uv:
        sys.exit("Locking needs uv. Install it with: pip install uv")
    resolve = (uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11")
    form = ("--generate-hashes", "--no-header", "--upgrade", "pyproject.toml", "--output-file")
    return call(*resolve, *form, RUNTIME.name) or call(
        *resolve, "--group", "dev", "--constraints", RUNTIME.name, *form, EVERYTHING.name
    )


COMMANDS: Mapping[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "setup": setup,
    "texts": texts,
    "lock": lock,
}


def prepare(requirements: Path) -> None:
    """Bring system packages, `.venv` and translations up to date; quick where they are."""
    done = VENV / f"{requirements.stem}.installed"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if not (PYTHON.exists() and done.exists() and done.read_text("ascii") == wanted):
        need_system_packages()
        make_venv()
        need(call(PYTHON, "-m", "pip", *PIP_INSTALL, "-r", requirements), "pip could not install")
        done.write_text(wanted, "ascii")
    compile_translations()


def need(code: int, trouble: str) -> None:
    """Stop when a step that all else needs has failed; it has already said why."""
    if code:
        sys.exit(f"{trouble} what ShopDesk needs. Read the lines above, then start this again.")


def need_system_packages() -> None:
    """Install what Qt and venv need from the system; when not root, say how and stop."""
    if not ON_LINUX:
        return
    lacking = [package for library, package in LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        lacking.append(f"python3.{sys.version_info.minor}-venv")
    if lacking and not installed_by_apt(lacking):
        sys.exit(
            f"Some system packages are missing. Run this, then start again:\n  {apt_line(lacking)}"
        )


def loads(library: str) -> bool:
    """Tell whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def installed_by_apt(packages: list[str]) -> bool:
    """Install Debian packages where that is possible: as root, with apt."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    call("apt-get", "update", "-q", env=env)
    code = call("apt-get", "install", "-q", "-y", "--no-install-recommends", *packages, env=env)
    return code == 0


def apt_line(packages: list[str]) -> str:
    """Return the line that a person runs."""
    return f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def make_venv() -> None:
    """Make `.venv`, unless there is a sound one."""
    has_pip = "import importlib.util as u, sys; sys.exit(u.find_spec('pip') is None)"
    if PYTHON.exists() and call(PYTHON, "-c", has_pip) == 0:
        return
    need(call(sys.executable, "-m", "venv", "--clear", VENV), "Python could not make room for")


def compile_translations() -> None:
    """Compile each translation that is newer than its compiled form."""
    for po in LOCALE.glob("*/LC_MESSAGES/*.po"):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            babel = (PYTHON, "-m", "babel.messages.frontend", "--quiet", "compile")
            need(call(*babel, "-i", po, "-o", mo), "Babel could not compile")


def has_screen() -> bool:
    """Tell whether a window can be opened."""
    return not ON_LINUX or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def offscreen() -> dict[str, str]:
    """Return the setting that lets Qt draw without a screen."""
    return {"QT_QPA_PLATFORM": "offscreen"}


def call(*words: str | Path, env: Mapping[str, str] | None = None, at: Path = ROOT) -> int:
    """Run a program in a folder and return its exit code."""
    return subprocess.call(words, cwd=at, env=os.environ | (env or {}))


def say(sentence: str) -> None:
    """Tell the person something now, before what comes next does."""
    print(sentence, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
