"""`lint`: what the checks find in a project file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from wizard.cli.common import language_option, read_project
from wizard.i18n.translator import Translator
from wizard.lint import paths, runner
from wizard.lint.rule import Finding, Severity
from wizard.lint.runner import Report
from wizard.lint.wording import message
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
@language_option
def lint(file: Path, shape: str, tr: Translator) -> None:
    """Check the project in FILE; exits with 1 where there are errors."""
    project = read_project(file, tr)
    report = runner.run(project, strict=True)
    click.echo(_as_json(project, report, tr) if shape == "json" else _as_text(project, report, tr))
    click.get_current_context().exit(int(report.count(Severity.ERROR) > 0))


def _as_json(project: Project, report: Report, tr: Translator) -> str:
    findings = [as_mapping(project, finding, tr) for finding in report.findings]
    return json.dumps({"findings": findings, "summary": _summary(report)}, ensure_ascii=False, indent=2)


def as_mapping(project: Project, finding: Finding, tr: Translator) -> dict[str, Any]:
    pipeline, stage = _place(project, finding)
    return {
        "rule": finding.rule,
        "set": finding.set,
        "severity": finding.severity,
        "path": finding.path,
        "pipeline": pipeline,
        "stage": stage,
        "message": message(finding, tr),
        "fixable": finding.fix is not None,
        "kept": finding.kept,
    }


def _summary(report: Report) -> dict[str, int]:
    """How many open findings there are of each severity, and how many are kept as they are."""
    counts = {str(severity): report.count(severity) for severity in Severity}
    return {**counts, "kept": sum(finding.kept for finding in report.findings)}


def _place(project: Project, finding: Finding) -> tuple[str | None, str | None]:
    """Names of the pipeline and the stage a finding is about."""
    pipeline_id, stage_id = paths.pipeline_of(finding.path), paths.stage_of(finding.path)
    pipeline: Pipeline | None = next((p for p in project.pipelines if p.id == pipeline_id), None)
    if pipeline is None:
        return None, None
    return pipeline.name, next((s.name for s in pipeline.stages if s.id == stage_id), None)


def _as_text(project: Project, report: Report, tr: Translator) -> str:
    lines = [_line(project, finding, tr) for finding in report.findings]
    counts = [f"{_label(name, tr)}: {count}" for name, count in _summary(report).items()]
    return "\n".join((*lines, " \u00b7 ".join(counts)))


def _line(project: Project, finding: Finding, tr: Translator) -> str:
    where = " \u2192 ".join(f"\u00ab{name}\u00bb" for name in _place(project, finding) if name)
    kept = f" ({_label('kept', tr)})" if finding.kept else ""
    start = f"{_label(finding.severity, tr)}{kept}: "
    return f"{start}{where}{': ' if where else ''}{message(finding, tr)} [{finding.rule}]"


def _label(name: str, tr: Translator) -> str:
    return tr("cli.kept") if name == "kept" else tr(f"severity.{name}")
