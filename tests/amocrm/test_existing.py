"""An account in our words: what its answers become, and when it counts as changed."""

from __future__ import annotations

from typing import Any

from tests.amocrm import answers
from tests.amocrm.answers import EXISTING
from wizard.amocrm import reading
from wizard.amocrm.existing import Existing, ExistingField, StageKind
from wizard.model.fields import FieldType
from wizard.model.pipeline import Hints


def test_answers_become_what_the_account_holds() -> None:
    sale, old = reading.pipelines(answers.PIPELINES)
    hinted = {stage.id: stage for stage in reading.stages(answers.STAGES)}
    assert (
        Existing(
            account=reading.account(answers.ACCOUNT, host="dom.amocrm.ru"),
            pipelines=(reading.with_hints(sale, hinted), old),
            fields=reading.fields(answers.FIELDS),
            groups=reading.groups(answers.GROUPS),
            reasons=reading.reasons(answers.REASONS),
        )
        == EXISTING
    )


def test_no_body_is_an_empty_list() -> None:
    assert (reading.reasons({}), reading.fields({}), reading.has_more({})) == ((), (), False)


def test_the_token_s_user_says_who_may_write() -> None:
    account = reading.with_user(EXISTING.account, answers.USER)
    assert account == EXISTING.account.changed(admin=True, language="ru")


def test_things_are_found_by_their_ids() -> None:
    sale = EXISTING.pipelines[0]
    won = sale.of_kind(StageKind.WON)
    assert won is not None
    assert (EXISTING.main, EXISTING.live) == (sale, (sale,))
    assert [stage.name for stage in sale.own] == ["Первичный контакт", "Договор"]
    assert (sale.stage(142), EXISTING.pipeline(10), EXISTING.pipeline(12)) == (won, sale, None)
    assert EXISTING.field(1000) == EXISTING.fields[0]
    assert EXISTING.group("leads_1") == EXISTING.groups[0]
    assert EXISTING.reason(9) == (EXISTING.reasons or ())[0]
    assert EXISTING.fields[0].required_in(10) == (102,)
    assert sale.own[0].said == Hints(newbie="Представьтесь")


def test_types_are_those_of_projects_or_none() -> None:
    def known(**values: str) -> FieldType | None:
        return ExistingField(id=1, name="", **values).known_type

    assert [known(type=kind) for kind in ("select", "radiobutton", "tracking_data")] == [FieldType.SELECT] * 2 + [None]
    assert known(type="multitext", code="PHONE") is FieldType.PHONE


def test_an_account_is_known_by_its_number_and_its_address() -> None:
    account = EXISTING.account
    assert [account.is_called(name) for name in ("31", "dom.amocrm.ru", "", "32")] == [True, True, False, False]


def test_the_order_of_telling_does_not_matter() -> None:
    told = Existing.model_validate(_backwards(EXISTING.model_dump()))
    assert told != EXISTING
    assert told.fingerprint() == EXISTING.fingerprint()


def _backwards(value: Any) -> Any:
    """The same with every list turned round, pairs of ids left as they are."""
    if isinstance(value, dict):
        return {key: _backwards(inside) for key, inside in value.items()}
    if isinstance(value, tuple) and not any(isinstance(inside, int) for inside in value):
        return tuple(_backwards(inside) for inside in reversed(value))
    return value


def test_every_change_that_matters_changes_the_fingerprint() -> None:
    sale = EXISTING.pipelines[0]
    stage = sale.own[0]
    others = [
        EXISTING.changed(pipelines=EXISTING.pipelines[:1]),
        EXISTING.changed(pipelines=(sale.changed(name="Воронка "), EXISTING.pipelines[1])),
        EXISTING.changed(pipelines=(sale.changed(stages=(*sale.stages[:1], stage, *sale.stages[3:])),)),
        EXISTING.changed(pipelines=(sale.changed(stages=(stage.changed(hints=()),)),)),
        EXISTING.changed(fields=(EXISTING.fields[0].changed(required=((102, 10),)), EXISTING.fields[1])),
        EXISTING.changed(groups=()),
        EXISTING.changed(reasons=None),
        EXISTING.changed(account=EXISTING.account.changed(loss_reasons=False)),
    ]
    assert len({each.fingerprint() for each in (EXISTING, *others)}) == len(others) + 1


def test_who_looks_does_not_change_the_account() -> None:
    seen = EXISTING.changed(account=EXISTING.account.changed(admin=True, language="en", user=8))
    assert seen.fingerprint() == EXISTING.fingerprint()
