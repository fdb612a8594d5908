"""`audit`: what the checks say about funnels a company already has."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from exports import audit_page
from wizard.audit import readers, wording
from wizard.audit.found import Found
from wizard.audit.project import project_of
from wizard.audit.readers.limits import MAX_BYTES
from wizard.audit.report import AuditReport, Repair, StepReport, report
from wizard.cli.common import Refused, language_option
from wizard.cli.linting import as_mapping
from wizard.i18n.translator import Translator
from wizard.lint.wording import fix_label, message, title
from wizard.model.project import Project
from wizard.storage.errors import FileError

STDIN = Path("-")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "shape", type=click.Choice(["text", "json", "html"]), default="text", show_default=True)
@language_option
def audit(file: Path, shape: str, tr: Translator) -> None:
    """Check funnels there are already: an account's JSON, a list of stages, CSV or XLSX; - reads standard input."""
    found = _found(file, tr)
    project = project_of(found)
    judged = report(found, project)
    if shape == "json":
        click.echo(_as_json(project, judged, tr))
    elif shape == "html":
        click.echo(audit_page.page(project, judged, tr), nl=False)
    else:
        click.echo("\n".join(_as_text(project, judged, tr)))


def _found(file: Path, tr: Translator) -> Found:
    try:
        if file == STDIN:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with file.open("rb") as opened:
                data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise Refused(tr("cli.cannot_read", path=file)) from error
    try:
        return readers.read(file.name, data)
    except FileError as error:
        raise Refused(f"{file}: {error.message(tr)}") from error


def _as_json(project: Project, judged: AuditReport, tr: Translator) -> str:
    told = {
        "findings": [as_mapping(project, finding, tr) for finding in judged.findings],
        "score": judged.score,
        "steps": {step.step: _step(step, tr) for step in judged.steps},
        "unknown": [
            {"step": u.step, "topic": u.topic, "message": wording.is_unknown(u, tr), "rules": u.rules}
            for u in judged.unknown
        ],
        "notes": [{"what": n.what, "n": n.n, "message": wording.noted(n, tr)} for n in judged.notes],
        "guesses": [{"pipeline": p.name, "goal_type": p.goal_type} for p in project.pipelines],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _step(step: StepReport, tr: Translator) -> dict[str, Any]:
    good = [{"what": g.what, "n": g.n, "total": g.total, "message": wording.is_good(g, tr)} for g in step.good]
    return {"state": step.state, "score": step.score, "findings": len(step.findings), "good": good}


def _as_text(project: Project, judged: AuditReport, tr: Translator) -> Iterator[str]:
    yield wording.summary(judged, tr)
    guessed = wording.guesses(project, tr)
    yield from ((guessed,) if guessed else ())
    yield from (wording.noted(note, tr) for note in judged.notes)
    good = [wording.is_good(good, tr) for step in judged.steps for good in step.good]
    yield from _titled(tr("audit.good_title"), good or [tr("audit.nothing_good")])
    yield from ("", tr("audit.repairs"))
    yield from (_repairs(project, judged.repairs, tr) if judged.repairs else (tr("audit.no_repairs"),))
    if judged.rest:
        yield from ("", tr("audit.rest"), *_repairs(project, judged.rest, tr))
    unknown = [f"{step}: {said}" for step, said in wording.unknown_by_step(judged, tr)]
    yield from _titled(f"{tr('audit.unknown_title')}. {tr('audit.unknown_lead')}", unknown)


def _titled(heading: str, lines: list[str]) -> tuple[str, ...]:
    return ("", heading, *(f"  {line}" for line in lines))


def _repairs(project: Project, repairs: tuple[Repair, ...], tr: Translator) -> Iterator[str]:
    for repair in repairs:
        yield f"  {tr(f'severity.{repair.first.severity}')}: {title(repair.first, tr)} [{repair.first.rule}]"
        findings, more = wording.shown(repair)
        for finding in findings:
            where = wording.place_in_words(project, finding)
            yield f"    {where}{': ' if where else ''}{message(finding, tr)}"
            if finding.fix:
                yield f"      {fix_label(finding, tr)}"
        if more:
            yield f"    \u2026 {tr.plural('audit.more_places', more)}"
