"""A project as a model for another client leaves behind whatever was the former client's."""

from __future__ import annotations

from tests.ui import projects
from wizard.lint import runner
from wizard.model.edits.anew import as_model
from wizard.model.pipeline import Basis
from wizard.model.project import Binding, KeptFinding, Project
from wizard.model.workshop import Note, Workshop

FORMER = "Мебель и точка"


def former() -> Project:
    typical = projects.typical()
    typical = typical.changed(company=typical.company.changed(name=FORMER))
    sale = typical.pipeline("first_sale")
    stages = tuple(
        stage.changed(
            step=f"Позвонить из «{FORMER}»", conversion=stage.conversion and stage.conversion.changed(basis=Basis.FACT)
        )
        for stage in sale.stages
    )
    told = sale.changed(stages=stages, entries=120, wins=9, average_check=80_000, goal=f"Оплата в {FORMER}")
    return typical.with_pipeline(told).changed(
        workshop=Workshop(notes=(Note(id="a", text=f"Спросить {FORMER}"),)),
        bindings=(Binding(account="mebel", local="first_sale", remote="1"),),
        kept=(
            KeptFinding(
                rule="no-fact", path="pipelines/first_sale", reason="our_way", note="Так хочет Иван", fingerprint="x"
            ),
        ),
        revenue_goal=1_000_000,
        ready=("goals",),
        started=("goals",),
    )


def test_nothing_of_the_former_client_is_left() -> None:
    model = as_model(former(), company="Дом и сад")
    written = model.model_dump_json(exclude_defaults=True)
    assert not [each for each in (FORMER, "Иван", "mebel", "120.0", "80000") if each in written]
    assert model.company == former().company.changed(name="Дом и сад")
    sale = model.pipeline("first_sale")
    assert (sale.goal, sale.entries, sale.wins, sale.average_check) == ("Оплата в Дом и сад", None, None, None)
    assert {stage.step for stage in sale.stages} == {"Позвонить из «Дом и сад»"}
    assert Basis.FACT not in {stage.conversion.basis for stage in sale.stages if stage.conversion}
    assert [(kept.rule, kept.reason, kept.note) for kept in model.kept] == [("no-fact", "our_way", "")]
    assert (model.workshop, model.bindings, model.ready, model.revenue_goal) == (Workshop(), (), (), None)


def test_the_funnels_stay_as_they_are() -> None:
    typical = projects.typical()
    model = as_model(typical)
    assert [[stage.id for stage in p.stages] for p in model.pipelines] == [
        [s.id for s in p.stages] for p in typical.pipelines
    ]
    assert (model.fields, model.loss_reasons) == (typical.fields, typical.loss_reasons)
    assert len(runner.run(model).open) <= len(runner.run(typical).open)


def test_a_part_of_a_word_is_no_name() -> None:
    typical = projects.typical()
    project = typical.changed(company=typical.company.changed(name="Дом"))
    project = project.with_pipeline(project.pipelines[0].changed(goal="Домашний уют от Дом"))
    assert as_model(project, company="A (B) \\1").pipelines[0].goal == "Домашний уют от A (B) \\1"
