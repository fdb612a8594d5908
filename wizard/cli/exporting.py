"""`export`: a project as the files it can be downloaded as."""

from __future__ import annotations

from pathlib import Path

import click

from exports import EXPORTERS, exporter
from exports.alone import ALONE, NothingToSayError
from exports.exporter import Options, file_name
from wizard.cli.common import Refused, known, language_option, read_project, write
from wizard.cli.paper_options import paper_options
from wizard.i18n.translator import Translator

ALL = "all"


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--format", "wanted", metavar="ID", help="A format, or `all`; --list names them.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Where the files go.")
@click.option("--list", "only_list", is_flag=True, help="List the formats.")
@paper_options
@language_option
def export(
    *,
    file: Path | None,
    wanted: str | None,
    output: Path | None,
    options: Options,
    only_list: bool,
    tr: Translator,
) -> None:
    """Export the project in FILE and print the path of every file written."""
    if only_list:
        _list(tr)
        return
    if file is None or wanted is None or output is None:
        raise click.UsageError("FILE, --format and -o are needed (or --list).")
    ids = [each.id for each in EXPORTERS]
    all_ids = [*ids, *(each.id for each in ALONE)]
    chosen = ids if wanted == ALL else [known(wanted, all_ids, tr=tr, key="cli.unknown_format")]
    project = read_project(file, tr)
    for each in map(exporter, chosen):
        path = output / file_name(project, each)
        try:
            data = each.render(project, options)
        except NothingToSayError as error:
            raise Refused(tr("cli.nothing_to_say", paper=tr(error.title))) from error
        write(path, data, tr=tr)
        click.echo(path)


def _list(tr: Translator) -> None:
    """The formats, then the papers that can be had alone."""
    for each in EXPORTERS:
        click.echo(f"{each.id:<16}{tr(f'export.{each.id}.what')}")
    for each in ALONE:
        click.echo(f"{each.id:<28}{tr(each.title)}")
