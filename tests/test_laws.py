"""The laws no linter knows: what each part may name, and that texts are where they belong."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = sorted(
    [ROOT / "app.py", ROOT / "make.py"]
    + [path for folder in ("wizard", "exports", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
)
TEXT = {".py", ".yaml", ".po", ".md", ".toml", ".txt", ".html", ".css", ".js", ".json", ".svg", ""}
NOT_OURS = {".git", ".venv", "out", "data", "__pycache__"}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _naming(word: str) -> set[str]:
    return {_name(path) for path in SOURCES if re.search(rf"\b{word}\b", path.read_text("utf-8"))}


def test_the_model_imports_the_standard_library_and_pydantic_only() -> None:
    allowed = {*sys.stdlib_module_names, "pydantic", "pydantic_core"}
    for path in (ROOT / "wizard/model").rglob("*.py"):
        strange = [m for m in _imported(path) if m.split(".")[0] not in allowed and not m.startswith("wizard.model")]
        assert not strange, f"{_name(path)} imports {strange}"


def test_the_entry_point_is_thin() -> None:
    path = ROOT / "app.py"
    nodes = list(ast.walk(_tree(path)))
    assert len(path.read_text("utf-8").splitlines()) <= 60
    assert not [node for node in nodes if isinstance(node, ast.ClassDef)]
    assert sum(isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) for node in nodes) <= 3


def test_the_browser_s_state_is_named_in_two_files_only() -> None:
    named = {path for path in _naming("session_state") if not path.startswith(("benchmarks/", "tests/"))}
    assert named <= {"wizard/ui/session.py", "wizard/ui/inputs.py"}


def test_nothing_is_pickled() -> None:
    assert not _naming("pickle")


def test_no_cyrillic_in_sources() -> None:
    assert not [_name(path) for path in SOURCES if re.search("[\u0400-\u04ff]", path.read_text("utf-8"))]


def test_every_package_of_the_wizard_stands_in_a_layer() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    placed = set(re.findall(r"wizard\.(\w+)", " ".join(layers)))
    present = {path.stem for path in (ROOT / "wizard").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert {name for name in present if not name.startswith("__")} <= placed


def test_files_are_opened_as_utf_8() -> None:
    """Windows would open them in the encoding of the country."""
    careless = [
        f"{_name(path)}:{node.lineno}"
        for path in (*SOURCES, *(ROOT / "tests").rglob("*.py"))
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call) and _opens_text(node) and "utf-8" not in ast.unparse(node).lower()
    ]
    assert not careless


def _opens_text(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    binary = any(isinstance(a, ast.Constant) and "b" in str(a.value) for a in (*call.args[:2], *_modes(call)))
    # A connection or a tab is opened by its address, a path by its mode.
    of_file = isinstance(call.func, ast.Name) or not call.args or isinstance(call.args[0], ast.Constant)
    return name in ("read_text", "write_text") or (name == "open" and of_file and not binary)


def _modes(call: ast.Call) -> list[ast.expr]:
    return [keyword.value for keyword in call.keywords if keyword.arg == "mode"]


def test_text_files_are_utf_8_with_unix_line_ends() -> None:
    for path in _text_files():
        raw = path.read_bytes()
        raw.decode("utf-8")
        assert b"\r" not in raw, _name(path)
        assert not raw.startswith(b"\xef\xbb\xbf"), _name(path)


def _text_files() -> Iterator[Path]:
    for path in ROOT.rglob("*"):
        parts = set(path.relative_to(ROOT).parts)
        if path.is_file() and path.suffix in TEXT and not parts & NOT_OURS and not any("_cache" in p for p in parts):
            yield path
