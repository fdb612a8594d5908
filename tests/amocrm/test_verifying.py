"""What a read-back finds of a project that somebody entered by hand."""

from __future__ import annotations

from dataclasses import replace

from tests.amocrm.practice import EVERYTHING, practice
from tests.catalog.composed import composed
from wizard.amocrm.verifying import verify
from wizard.i18n.translator import translator
from wizard.model.project import Language

PROJECT = composed("for-silent", "general", Language.RU)


def test_an_empty_account_has_nothing_of_it() -> None:
    account = practice()
    found = verify(PROJECT, account.read(PROJECT), EVERYTHING)
    assert (found.entered, found.equal) == ((), False)


def test_what_is_missing_or_different_is_told_one_by_one() -> None:
    account = practice()
    account.apply(account.plan(PROJECT))
    whole = verify(PROJECT, account.read(PROJECT), EVERYTHING)
    assert (whole.differing, whole.headline(translator("ru")).startswith("Аккаунт совпадает")) == ((), True)
    held = account.sandbox.account
    pipeline = held.pipelines[1]
    gone, *own = pipeline.own
    renamed = replace(own[0], hints=())
    changed = replace(pipeline, own=(renamed, *own[1:]), won=replace(pipeline.won, name="Ура"))
    account.sandbox.account = replace(held.with_pipeline(changed), reasons=held.reasons[1:])
    found = verify(PROJECT, account.read(PROJECT), EVERYTHING)
    assert [(change.kind, change.name) for change in found.differing] == [
        ("stage", f"{pipeline.name} / {gone.name}"),
        ("stage", f"{pipeline.name} / {renamed.name}"),
        ("end", f"{pipeline.name} / {pipeline.won.name}"),
        ("reason", held.reasons[0].name),
    ]
    assert found.headline(translator("ru")) == (
        f"{whole.total - 4} из {whole.total} внесено. Не хватает или отличается:"
    )
