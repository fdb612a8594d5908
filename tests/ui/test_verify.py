"""Verifying on the page: by a key, or by the JSON somebody sends."""

from __future__ import annotations

from tests.audit.bodies import dumped, stock
from tests.audit.test_comparing import answers
from tests.ui import projects
from tests.ui.entry import Entry, connected
from tests.ui.test_enter import entering
from wizard.model.edits.stages import StageRef, change_stage


def verifying() -> Entry:
    app = Entry(projects.typical())
    app.visit("verify")
    return app


def test_after_an_entry_everything_is_there() -> None:
    app = entering()
    app.visit("verify")
    [success] = app.at.success
    assert success.value.startswith("Аккаунт совпадает")
    assert not app.has("go.plan")


def test_what_is_left_to_people_is_the_same_as_after_the_entry() -> None:
    app = entering()
    [entered] = [label for label in app.words() if label.startswith("**Осталось сделать вручную**")]
    app.visit("verify")
    [verified] = [label for label in app.words() if label.startswith("**Программа этого не видит")]
    assert entered.partition("\u00b7")[2] == verified.partition("\u00b7")[2] == " 50"


def test_what_is_missing_is_counted_and_named_with_the_way_to_enter_it() -> None:
    app = entering()
    app.session.commit(change_stage, StageRef("first_sale", "contact_made"), name="Контакт подтверждён")
    app.visit("verify")
    [warning] = app.at.warning
    assert "70 из 71 внесено" in warning.value
    assert any("Контакт установлен → Контакт подтверждён" in word for word in app.words())
    app.click("go.plan")
    assert app.has("plan.enter")


def test_without_a_key_the_answer_somebody_sends_will_do() -> None:
    app = verifying()
    assert app.has("connect.practise")
    app.widget("verify.text").set_value(dumped(stock()).decode())
    app.click("verify.check")
    assert "из" in app.at.warning[0].value
    assert app.said("по присланному ответу")
    assert app.at.info[0].value == "Не сверено, этого в ответе нет: поля сделки, причины отказа."


def test_an_answer_of_an_account_that_was_entered_says_so() -> None:
    account = entering().account
    app = verifying()
    app.session.entering.connect(connected(account))
    app.widget("verify.file").upload("answer.json", dumped(answers(account)))
    app.run()
    app.click("verify.check_file")
    assert app.session.entering.connected is None
    assert app.at.success[0].value.startswith("Аккаунт совпадает")
    assert not app.at.info


def test_an_answer_that_is_none_is_told() -> None:
    app = verifying()
    app.widget("verify.text").set_value('{"title": "Unauthorized", "status": 401}')
    app.click("verify.check")
    assert app.at.error
    assert not app.at.success


def test_an_empty_answer_is_asked_for_instead_of_stages() -> None:
    app = verifying()
    app.click("verify.check")
    [error] = app.at.error
    assert error.value.startswith("Здесь нет воронок")
