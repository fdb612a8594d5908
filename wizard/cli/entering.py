"""`plan`, `apply`, `verify`: what would change in an account, change it, and see what is there.

`plan` and `verify` exit with 0 where there is nothing to do and with 2 where there is; all three with 1 where something
given cannot be used or the account refuses. `apply` exits with 0 when everything a program can write is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from wizard.amocrm.apply import (
    JournalFile,
    NotConfirmedError,
    PlanError,
    Report,
    Snapshot,
    apply,
    count_deals,
    look_for,
)
from wizard.amocrm.apply import snapshot as snapshot_of
from wizard.amocrm.client import Client
from wizard.amocrm.plan import Choices, Plan, dump, make, telling
from wizard.amocrm.plan.binding import with_bindings
from wizard.amocrm.putting_back import put_back
from wizard.amocrm.verifying import verify
from wizard.cli.choosing import choices_of, planned, selecting
from wizard.cli.common import Refused, read_project, write
from wizard.cli.connecting import account_command
from wizard.entry.outcome import trouble
from wizard.i18n.translator import Translator
from wizard.lint import runner
from wizard.lint.wording import message
from wizard.model.project import Project
from wizard.storage.project_file import dump as project_bytes

DIFFERS = 2


class Entering(click.Command):
    """A command whose every refusal exits with 1, because 2 says that there are changes."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with _one():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with _one():
            return super().invoke(ctx)


@contextmanager
def _one() -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        error.show()
        raise SystemExit(1) from None


@click.command(cls=Entering)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@selecting
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="PLAN", help="Keep the plan for `apply`.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@account_command
def plan(*, file: Path, output: Path | None, form: str, client: Client, tr: Translator, **asked: Any) -> None:
    """Show what entering a project would change in an account; nothing is changed."""
    project = read_project(file, tr)
    made = _made(project, client, tr, asked)
    if output:
        write(output, dump(made), tr=tr)
    click.echo(telling.as_json(made) if form == "json" else "\n".join(telling.lines(made, tr)))
    if made.problems:
        raise SystemExit(1)
    raise SystemExit(DIFFERS if made.summary.writes else 0)


@click.command(name="apply", cls=Entering)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE|PLAN")
@selecting
@click.option("--yes", is_flag=True, help="Do it; without this the plan is only shown.")
@click.option("--removing", is_flag=True, help="Also do what `--remove` asks for; deals move, and robots may start.")
@click.option(
    "--journal",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Remembers what was done, for going on after a stop.  [default: beside FILE]",
)
@click.option(
    "--snapshot",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The account as it was before.  [default: beside FILE]",
)
@click.option("--save-bindings", is_flag=True, help="Write into the project file what it has become in the account.")
@account_command
def apply_(
    *,
    file: Path,
    yes: bool,
    journal: Path | None,
    snapshot: Path | None,
    save_bindings: bool,
    client: Client,
    tr: Translator,
    **asked: Any,
) -> None:
    """Enter a project into an account, or carry out a plan that was kept."""
    kept = planned(file, tr)
    made = kept or _made(read_project(file, tr), client, tr, asked)
    if not yes:
        click.echo("\n".join(telling.lines(made, tr)))
        raise Refused(tr("apply.not_confirmed"))
    if blocking := _blocking(made, tr):
        raise Refused("\n".join([tr("apply.blocked"), *blocking]))
    path = journal or file.with_name(f"{file.name}.journal")
    kept_journal = JournalFile(path)
    try:
        report = apply(made, client, kept_journal, removing=asked["removing"])
    except NotConfirmedError as error:
        raise Refused("\n".join([*trouble(error).lines(tr), tr("apply.add_removing")])) from None
    except PlanError as error:
        raise Refused("\n".join(trouble(error).lines(tr))) from None
    if save_bindings and kept is None:
        refused = report.reasons_refused
        bound = with_bindings(made.project, report.target, report.existing, reasons_refused=refused)
        write(file, project_bytes(bound), tr=tr)
    click.echo("\n".join(_told(report, tr)))
    before = snapshot_of(kept_journal.entries(), made.checksum)
    if report.done and before:
        _keep_snapshot(before, snapshot or file.with_name(f"{file.name}.before.json"), tr)
        for line in put_back(report.done, tr):
            click.echo(f"- {line.text}")
    raise SystemExit(0 if report.complete else 1)


@click.command(name="verify", cls=Entering)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@selecting
@account_command
def verify_(*, file: Path, client: Client, tr: Translator, **asked: Any) -> None:
    """Compare an account with a project, as far as amoCRM tells."""
    project = read_project(file, tr)
    choices = choices_of(project, client, tr, asked)
    found = verify(project, look_for(client, project, choices), choices)
    click.echo(found.headline(tr))
    for change in found.differing:
        click.echo(telling.line(change, tr))
        for told in telling.details(change, tr):
            click.echo(f"    {told}")
    raise SystemExit(0 if found.equal else DIFFERS)


def _made(project: Project, client: Client, tr: Translator, asked: dict[str, Any]) -> Plan:
    choices: Choices = choices_of(project, client, tr, asked)
    existing = look_for(client, project, choices)
    deals = count_deals(client, project, existing=existing, choices=choices)
    return make(project, existing, choices, deals=deals)


def _keep_snapshot(before: Snapshot, file: Path, tr: Translator) -> None:
    write(file, before.model_dump_json(indent=1).encode(), tr=tr)
    click.echo(tr("apply.snapshot", path=file))


def _blocking(plan: Plan, tr: Translator) -> list[str]:
    """What amoCRM itself would refuse in the pipelines that go in."""
    found = runner.run(plan.project, strict=True).blocking_in([choice.pipeline for choice in plan.choices.pipelines])
    return [message(finding, tr) for finding in found]


def _told(report: Report, tr: Translator) -> list[str]:
    told = [tr.plural("apply.done", len(report.done))]
    told += [tr("apply.refused", what=telling.line(r.change, tr), said=r.error.message(tr)) for r in report.refused]
    told += [tr("apply.not_taken", what=telling.line(change, tr)) for change in report.missing]
    return told + list(telling.by_hand(report.by_hand, tr))
