"""The collection run by newman against a practice account: it enters the project, or stops and says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.amocrm.sandbox.invariants import broken
from tests.amocrm.sandbox_server import serving
from tests.catalog.composed import composed
from tests.exports.postman.compared import found, wanted
from tests.exports.postman.hostile import hostile
from tests.exports.postman.runs import Run, entered, run, written
from tests.samples import english, russian
from wizard.amocrm.sandbox import PRACTICE_KEY, Brand, Contents, Fault, Kind, LossReasons, Sandbox, Variant
from wizard.amocrm.wire import document
from wizard.model.project import Language, Project

pytestmark = pytest.mark.newman

FRESH = Variant(contents=Contents.FRESH)
FIRST = "Какие воронки уже есть"
STOPPED = "ничего не изменено"


def _enter(project: Project, sandbox: Sandbox, home: Path, *, key: str = PRACTICE_KEY) -> Run:
    with serving(sandbox) as address:
        return entered(written(project, home), address, key=key)


def _writes(sandbox: Sandbox) -> int:
    return sum(seen.writes for seen in sandbox.seen)


def _renamed(name: str) -> Project:
    return russian().with_pipeline(russian().pipeline("first_sale").changed(name=name))


@pytest.mark.parametrize(
    ("project", "variant"),
    [
        (composed("seven", "furniture", Language.RU), FRESH),
        (english(), Variant(brand=Brand.KOMMO)),
        (hostile(), Variant(contents=Contents.BUSY)),
    ],
    ids=["seven-funnels", "kommo", "hostile-names"],
)
def test_after_a_run_the_account_equals_the_project(project: Project, variant: Variant, tmp_path: Path) -> None:
    sandbox = Sandbox(variant)
    before = sandbox.account
    ended = _enter(project, sandbox, tmp_path)
    assert (ended.code, ended.failed) == (0, ())
    expected = wanted(document(project, project.pipelines, draft=False))
    assert found(sandbox.account, before=before, like=expected) == expected
    assert broken(sandbox.account) == []
    # It kept to the pace: the account would have refused the eighth request of a second.
    assert {seen.outcome for seen in sandbox.seen} <= {200, 201, 204}
    kept = [pipeline.name for pipeline in sandbox.account.pipelines[: len(before.pipelines)]]
    assert kept == [pipeline.name for pipeline in before.pipelines]


def test_a_second_run_stops_at_its_first_request_and_changes_nothing(tmp_path: Path) -> None:
    sandbox = Sandbox(FRESH)
    _enter(english(), sandbox, tmp_path)
    account, seen = sandbox.account, len(sandbox.seen)
    ended = _enter(english(), sandbox, tmp_path)
    assert (ended.code, ended.sent) == (1, ("Which funnels there are",))
    words = "The account already has the funnels “Recruiting”. The collection only creates new ones, so nothing was"
    assert ended.failed == (f"{words} changed in the account.",)
    assert (sandbox.account, len(sandbox.seen)) == (account, seen + 1)


@pytest.mark.parametrize(
    ("project", "contents", "words"),
    [
        (_renamed("ВОРОНКА "), Contents.FRESH, "уже есть воронки: «ВОРОНКА"),
        (russian(), Contents.NEARLY_FULL, "Воронок в аккаунте 49, проект добавляет 3"),
        (russian(), Contents.BUSY, "уже есть поля: «Комментарий к отказу»"),
    ],
    ids=["funnel", "limit", "field"],
)
def test_where_it_does_not_fit_nothing_is_written(
    project: Project, contents: Contents, words: str, tmp_path: Path
) -> None:
    sandbox = Sandbox(Variant(contents=contents))
    ended = _enter(project, sandbox, tmp_path)
    assert ended.code == 1
    assert (len(ended.failed), _writes(sandbox)) == (1, 0)
    assert words in ended.failed[0]
    assert STOPPED in ended.failed[0]


def test_a_wrong_key_stops_the_run_at_once(tmp_path: Path) -> None:
    sandbox = Sandbox(FRESH)
    ended = _enter(russian(), sandbox, tmp_path, key="another")
    assert (ended.code, ended.sent, [seen.outcome for seen in sandbox.seen]) == (1, (FIRST,), [401])
    assert ended.failed[0].startswith("amoCRM не приняла ключ доступа (код 401)")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.TOO_MANY, "amoCRM просит подождать"),
        (Kind.BLOCKED, "amoCRM закрыла доступ целиком"),
        (Kind.TRY_AGAIN, "amoCRM отказала, код 400. Something went wrong. Please, repeat the request"),
        (Kind.TRUNCATED, "Вместо данных пришла непонятная страница (код 201)"),
        (Kind.REDIRECT, "amoCRM отказала, код 302."),
    ],
)
def test_a_fault_in_the_middle_ends_the_run_there(kind: Kind, words: str, tmp_path: Path) -> None:
    sandbox = Sandbox(FRESH, faults=(Fault(6, kind),))
    ended = _enter(russian(), sandbox, tmp_path)
    assert (ended.code, len(sandbox.seen), ended.sent[-1]) == (1, 7, "Создать поля")
    assert len(ended.failed) == 1
    assert ended.failed[0].startswith(words)


def test_after_a_lost_answer_nothing_more_is_sent(tmp_path: Path) -> None:
    sandbox = Sandbox(FRESH, faults=(Fault(4, Kind.DROPPED, applied=True),))
    ended = _enter(russian(), sandbox, tmp_path)
    assert (ended.code, len(sandbox.seen)) == (1, 5)
    assert ended.failed[-1].startswith("amoCRM не ответила. Выполнен ли этот запрос, неизвестно")


def test_loss_reasons_that_are_refused_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    sandbox = Sandbox(Variant(contents=Contents.FRESH, loss_reasons=LossReasons.READ_ONLY))
    ended = _enter(english(), sandbox, tmp_path)
    assert (ended.code, ended.failed) == (0, ())
    assert "amoCRM takes no loss reasons from programs (code 405): add “Other” by hand" in ended.held
    assert ended.sent[-1] == "Compare the loss reasons"
    assert sandbox.account.reasons == ()


def test_what_came_out_otherwise_is_told_at_the_end(tmp_path: Path) -> None:
    sandbox = Sandbox(FRESH)
    file = written(english(), tmp_path)
    changed = file.read_text("utf-8").replace(r"\"description\": \"Moves", r"\"description\": \"Goes")
    assert changed != file.read_text("utf-8")
    file.write_text(changed, "utf-8")
    with serving(sandbox) as address:
        ended = entered(file, address)
    assert (ended.code, ended.failed) == (1, ("The hints of the funnel “Recruiting” are as in the project",))
    assert ended.sent[-1] == "Compare the loss reasons"


def test_a_draft_is_not_entered(tmp_path: Path) -> None:
    twice = russian().changed(pipelines=tuple(p.changed(name="Одна") for p in russian().pipelines))
    sandbox = Sandbox(FRESH)
    ended = _enter(twice, sandbox, tmp_path)
    assert (ended.code, sandbox.seen) == (1, ())
    assert ended.failed[0].startswith("Это черновик")


@pytest.mark.parametrize(
    ("address", "key", "words"),
    [
        ("https://example.amocrm.ru", "secret", "Адрес «https://example.amocrm.ru» не подходит"),
        ("https://amocrm.ru.example.com", "secret", "Адрес «https://amocrm.ru.example.com» не подходит"),
        ("http://company.amocrm.ru", "secret", "Адрес «http://company.amocrm.ru» не подходит"),
        ("https://company.amocrm.ru", " ", "Запишите в переменную token ключ доступа"),
    ],
)
def test_a_key_is_sent_to_an_account_only(address: str, key: str, words: str, tmp_path: Path) -> None:
    ended = entered(written(russian(), tmp_path), address, key=key)
    assert (ended.code, ended.sent) == (1, ())
    assert ended.failed[0].startswith(words)


def test_variables_may_be_global_and_carelessly_copied(tmp_path: Path) -> None:
    sandbox = Sandbox(FRESH)
    with serving(sandbox) as address:
        file = written(english(), tmp_path)
        ended = run(file, "--global-var", f"base_url= {address}/", "--global-var", f"token={PRACTICE_KEY} ")
    assert (ended.code, ended.failed) == (0, ())


def test_a_part_of_it_is_not_run_alone(tmp_path: Path) -> None:
    sandbox = Sandbox(FRESH)
    with serving(sandbox) as address:
        file = written(russian(), tmp_path)
        ended = run(file, "--folder", "2. Создать воронки", "--env-var", f"base_url={address}", "--env-var", "token=x")
    assert (ended.code, ended.sent, sandbox.seen) == (1, (), ())
    assert ended.failed[0].startswith("Этот запрос не отправлен")
