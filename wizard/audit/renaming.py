"""The first cure: the stages stay, with the names the findings propose."""

from __future__ import annotations

from wizard.lint import paths, runner
from wizard.lint.rule import Finding
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

# A name may free another one; after a few rounds nothing more does.
_ROUNDS = 4


def renamed(project: Project) -> Project:
    """Every stage whose finding has a better name bears it; none is taken away, moved or added."""
    for pipeline in project.pipelines:
        project = project.with_pipeline(_renamed(project, pipeline.id))
    return project


def _renamed(project: Project, pipeline_id: str) -> Pipeline:
    """The funnel with better names; it is looked at alone, since names do not depend on other funnels."""
    alone = project.changed(
        pipelines=(project.pipeline(pipeline_id),), main_pipeline=None, bindings=(), moves=(), kept=(), rehearsal=()
    )
    for _ in range(_ROUNDS):
        before = alone
        for finding in _in_order(alone):
            alone = _with_better_name(alone, finding)
        if alone == before:
            break
    return alone.pipeline(pipeline_id)


def _in_order(project: Project) -> list[Finding]:
    """Findings about stages in the order of the stages: what comes first has the first choice of a name."""
    (pipeline,) = project.pipelines
    places = {stage.id: place for place, stage in enumerate(pipeline.stages)}
    found = [f for f in runner.run(project).findings if f.path.endswith("/name") and paths.stage_of(f.path) in places]
    return sorted(found, key=lambda f: places[paths.stage_of(f.path) or ""])


def _with_better_name(project: Project, finding: Finding) -> Project:
    """The project after the finding's cure if that gives one stage a name no other has, and changes nothing else."""
    stage = paths.stage_of(finding.path)
    if finding.fix is None or stage is None:
        return project
    (old,) = project.pipelines
    new, *added = finding.fix.edit(project).pipelines
    if added or [s.id for s in new.stages] != [s.id for s in old.stages]:
        return project
    name = new.stage(stage).name
    taken = {s.name.casefold() for s in old.stages if s.id != stage} | {old.won.name.casefold()}
    same_otherwise = new == old.with_stage(old.stage(stage).changed(name=name))
    return project.with_pipeline(new) if same_otherwise and name.casefold() not in taken else project
