"""`new`: a project from templates."""

from __future__ import annotations

from pathlib import Path

import click
from pydantic import ValidationError

from wizard.catalog import reader
from wizard.catalog.start import start
from wizard.cli.common import Refused, known, write
from wizard.i18n.translator import translator
from wizard.model.base import MAX_NAME
from wizard.model.project import Company, Language
from wizard.storage.project_file import dump


@click.command()
@click.option("--funnel", "funnels", multiple=True, required=True, metavar="ID", help="A funnel; may be repeated.")
@click.option("--industry", default="general", show_default=True, metavar="ID", help="Whose words the stages take.")
@click.option("--company", required=True, metavar="NAME", help="The company's name.")
@click.option(
    "--lang", type=click.Choice([each.value for each in Language]), default="ru", help="Language of the project."
)
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE")
def new(*, funnels: tuple[str, ...], industry: str, company: str, lang: str, force: bool, output: Path) -> None:
    """Start a project from funnels of the catalogue."""
    tr = translator(lang)
    for funnel in funnels:
        known(funnel, (template.id for template in reader.funnels()), tr=tr, key="cli.unknown_funnel")
    known(industry, (template.id for template in reader.industries()), tr=tr, key="cli.unknown_industry")
    try:
        whose = Company(name=company, industry=industry, language=Language(lang))
    except ValidationError as error:
        raise Refused(tr("cli.bad_company", limit=tr.number(MAX_NAME))) from error
    write(output, dump(start(funnels, company=whose)), tr=tr, replace=force)
    click.echo(output)
