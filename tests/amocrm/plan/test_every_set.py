"""Every set of funnels of the templates goes into every kind of account, and a second plan writes nothing."""

from __future__ import annotations

import pytest

from tests.amocrm.practice import EVERYTHING, practice, writes_left
from tests.catalog.composed import SETS, composed
from wizard.amocrm.plan import Choices, PipelineChoice, Plan
from wizard.amocrm.sandbox import Brand, Contents, SystemStages, Variant
from wizard.model.project import Language, Project

ROOMY = (Contents.FRESH, Contents.DEALS, Contents.BUSY)


def _adopting(project: Project, remote: int) -> Choices:
    """The account's stock pipeline becomes the project's main one."""
    main = project.main_pipeline or project.pipelines[0].id
    return Choices(everything=True, pipelines=(PipelineChoice(pipeline=main, remote=remote),))


def _applied(project: Project, variant: Variant, *, adopt: bool) -> Plan:
    account = practice(variant)
    choices = _adopting(project, account.sandbox.account.pipelines[0].id) if adopt else EVERYTHING
    plan = account.plan(project, choices)
    deals = account.sandbox.account.leads
    report = account.apply(plan)
    assert (report.refused, report.missing) == ((), ())
    assert account.sandbox.account.leads == deals
    return account.plan(project)


@pytest.mark.parametrize("contents", ROOMY)
@pytest.mark.parametrize("adopt", [False, True])
@pytest.mark.parametrize("funnels", SETS)
def test_a_second_plan_has_nothing_to_write(funnels: str, adopt: bool, contents: Contents) -> None:
    # Each set meets accounts of every manner without being tried in all of them.
    system = tuple(SystemStages)[(ROOMY.index(contents) + tuple(SETS).index(funnels) + adopt) % len(SystemStages)]
    variant = Variant(contents=contents, system_stages=system)
    again = _applied(composed(funnels, "general", Language.RU), variant, adopt=adopt)
    assert writes_left(again) == []
    assert again.summary.unchanged > 0


@pytest.mark.parametrize("system", SystemStages)
@pytest.mark.parametrize("last", [False, True])
def test_neither_has_one_where_amocrm_s_own_stages_keep_their_names(system: SystemStages, last: bool) -> None:
    variant = Variant(system_stages=system, contents=Contents.BUSY, new_stages_last=last)
    again = _applied(composed("seven", "general", Language.RU), variant, adopt=True)
    ends = [change.name for change in again.changes if change.kind == "end" and change.action == "manual"]
    assert writes_left(again) == []
    assert bool(ends) == (system is not SystemStages.RENAMABLE)


def test_it_is_the_same_with_kommo_and_english_funnels() -> None:
    variant = Variant(brand=Brand.KOMMO, contents=Contents.BUSY)
    assert writes_left(_applied(composed("seven", "general", Language.EN), variant, adopt=True)) == []


def _full_but_one(funnels: str) -> None:
    """All but one pipeline take the place of others, and the last one goes into the last place there is."""
    project = composed(funnels, "general", Language.RU)
    account = practice(Variant(contents=Contents.NEARLY_FULL))
    problems = [problem.key for problem in account.plan(project).problems]
    assert problems == (["plan.problem.pipelines"] if len(project.pipelines) > 1 else [])
    remotes = [pipeline.id for pipeline in account.sandbox.account.pipelines if len(pipeline.own) < 90]
    chosen = zip(project.pipelines, remotes[: len(project.pipelines) - 1], strict=False)
    choices = Choices(everything=True, pipelines=tuple(PipelineChoice(pipeline=p.id, remote=r) for p, r in chosen))
    report = account.apply(account.plan(project, choices))
    assert (report.refused, report.missing) == ((), ())
    assert writes_left(account.plan(project)) == []


@pytest.mark.parametrize("funnels", ["seven", "for-silent"])
def test_into_a_nearly_full_account_goes_what_fits(funnels: str) -> None:
    _full_but_one(funnels)


@pytest.mark.long
@pytest.mark.parametrize("funnels", SETS)
def test_every_set_goes_into_a_nearly_full_account(funnels: str) -> None:
    _full_but_one(funnels)


def test_a_full_pipeline_is_not_filled_over_its_brim() -> None:
    project = composed("seven", "general", Language.RU)
    account = practice(Variant(contents=Contents.NEARLY_FULL))
    full = next(pipeline for pipeline in account.sandbox.account.pipelines if len(pipeline.own) == 96)
    own = tuple(stage.id for stage in full.own)
    choices = Choices(pipelines=(PipelineChoice(pipeline="first_sale", remote=full.id, stages=()),))
    plan = account.plan(project, choices)
    assert [problem.key for problem in plan.problems] == ["plan.problem.pipelines", "plan.problem.stages"]
    assert own == tuple(stage.id for stage in account.sandbox.account.pipelines[1].own)
