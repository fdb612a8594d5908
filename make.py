"""Sets up and starts what README names: `python3 make.py run`, `python3 make.py workshop`, `python3 make.py test`.

Needs Python 3.11 with venv and nothing else: everything is installed into `.venv` beside this file, again only when
what is required changes. Settings are given as `NAME=value` after the command or in the environment:

* ``PORT=8600`` (run, workshop): the port to serve at;
* ``WITHOUT=browser,firefox,postgresql,nginx,newman`` (test): leave out the tests that need one of these;
* ``CHROMIUM=/path``, ``FIREFOX=/path``, ``NGINX=/path``, ``NPM=/path``, ``POSTGRESQL=/directory/of/its/programs``
  (test): the one to use.
"""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PRODUCT = ("requirements.txt",)
ALL = ("requirements.txt", "tests/requirements.txt")
SETTINGS = ("PORT", "WITHOUT", "CHROMIUM", "FIREFOX", "NGINX", "NPM", "POSTGRESQL")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
)
# The import linter has no `-m` form.
MODULE = {"lint-imports": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")}
# A process for each core; the tests of a file stay together, for they share servers.
AT_ONCE = ("-n", "auto", "--dist", "loadfile")
USAGE = (
    "Usage: python3 make.py run [PORT=8501] | workshop [PORT=8501] | "
    "test [WITHOUT=browser,firefox,postgresql,nginx,newman] [CHROMIUM=path] [FIREFOX=path] [NGINX=path] "
    "[NPM=path] [POSTGRESQL=directory]"
)
UTF8 = {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}


def main(arguments: list[str]) -> int:
    command, settings = arguments[:1], [argument.partition("=") for argument in arguments[1:]]
    if command not in (["run"], ["workshop"], ["test"]) or any(
        name not in SETTINGS or not value for name, _, value in settings
    ):
        print(USAGE, file=sys.stderr)
        return 2
    os.environ.update({name: value for name, _, value in settings} | UTF8)
    os.chdir(ROOT)
    return {"run": run, "workshop": workshop, "test": test}[command[0]]()


def run() -> int:
    """Serve the wizard until it is stopped."""
    port = os.environ.get("PORT")
    return serve("streamlit", "run", "app.py", *(["--server.port", port] if port else []))


def workshop() -> int:
    """The same for everybody in this machine's network, so that phones can take part."""
    return serve("wizard.workshop", *filter(None, [os.environ.get("PORT")]))


def serve(*module: str) -> int:
    set_up(PRODUCT)
    command = [str(PYTHON), "-m", *module]
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606 - the server takes this process's place, so Ctrl+C and kill reach it
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 0


def test() -> int:
    """Run every check and test; what some of them lacked is said, and is a failure unless asked for."""
    from tests import needs  # noqa: PLC0415 - read only by a Python that is new enough

    left_out = [name for name in os.environ.get("WITHOUT", "").split(",") if name]
    if not {need.marker for need in needs.NEEDS}.issuperset(left_out):
        print(USAGE, file=sys.stderr)
        return 2
    set_up(ALL)
    lacking = needs.provide([need for need in needs.NEEDS if need.marker not in left_out])
    failed = [" ".join(check) for check in CHECKS if not passes(*check)]
    for name in left_out:
        print(f"The {name} tests are left out, as asked by WITHOUT={name}.", flush=True)
    if not passes("pytest", *AT_ONCE, *except_for([*left_out, *lacking])):
        failed.append("pytest")
    for check in failed:
        print(f"Failed: {check}", file=sys.stderr)
    for name, reason in lacking.items():
        print(f"The {name} tests were NOT run: {reason}", file=sys.stderr)
    return 1 if failed or lacking else 0


def except_for(markers: list[str]) -> list[str]:
    """What tells pytest to leave out the tests that have any of these markers."""
    return ["-m", " and ".join(f"not {marker}" for marker in markers)] if markers else []


def passes(*check: str) -> bool:
    """Whether a check of ours succeeds; it writes to the same terminal."""
    print(f"--- {' '.join(check)}", flush=True)
    return subprocess.call([str(PYTHON), *MODULE.get(check[0], ("-m", check[0])), *check[1:]]) == 0


def set_up(requirements: tuple[str, ...]) -> None:
    """Make `.venv` and install into it, unless these very requirements stand there already."""
    stamp = VENV / f"installed-{len(requirements)}.txt"
    wanted = fingerprint(requirements)
    if PYTHON.exists() and stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    print("Setting up .venv: a minute or two the first time.", flush=True)
    if not (PYTHON.exists() and works("-m", "pip", "--version")):
        make_venv()
    files = [part for name in requirements for part in ("-r", name)]
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    if not works("-m", "pip", "install", *quiet, *files, shown=True):
        sys.exit("Installing the requirements failed; the reason stands above.")
    stamp.write_text(wanted, "utf-8")


def fingerprint(requirements: tuple[str, ...]) -> str:
    """Changes whenever a requirement, this Python or the place of the folder does."""
    parts = [platform.python_version(), str(VENV), *((ROOT / name).read_text("utf-8") for name in requirements)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def make_venv() -> None:
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian leaves it out of its Python
        import venv  # noqa: PLC0415
    except ImportError:
        sys.exit("This Python lacks venv. On Debian and Ubuntu: sudo apt install python3-venv")
    venv.create(VENV, clear=True, with_pip=True)


def works(*arguments: str, shown: bool = False) -> bool:
    """Whether the environment's Python succeeds with these arguments."""
    output = None if shown else subprocess.DEVNULL
    try:
        return subprocess.call([str(PYTHON), *arguments], stdout=output, stderr=output) == 0
    except OSError:
        return False


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python comes this far, and is told so
        sys.exit(f"Python 3.11 or newer is needed, not {platform.python_version()}. Try: make run PYTHON=python3.11")
    sys.exit(main(sys.argv[1:]))
