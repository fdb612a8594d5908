"""`drafts`: the projects kept on this server, for whoever runs it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from wizard.cli.common import Refused, language_option, read_project, write
from wizard.i18n.changes import changes_in_words
from wizard.i18n.translator import Translator
from wizard.model.history import History
from wizard.storage import upkeep
from wizard.storage.database import Database, address
from wizard.storage.drafts import Drafts
from wizard.storage.project_file import dump
from wizard.storage.refused import DraftError
from wizard.storage.revisions import now

# What the page says of its unsaved changes means nothing here.
_AWAY = ("drafts.unavailable", "drafts.disk_full", "drafts.not_writable")


@click.group()
def drafts() -> None:
    """Look after the projects kept in the database.

    The database is the one the server uses: VORONKA_DATABASE_URL, else a file in VORONKA_DATA, else in data/.
    """


@contextmanager
def _database(tr: Translator) -> Iterator[Database]:
    """The database the environment names; what it refuses is said in a sentence."""
    try:
        database = Database(address(os.environ))
        try:
            yield database
        finally:
            database.close()
    except DraftError as error:
        raise Refused(tr("cli.no_database") if error.key in _AWAY else error.message(tr)) from error


def _with_database(command: Callable[..., Any]) -> Callable[..., Any]:
    """Hands a command the database, open while it runs."""

    @language_option
    @wraps(command)
    def run(*args: Any, tr: Translator, **kwargs: Any) -> None:
        with _database(tr) as database:
            command(*args, database=database, tr=tr, **kwargs)

    return run


@drafts.command(name="list")
@_with_database
def list_(database: Database, tr: Translator) -> None:
    """List the projects: id, last change, number of revisions, size, company."""
    for entry in upkeep.entries(database):
        size = tr("cli.kilobytes", n=tr.number(entry.size / 1000, digits=1))
        click.echo(f"{entry.id:<8}{_moment(entry.changed_at)}{entry.revisions:>6}{size:>12}  {entry.company}")


@drafts.command()
@click.argument("draft_id", metavar="ID", type=int)
@_with_database
def show(draft_id: int, database: Database, tr: Translator) -> None:
    """Show the revisions of a project: number, time, name, what changed."""
    for revision in upkeep.history(database, draft_id):
        mark, name = "*" if revision.present else " ", f"\u00ab{revision.name}\u00bb " if revision.name else ""
        said = changes_in_words(revision.changes, tr) or tr("versions.beginning")
        click.echo(f"{mark}{revision.number:<7}{_moment(revision.made_at)}  {name}{said}")


@drafts.command()
@click.argument("draft_id", metavar="ID", type=int)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE")
@_with_database
def export(draft_id: int, output: Path, database: Database, tr: Translator) -> None:
    """Write a project to a file."""
    write(output, dump(upkeep.project(database, draft_id)), tr=tr)
    click.echo(output)


@drafts.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@_with_database
def import_(file: Path, database: Database, tr: Translator) -> None:
    """Keep a project file from now on, and print the end of its link."""
    made = Drafts(database).create(History(read_project(file, tr)))
    click.echo(f"/?p={made.token}")


@drafts.command()
@click.option("--older-than", "days", type=click.IntRange(min=1), required=True, metavar="DAYS")
@_with_database
def purge(days: int, database: Database, tr: Translator) -> None:
    """Delete the projects nobody has changed for so many days."""
    deleted = upkeep.purge(database, unchanged_since=now() - dt.timedelta(days=days))
    click.echo(tr.plural("cli.purged", deleted))


@drafts.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@_with_database
def backup(file: Path, database: Database, tr: Translator) -> None:
    """Copy the SQLite database to a new file while the server runs."""
    del tr
    upkeep.backup(database, file)
    click.echo(file)


def _moment(moment: dt.datetime) -> str:
    """UTC, as logs have it."""
    return f"{moment:%Y-%m-%d %H:%M}"
