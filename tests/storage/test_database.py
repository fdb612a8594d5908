"""Coming up, going away and coming back of the database; shapes that older and newer programs left."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, text

from tests.postgresql import Cluster
from tests.small import PROJECT
from wizard.model.history import History
from wizard.model.workshop import Kind
from wizard.storage import workshop_reading
from wizard.storage.attachments import LOGO, Attachments
from wizard.storage.comment import CommentState
from wizard.storage.comments import Comments
from wizard.storage.database import DATA, FILE, Database, address
from wizard.storage.drafts import Drafts
from wizard.storage.links import hashed
from wizard.storage.migrate import KNOWN
from wizard.storage.participation import Participation
from wizard.storage.questionnaire import FormState
from wizard.storage.questionnaires import Questionnaires
from wizard.storage.refused import UnavailableError
from wizard.storage.run import State, Wanted
from wizard.storage.runs import Runs
from wizard.storage.tables import METADATA
from wizard.storage.workshop import State as Fate
from wizard.storage.workshops import Workshops

FIXTURES = Path(__file__).parent / "fixtures"
FIRST_PHONE = "Rmlyc3RfcGhvbmVfaW5fdGhlX3Jvb20x"
OLDEST = "TkF0aGluZ19pc19ldmVyX2xvc3RfMDAx"
_NAMES = count()
# Brings a database to its shape as a starting server does; many of these are started at once.
START = """
import sys
from sqlalchemy import make_url
from wizard.storage.database import Database
Database(make_url(sys.argv[1])).prepare()
"""


def test_without_settings_drafts_are_beside_the_program() -> None:
    assert address({}) == URL.create("sqlite", database=str(DATA / FILE))
    assert address({"VORONKA_DATA": "elsewhere"}).database == str(Path("elsewhere", FILE))


def test_postgresql_is_named_as_operators_name_it() -> None:
    for written in ("postgresql://u:p@h:1/d", "postgres://u:p@h:1/d", "postgresql+psycopg://u:p@h:1/d"):
        url = address({"VORONKA_DATABASE_URL": f" {written} ", "VORONKA_DATA": "ignored"})
        assert url.render_as_string(hide_password=False) == "postgresql+psycopg://u:p@h:1/d"


@pytest.mark.parametrize("written", ["mysql://h/d", "h:5432/d", "postgresql:"])
def test_an_address_of_something_else_is_refused(written: str) -> None:
    with pytest.raises(UnavailableError) as refused:
        address({"VORONKA_DATABASE_URL": written})
    assert refused.value.key == "drafts.bad_address"


def test_processes_that_start_together_all_come_up(url: URL) -> None:
    written = url.render_as_string(hide_password=False)
    started = [subprocess.Popen([sys.executable, "-c", START, written], stderr=subprocess.PIPE) for _ in range(4)]
    assert [(process.communicate(timeout=120)[1], process.returncode) for process in started] == [(b"", 0)] * 4
    with closing(Database(url)) as database, database.reading() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [KNOWN[-1]]


def test_migrations_lead_to_the_tables_the_program_knows(drafts: Drafts) -> None:
    with drafts.database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_database_of_a_newer_program_is_left_alone(url: URL) -> None:
    with closing(Database(url)) as database, database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with closing(Database(url)) as database, pytest.raises(UnavailableError) as refused:
        database.prepare()
    assert refused.value.key == "drafts.newer_database"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def shaped(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Drafts]:
    """Opens the database an earlier program left, by the number of its shape."""

    def on_sqlite(shape: str) -> Drafts:
        shutil.copy(FIXTURES / f"drafts_{shape}.sqlite3", tmp_path / FILE)
        return Drafts(Database(address({"VORONKA_DATA": str(tmp_path)})))

    def on_postgresql(shape: str) -> Drafts:
        made: Cluster = request.getfixturevalue("postgresql")
        url = address({"VORONKA_DATABASE_URL": made.create_database(f"oldest{next(_NAMES)}")})
        with psycopg.connect(url.set(drivername="postgresql").render_as_string(hide_password=False)) as connection:
            connection.execute((FIXTURES / f"drafts_{shape}.sql").read_bytes())
        return Drafts(Database(url))

    return on_sqlite if request.param == "sqlite" else on_postgresql


@pytest.mark.parametrize("shape", KNOWN)
def test_a_draft_of_every_earlier_program_opens(shaped: Callable[[str], Drafts], shape: str) -> None:
    _is_the_oldest(shaped(shape))


def test_a_run_an_earlier_program_left_is_gone_on_with(shaped: Callable[[str], Drafts]) -> None:
    drafts = shaped("0002")
    runs, draft = Runs(drafts.database), drafts.opened(OLDEST).draft
    found = runs.latest(draft)
    assert found
    assert (found.host, found.account, found.removing) == ("masterskaya.amocrm.ru", "Первая мастерская", True)
    assert (found.state, found.outcome) == (State.STOPPED, "почему".encode())
    assert (runs.plan(found.id), runs.before(found.id)) == ("план".encode(), "аккаунт до".encode())
    assert [line["event"] for line in runs.lines(found.id)] == ["begun", "sending"]
    wanted = Wanted("0123abc", "план".encode(), "masterskaya.amocrm.ru", "Первая мастерская")
    assert runs.claim(draft, wanted, "another program") == found.id
    drafts.database.close()


def test_a_logo_an_earlier_program_left_is_there(shaped: Callable[[str], Drafts]) -> None:
    drafts = shaped("0003")
    logo = Attachments(drafts.database).load(drafts.opened(OLDEST).draft, LOGO)
    assert logo == (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
        b'<rect width="40" height="20" fill="#0a6b62"/></svg>'
    )
    drafts.database.close()


def test_a_workshop_an_earlier_program_left_goes_on(shaped: Callable[[str], Drafts]) -> None:
    drafts = shaped("0004")
    draft = drafts.opened(OLDEST).draft
    hosted = Workshops(drafts.database).latest(draft)
    assert hosted
    read = workshop_reading.reading(drafts.database, hashed(hosted.token))
    assert read
    live = read.workshop
    assert (live.open, live.step, live.timer and live.timer.seconds) == (True, "stages", 600)
    assert [person.name for person in live.participants] == ["Анна", ""]
    said = [(each.kind, each.words, each.by, each.votes, each.state, each.why) for each in live.proposals]
    assert said == [
        (Kind.STAGE, "Замер проведён", "Анна", 1, Fate.NEW, ""),
        (Kind.REMARK, "Кто звонит первым?", "", 0, Fate.PARKED, "Решит руководитель"),
    ]
    assert [line.what for line in live.log] == ["opened", "step", "timer", "parked"]
    guests = Participation(drafts.database)
    assert guests.join(hosted.token, FIRST_PHONE).number == live.participants[0].id
    drafts.database.close()


def test_answers_and_comments_an_earlier_program_left_wait_still(shaped: Callable[[str], Drafts]) -> None:
    drafts = shaped("0005")
    draft = drafts.opened(OLDEST).draft
    sheets = Questionnaires(drafts.database)
    (sheet,) = sheets.of(draft)
    assert (sheet.state, sheets.read(sheet.token).answers) == (FormState.SENT, sheet.answers)
    assert (sheet.answers.company, sheet.answers.requests, sheet.answers.stages) == (
        "Дом и сад",
        120,
        "Новая заявка\nДумает",
    )
    said = [(each.stage, each.text, each.name, each.state) for each in Comments(drafts.database).of(draft)]
    assert said == [
        ("", "Всё верно", "", CommentState.RESOLVED),
        ("request_received", "Почему так?", "Анна", CommentState.NEW),
    ]
    drafts.database.close()


def _is_the_oldest(drafts: Drafts) -> None:
    opened = drafts.opened(OLDEST)
    assert opened.project.company.name == "Первая мастерская"
    assert [stage.name for stage in opened.project.pipelines[0].stages[:2]] == ["Заявка пришла", "Контакт установлен"]
    assert [(r.number, r.name) for r in drafts.revisions(opened.draft)] == [(3, ""), (2, "Перед встречей"), (1, "")]
    saved, history = drafts.save(opened.draft, opened.history.commit(PROJECT))
    assert drafts.opened(OLDEST).history == history
    drafts.database.close()
    assert saved.version == opened.draft.version + 1


@pytest.mark.postgresql
def test_a_database_that_comes_back_is_used_again(postgresql: Cluster) -> None:
    drafts = Drafts(Database(address({"VORONKA_DATABASE_URL": postgresql.create_database(f"gone{next(_NAMES)}")})))
    made = drafts.create(History(PROJECT))
    postgresql.stop(mode="immediate")
    try:
        with pytest.raises(UnavailableError) as refused:
            drafts.save(made.draft, made.history.commit(PROJECT.changed(revenue_goal=1)))
        assert refused.value.key == "drafts.unavailable"
    finally:
        postgresql.start()
    drafts.save(made.draft, made.history.commit(PROJECT.changed(revenue_goal=1)))
    assert drafts.opened(made.token).project.revenue_goal == 1
    drafts.database.close()


@pytest.mark.postgresql
def test_a_database_that_is_away_at_first_is_prepared_once_it_is_there(postgresql: Cluster) -> None:
    url = address({"VORONKA_DATABASE_URL": postgresql.create_database(f"late{next(_NAMES)}")})
    postgresql.stop()
    drafts = Drafts(Database(url))
    try:
        with pytest.raises(UnavailableError):
            drafts.create(History(PROJECT))
    finally:
        postgresql.start()
    assert drafts.opened(drafts.create(History(PROJECT)).token).project == PROJECT
    drafts.database.close()


def test_a_directory_that_cannot_be_made_is_told_about(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file stands here", "utf-8")
    with (
        closing(Database(address({"VORONKA_DATA": str(tmp_path / "data")}))) as database,
        pytest.raises(UnavailableError) as refused,
    ):
        Drafts(database).create(History(PROJECT))
    assert refused.value.key in ("drafts.unavailable", "drafts.not_writable")


def test_a_file_that_is_no_database_is_told_about(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database at all, but long enough to be read as one" * 100)
    with (
        closing(Database(address({"VORONKA_DATA": str(tmp_path)}))) as database,
        pytest.raises(UnavailableError) as refused,
    ):
        Drafts(database).create(History(PROJECT))
    assert refused.value.key == "drafts.unavailable"
