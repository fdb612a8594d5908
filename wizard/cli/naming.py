"""`check-names`: names of stages, one a line in, one judgement a line out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from wizard.cli.common import Refused, language_option
from wizard.i18n.translator import Translator
from wizard.lint.kinds import Kind
from wizard.lint.single import Judged, judged
from wizard.lint.wording import message
from wizard.storage.yaml_reader import MAX_BYTES

KINDS = {"sales": Kind.SALES, "delivery": Kind.DELIVERY, "partners": Kind.PARTNERS, "hiring": Kind.HR}
OK = "ok"


@click.command("check-names")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
@click.option("--kind", type=click.Choice(list(KINDS)), default="sales", show_default=True, help="Their funnel's kind.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
@language_option
def check_names(file: Path, kind: str, shape: str, tr: Translator) -> None:
    """Judge the names of stages in FILE (or what is typed in), one a line; blank lines are left out."""
    found = [judged(name, KINDS[kind]) for name in _names(file, tr)]
    if shape == "json":
        click.echo(json.dumps([_as_json(each, tr) for each in found], ensure_ascii=False, indent=2))
        return
    for each in found:
        click.echo(_as_text(each, tr))


def _names(file: Path, tr: Translator) -> list[str]:
    try:
        with click.open_file(str(file), "rb") as stream:
            data: bytes = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Refused(tr("cli.cannot_read", path=file)) from error
    if len(data) > MAX_BYTES:
        raise Refused(tr("cli.cannot_read", path=file))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(tr("cli.cannot_read", path=file)) from error
    return [line.strip() for line in text.split("\n") if line.strip()]


def _as_json(each: Judged, tr: Translator) -> dict[str, Any]:
    finding = each.finding
    return {
        "name": each.name,
        "lang": each.language,
        "severity": finding.severity if finding else OK,
        "rule": finding.rule if finding else None,
        "reason": message(finding, tr) if finding else "",
        "rewrites": list(each.rewrites),
    }


def _as_text(each: Judged, tr: Translator) -> str:
    if each.finding is None:
        return f"{tr('cli.names_ok')}: {each.name}"
    start = f"{tr(f'severity.{each.finding.severity}')}: {each.name}. {message(each.finding, tr)}"
    better = f" \u2192 {' / '.join(each.rewrites)}" if each.rewrites else ""
    return f"{start} [{each.finding.rule}]{better}"
