"""What is decided on the command line before a plan is made: which pipelines, and what of the account they take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from wizard.amocrm import account
from wizard.amocrm.client import Client
from wizard.amocrm.existing import Existing
from wizard.amocrm.plan import Choices, PipelineChoice, Plan, PlanFileError, load
from wizard.amocrm.plan.names import plain
from wizard.cli.common import Refused
from wizard.cli.removing import with_removals
from wizard.i18n.translator import Translator
from wizard.model.project import Project
from wizard.storage.yaml_reader import MAX_BYTES

F = TypeVar("F", bound=Callable[..., Any])

# A plan holds the project and what it saw of the account.
_LARGEST_PLAN = 10 * MAX_BYTES

_OPTIONS = (
    click.option("--all-pipelines", is_flag=True, help="Also those to be launched later."),
    click.option(
        "--adopt",
        multiple=True,
        metavar='"OURS=THEIRS"',
        help="A pipeline of the project takes over this one of the account; by names or ids, as often as needed.",
    ),
    click.option(
        "--remove",
        multiple=True,
        metavar='"THEIRS/STAGE=OURS"',
        help="A stage of the account goes after its deals moved to this one of the project; "
        '"THEIRS=OURS/STAGE" for a whole pipeline.',
    ),
    click.option("--main", is_flag=True, help="Also change which pipeline is the account's main one."),
)


def selecting(command: F) -> F:
    """Adds the options that say what goes where."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def choices_of(project: Project, client: Client, tr: Translator, asked: dict[str, Any]) -> Choices:
    """The choices the options name, with names looked up in the project and the account."""
    if not (asked["adopt"] or asked["remove"]):
        return Choices(everything=asked["all_pipelines"], main=asked["main"])
    existing = account.read(client, hints_of=())
    pairs = _adopted(project, existing, tr, asked["adopt"])
    choices = Choices(pipelines=pairs, everything=asked["all_pipelines"], main=asked["main"])
    return with_removals(choices, asked["remove"], project=project, existing=existing, tr=tr)


def _adopted(
    project: Project, existing: Existing, tr: Translator, asked: tuple[str, ...]
) -> tuple[PipelineChoice, ...]:
    there = {plain(p.name): p.id for p in reversed(existing.live)} | {str(p.id): p.id for p in existing.live}
    ours = {plain(p.name): p.id for p in reversed(project.pipelines)} | {p.id: p.id for p in project.pipelines}
    pairs = tuple(_pair(text, ours=ours, there=there, tr=tr) for text in asked)
    if len({p.pipeline for p in pairs}) < len(pairs) or len({p.remote for p in pairs}) < len(pairs):
        raise Refused(tr("plan.adopt_twice"))
    return pairs


def _pair(text: str, *, ours: dict[str, str], there: dict[str, int], tr: Translator) -> PipelineChoice:
    """Names may hold the sign themselves, so every place it stands at is tried.

    Once it is entered the pipeline has our name: the same command then means the same pipeline.
    """
    names = {pipeline_id: name for name, pipeline_id in ours.items() if name != pipeline_id}
    places = [n for n, sign in enumerate(text) if sign == "="]
    for place in places:
        left, right = plain(text[:place]), plain(text[place + 1 :])
        remote = there.get(right) or there.get(names.get(ours.get(left, ""), ""))
        if left in ours and remote:
            return PipelineChoice(pipeline=ours[left], remote=remote)
    raise Refused(tr("plan.adopt_unknown", pair=text))


def planned(file: Path, tr: Translator) -> Plan | None:
    """The plan in a file; none where it holds something else. One that was changed by hand is refused."""
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST_PLAN)
    except OSError as error:
        raise Refused(tr("cli.cannot_read", path=file)) from error
    if not data.startswith(b'{"checksum": '):
        return None
    try:
        return load(data)
    except PlanFileError:
        raise Refused(tr("plan.bad_file", path=file)) from None
