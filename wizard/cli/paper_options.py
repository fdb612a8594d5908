"""The options of a command that writes papers: what stands on them, and whose templates they are set in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import IO, Any

import click

from exports.exporter import Options
from exports.logo import MAX_BYTES, read_logo
from wizard.i18n.translator import translator
from wizard.storage.errors import FileError

_DAY = click.DateTime(["%Y-%m-%d"])
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def paper_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds them to a command, which takes them as `options`."""

    @click.option("--all-pipelines", is_flag=True, help="Pipelines to be launched later, too.")
    @click.option("--date", type=_DAY, help="The day that stands on papers, as 2026-12-01; today by default.")
    @click.option("--version", default="", metavar="TEXT", help="The version that stands on papers.")
    @click.option("--launch", type=_DAY, help="The day the funnels are worked with from.")
    @click.option("--logo", type=click.File("rb"), help="The company's logo for papers: PNG or SVG.")
    @click.option("--papers", type=_FOLDER, help="A folder of your own templates of papers: docs/papers.")
    @wraps(command)
    def with_options(
        *,
        all_pipelines: bool,
        date: dt.datetime | None,
        version: str,
        launch: dt.datetime | None,
        logo: IO[bytes] | None,
        papers: Path | None,
        **rest: Any,
    ) -> Any:
        today = dt.datetime.now(tz=dt.UTC).astimezone()
        options = Options(
            all_pipelines=all_pipelines,
            date=(date or today).date(),
            version=version,
            launch=launch.date() if launch else None,
            logo=_read(logo) if logo else b"",
            own=papers,
        )
        return command(options=options, **rest)

    return with_options


def _read(logo: IO[bytes]) -> bytes:
    """A logo that papers can carry; what cannot be one is refused before anything is written."""
    try:
        return read_logo(logo.read(MAX_BYTES + 1))
    except FileError as error:
        raise click.BadParameter(error.message(translator("en")), param_hint="--logo") from error
