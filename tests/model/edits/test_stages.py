"""Edits of stages, and what each takes along."""

from __future__ import annotations

import pytest

from tests.small import ASKED, INTO_SALE, MET, NEW, OFFERED, PROJECT, SALE, WARMING
from wizard.model.edits import stages
from wizard.model.edits.stages import StageRef
from wizard.model.pipeline import Basis, Conversion, Stage
from wizard.model.project import Project

IN_SALE = StageRef("sale", "met")


def _order(project: Project) -> list[str]:
    return [stage.id for stage in project.pipeline("sale").stages]


def test_a_renamed_stage_keeps_everything_that_refers_to_it() -> None:
    renamed = SALE.changed(stages=(NEW, MET.changed(name="Замер проведён"), OFFERED))
    assert stages.change_stage(PROJECT, IN_SALE, name="Замер проведён") == PROJECT.changed(pipelines=(renamed, WARMING))


def test_what_moves_a_card_on_is_the_proof_of_the_next_stage() -> None:
    after = stages.set_proof_after(PROJECT, StageRef("sale", "new"), proof="Фото")
    assert after == PROJECT.with_pipeline(SALE.with_stage(MET.changed(proof="Фото")))
    assert after.pipeline("sale").proof_after("new") == "Фото"


def test_what_moves_a_card_on_from_the_last_stage_is_the_proof_of_won() -> None:
    after = stages.set_proof_after(PROJECT, StageRef("sale", "offered"), proof="Чек")
    assert after == PROJECT.with_pipeline(SALE.changed(won=SALE.won.changed(proof="Чек")))


def test_a_stage_is_added_at_the_end() -> None:
    after = stages.add_stage(PROJECT, "sale", name="Договор подписан")
    new = Stage(id="dogovor_podpisan", name="Договор подписан")
    assert after == PROJECT.with_pipeline(SALE.changed(stages=(NEW, MET, OFFERED, new)))


def test_a_stage_is_added_after_another_one_under_an_id_not_used_yet() -> None:
    after = stages.add_stage(PROJECT, "sale", name="Met", after="new")
    assert after == PROJECT.with_pipeline(SALE.changed(stages=(NEW, Stage(id="met_2", name="Met"), MET, OFFERED)))


@pytest.mark.parametrize(
    ("by", "order"),
    [
        (-1, ["met", "new", "offered"]),
        (1, ["new", "offered", "met"]),
        (-9, ["met", "new", "offered"]),
        (9, ["new", "offered", "met"]),
        (0, ["new", "met", "offered"]),
    ],
)
def test_a_stage_moves_as_far_as_it_goes(by: int, order: list[str]) -> None:
    assert _order(stages.move_stage(PROJECT, IN_SALE, by=by)) == order


def test_a_moved_stage_takes_its_proof_along_and_the_entry_stays() -> None:
    moved = stages.move_stage(PROJECT, IN_SALE, by=-1).pipeline("sale")
    assert moved == SALE.changed(stages=(MET, NEW, OFFERED))
    assert moved.proof_of("met") == "Новая заявка"


def test_stages_are_put_in_a_given_order() -> None:
    after = stages.reorder_stages(PROJECT, "sale", order=("offered", "new", "met"))
    assert after == PROJECT.with_pipeline(SALE.changed(stages=(OFFERED, NEW, MET)))


@pytest.mark.parametrize("order", [(), ("new", "met"), ("new", "met", "met"), ("new", "met", "offered", "paid")])
def test_an_order_of_other_stages_changes_nothing(order: tuple[str, ...]) -> None:
    assert stages.reorder_stages(PROJECT, "sale", order=order) == PROJECT


def test_a_deleted_stage_leaves_its_place_to_the_one_before() -> None:
    after = stages.delete_stage(PROJECT, IN_SALE)
    heir = NEW.changed(conversion=Conversion(share=0.2, low=0.05, high=1), fields=("task", "when"))
    shorter = SALE.changed(stages=(heir, OFFERED), key_stage=None, questions=(ASKED.changed(asked_at="new"),))
    to_heir = INTO_SALE.changed(to=INTO_SALE.to and INTO_SALE.to.changed(stage="new"))
    assert after == PROJECT.changed(pipelines=(shorter, WARMING.changed(won_route=to_heir)))


def test_what_the_first_stage_held_moves_to_the_first_one_left() -> None:
    project = stages.set_key_stage(PROJECT, "sale", stage="new")
    project = stages.delete_stage(stages.delete_stage(project, IN_SALE), StageRef("sale", "new"))
    sale = project.pipeline("sale")
    assert (sale.stages, sale.key_stage, sale.questions) == ((OFFERED,), None, (ASKED.changed(asked_at="offered"),))
    won_route = project.pipeline("warming").won_route
    assert won_route
    assert won_route.to
    assert won_route.to.stage == "offered"


def test_with_no_stage_left_questions_and_routes_have_none() -> None:
    project = PROJECT
    for stage in ("new", "met", "offered"):
        project = stages.delete_stage(project, StageRef("sale", stage))
    into_nothing = INTO_SALE.changed(to=INTO_SALE.to and INTO_SALE.to.changed(stage=None))
    empty = SALE.changed(stages=(), key_stage=None, questions=(ASKED.changed(asked_at=None),))
    assert project == PROJECT.changed(pipelines=(empty, WARMING.changed(won_route=into_nothing)))


def test_the_stage_that_stays_the_key_stage_is_left_marked() -> None:
    assert stages.delete_stage(PROJECT, StageRef("sale", "offered")).pipeline("sale").key_stage == "met"


def test_the_key_stage_is_one_or_none() -> None:
    other = stages.set_key_stage(PROJECT, "sale", stage="offered")
    assert other == PROJECT.with_pipeline(SALE.changed(key_stage="offered"))
    assert stages.set_key_stage(other, "sale", stage=None) == PROJECT.with_pipeline(SALE.changed(key_stage=None))


def test_an_unknown_conversion_makes_the_product_unknown() -> None:
    known = Conversion(share=0.5, low=0.4, high=0.6)
    assert (stages.folded(known, None), stages.folded(None, known)) == (None, None)


def test_facts_multiply_to_a_fact_and_anything_else_to_an_assumption() -> None:
    fact = Conversion(share=0.5, low=0.5, high=0.5, basis=Basis.FACT)
    assert stages.folded(fact, fact) == Conversion(share=0.25, low=0.25, high=0.25, basis=Basis.FACT)
    assert stages.folded(fact, fact.changed(basis=Basis.SCALED)) == Conversion(share=0.25, low=0.25, high=0.25)


def test_a_product_of_tiny_conversions_does_not_round_to_nothing() -> None:
    tiny = Conversion(share=1e-300, low=1e-300, high=1)
    assert stages.folded(tiny, tiny) == Conversion(share=1e-12, low=1e-12, high=1)
