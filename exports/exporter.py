"""What an exporter is: a project in, bytes out, nothing written and nothing random."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wizard.i18n.translator import translator
from wizard.lint import runner
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

MAX_FILE_NAME = 80
MAX_BYTES = 200

Files = Iterator[tuple[str, bytes]]

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Options:
    """What the user chose for an export; `launch` is the day the pipelines are worked with from.

    A company's logo is a picture as PNG or SVG; `own` is a folder of templates that stand in for those of the papers.
    `before` is an earlier state to compare with, and `since` its name.
    """

    all_pipelines: bool = False
    date: dt.date | None = None
    version: str = ""
    launch: dt.date | None = None
    logo: bytes = b""
    own: Path | None = None
    before: Project | None = None
    since: str = ""


@dataclass(frozen=True)
class Exporter:
    """A format: `suffix` ends the file's name and carries its extension; most people need none of those for experts.

    `title` is the key of what stands before the suffix in the project's language. `files` are those an archive
    consists of, one after another, so that it can be told how far it is. A `light` one is made in no time.
    """

    id: str
    suffix: str
    media_type: str
    render: Callable[[Project, Options], bytes]
    for_experts: bool = False
    title: str = ""
    files: Callable[[Project, Options], Files] | None = None
    light: bool = False


def chosen(project: Project, options: Options) -> tuple[Pipeline, ...]:
    """The pipelines that are exported: those launched now unless all are asked for."""
    return project.pipelines if options.all_pipelines else project.launched()


def is_draft(project: Project) -> bool:
    """Whether amoCRM itself would refuse something in the project."""
    return bool(runner.run(project, strict=True).blocking)


def file_name(project: Project, exporter: Exporter) -> str:
    said = translator(project.company.language)(exporter.title) if exporter.title else ""
    return named(project, said + exporter.suffix)


def named(project: Project, suffix: str) -> str:
    """A name any system takes, Windows included: the company's, and what the file is for."""
    company = " ".join(_FORBIDDEN.sub(" ", project.company.name).split())
    company = company[: MAX_FILE_NAME - len(suffix) - 3]
    # Linux counts bytes, and an emoji takes four.
    company = company.encode()[:MAX_BYTES].decode(errors="ignore").strip(" .")
    if not company or _RESERVED.fullmatch(company):
        # A reserved name is reserved with any ending, so something has to stand before it.
        company = f"voronka {company}".strip()
    return f"{company} - {suffix}"
