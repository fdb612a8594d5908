"""What all commands share: the language, one sentence for what cannot be used, reading a project."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from wizard.i18n.catalogue import languages
from wizard.i18n.translator import Translator, translator
from wizard.model.project import Project
from wizard.storage.errors import FileError
from wizard.storage.project_file import load
from wizard.storage.yaml_reader import MAX_BYTES

F = TypeVar("F", bound=Callable[..., Any])

NEAREST = 3


class Refused(click.ClickException):
    """Something given cannot be used: one sentence on stderr and exit code 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(self.message, file=file, err=file is None)


def language_option(command: F) -> F:
    """Adds `--lang`, which arrives as `tr`, the translator of that language."""
    return click.option(
        "--lang",
        "tr",
        type=click.Choice(languages()),
        default=languages()[0],
        show_default=True,
        callback=lambda _context, _option, language: translator(language),
        help="Language of what is printed.",
    )(command)


def known(wanted: str, ids: Iterable[str], *, tr: Translator, key: str) -> str:
    """`wanted` if it is one of the ids; else a refusal that names the nearest ones."""
    ids = tuple(ids)
    if wanted in ids:
        return wanted
    near = difflib.get_close_matches(wanted, ids, n=NEAREST, cutoff=0)
    raise Refused(tr(key, id=wanted, near=", ".join(near)))


def read_project(path: Path, tr: Translator) -> Project:
    """The project in a file, or a refusal that says what is wrong with it."""
    try:
        with path.open("rb") as file:
            # One byte more than allowed is enough to refuse a file of any size.
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Refused(tr("cli.cannot_read", path=path)) from error
    try:
        return load(data)
    except FileError as error:
        raise Refused(f"{path}: {error.message(tr)}") from error


def write(path: Path, data: bytes, *, tr: Translator, replace: bool = True) -> None:
    """Write a file, and its directory if there is none."""
    if not replace and path.exists():
        raise Refused(tr("cli.exists", path=path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise Refused(tr("cli.cannot_write", path=path)) from error
