"""`drafts` on the command line: what an operator sees and does, and a backup that is brought back."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import update

from tests.small import PROJECT
from wizard.cli import main
from wizard.i18n.translator import translator
from wizard.model.edits.project import change_company
from wizard.model.history import History
from wizard.storage.database import FILE, Database, address
from wizard.storage.drafts import Drafts
from wizard.storage.project_file import dump, load
from wizard.storage.revisions import now
from wizard.storage.tables import DRAFT

HOME = change_company(PROJECT, name="Дом")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VORONKA_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def drafts(data: Path) -> Iterator[Drafts]:
    with closing(Database(address({"VORONKA_DATA": str(data)}))) as database:
        yield Drafts(database)


def _run(*args: str) -> Result:
    return CliRunner().invoke(main, ["drafts", *args])


def test_the_list_tells_projects_the_last_changed_first(drafts: Drafts) -> None:
    made = drafts.create(History(HOME))
    drafts.create(History(PROJECT))
    drafts.save(made.draft, made.history.commit(HOME.changed(revenue_goal=1)))
    done = _run("list")
    first, second = done.stdout.splitlines()
    today = f"{now():%Y-%m-%d}"
    assert (first.split()[0], first.split()[1], first.split()[3], first.split()[-1]) == ("1", today, "2", "Дом")
    assert (second.split()[0], second.split()[3]) == ("2", "1")
    assert made.token not in done.stdout


def test_the_revisions_of_a_project_are_shown_in_both_languages(drafts: Drafts) -> None:
    made = drafts.create(History(HOME))
    draft, _ = drafts.save(made.draft, made.history.commit(HOME.changed(revenue_goal=1)))
    drafts.name(draft, 1, "Перед встречей")
    for language in ("ru", "en"):
        tr = translator(language)
        newest, oldest = _run("show", "1", "--lang", language).stdout.splitlines()
        assert newest.startswith("*2 ")
        assert newest.endswith(tr("change.plan_numbers"))
        assert oldest.startswith(" 1 ")
        assert oldest.endswith(f"«Перед встречей» {tr('versions.beginning')}")


def test_a_file_is_kept_and_comes_out_as_it_was(drafts: Drafts) -> None:
    Path("p.yaml").write_bytes(dump(HOME))
    link = _run("import", "p.yaml").stdout.strip()
    assert drafts.opened(link.removeprefix("/?p=")).project == HOME
    assert _run("export", "1", "-o", "out/q.yaml").stdout.strip() == str(Path("out/q.yaml"))
    assert load(Path("out/q.yaml").read_bytes()) == HOME


def test_projects_nobody_changed_for_long_are_purged(drafts: Drafts) -> None:
    old, new = drafts.create(History(HOME)), drafts.create(History(PROJECT))
    with drafts.database.writing() as connection:
        long_ago = now() - dt.timedelta(days=31)
        connection.execute(update(DRAFT).where(DRAFT.c.id == old.draft.id).values(changed_at=long_ago))
    assert _run("purge", "--older-than", "32").stdout.strip() == translator("ru").plural("cli.purged", 0)
    assert _run("purge", "--older-than", "30").stdout.strip() == translator("ru").plural("cli.purged", 1)
    assert len(_run("list").stdout.splitlines()) == 1
    assert drafts.opened(new.token) == new


def test_a_backup_brings_everything_back(drafts: Drafts, data: Path) -> None:
    """As the operators' page says: a copy while the server runs, put in place while it does not."""
    made = drafts.create(History(HOME))
    assert _run("backup", "backup.sqlite3").exit_code == 0
    drafts.save(made.draft, made.history.commit(HOME.changed(revenue_goal=1)))
    drafts.database.close()
    shutil.rmtree(data)
    data.mkdir()
    shutil.copy("backup.sqlite3", data / FILE)
    with closing(sqlite3.connect(data / FILE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with closing(Database(address({"VORONKA_DATA": str(data)}))) as database:
        assert Drafts(database).opened(made.token) == made


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (("show", "7"), "drafts.no_such_draft"),
        (("export", "7", "-o", "p.yaml"), "drafts.no_such_draft"),
        (("import", "nowhere.yaml"), "cli.cannot_read"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(arguments: tuple[str, ...], key: str) -> None:
    done = _run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.strip() == translator("ru")(key, id=7, path="nowhere.yaml")


def test_a_backup_overwrites_nothing() -> None:
    Path("backup.sqlite3").write_bytes(b"an older one")
    done = _run("backup", "backup.sqlite3")
    assert (done.exit_code, Path("backup.sqlite3").read_bytes()) == (2, b"an older one")
    assert "backup.sqlite3" in done.stderr


@pytest.mark.parametrize("url", ["postgresql://127.0.0.1:9/none", "mysql://h/d"])
def test_a_database_that_cannot_be_used_is_said_in_a_sentence(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VORONKA_DATABASE_URL", url)
    for command in (("list",), ("backup", "b.sqlite3"), ("purge", "--older-than", "1")):
        done = _run(*command)
        assert (done.exit_code, done.stdout) == (2, "")
        assert 15 < len(done.stderr) < 200
        assert "Traceback" not in done.stderr
