"""`account check` and `pull`: look at an account, and take it over as a project. Neither changes anything there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from wizard.amocrm.account import check as checked
from wizard.amocrm.account import read
from wizard.amocrm.client import Client
from wizard.audit.pull import pulled
from wizard.cli.common import Refused, write
from wizard.cli.connecting import account_command
from wizard.i18n.translator import Translator
from wizard.storage.errors import FileError
from wizard.storage.project_file import dump


@click.group()
def account() -> None:
    """Look at an account of amoCRM or Kommo."""


@account.command()
@account_command
def check(*, client: Client, tr: Translator) -> None:
    """Say whose account it is, what the access key may do there, and how long it lives."""
    for line in checked(client).lines(tr, now=dt.datetime.now(dt.UTC)):
        click.echo(line)


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@account_command
def pull(*, output: Path, force: bool, client: Client, tr: Translator) -> None:
    """Take an account's funnels, fields and loss reasons over as a project."""
    try:
        project = pulled(read(client))
    except FileError as error:
        raise Refused(error.message(tr)) from error
    write(output, dump(project), tr=tr, replace=force)
    click.echo(output)
