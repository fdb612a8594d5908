"""The stages of a funnel then and now, side by side, with what changed in each and what no longer stands against it."""

from __future__ import annotations

from collections.abc import Iterator

from exports.papers.document import Row, Words, bold, cell, mute, plain, row
from exports.papers.matter import Matter
from wizard.lint import paths
from wizard.lint.rule import Finding
from wizard.lint.wording import title
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project


def stage_rows(
    matter: Matter, before: Project, was: Pipeline, *, now: Pipeline, gone: tuple[Finding, ...]
) -> tuple[Row, ...]:
    """In the order of now; what is no more stands where it stood."""
    tr = matter.tr
    then = {stage.id: stage for stage in was.stages}
    rows = []
    for stage in _ordered(was, now):
        old, new = then.get(stage.id), next((each for each in now.stages if each.id == stage.id), None)
        changed = tuple(_changes(matter, before, old, new=new, pipeline=now, was=was))
        better = [mute(tr("paper.compared.cured", title=title(f, tr))) for f in _about(gone, now, stage)]
        said = (*changed, *dict.fromkeys(better)) if changed or better else (mute(tr("paper.compared.same")),)
        look = bold if changed or better else plain
        rows.append(row(*(look(matter.stage(each)) if each else mute("\u2014") for each in (old, new)), cell(*said)))
    return tuple(rows)


def _ordered(was: Pipeline, now: Pipeline) -> list[Stage]:
    """The stages of now, with those that are gone put after the one they followed."""
    order = list(now.stages)
    kept = {stage.id for stage in now.stages}
    for place, stage in enumerate(was.stages):
        if stage.id in kept:
            continue
        earlier = [each.id for each in was.stages[:place]]
        after = [n for n, each in enumerate(order) if each.id in earlier]
        order.insert(after[-1] + 1 if after else 0, stage)
    return order


def _about(gone: tuple[Finding, ...], pipeline: Pipeline, stage: Stage) -> Iterator[Finding]:
    for finding in gone:
        if (paths.pipeline_of(finding.path), paths.stage_of(finding.path)) == (pipeline.id, stage.id):
            yield finding


def _changes(
    matter: Matter, before: Project, old: Stage | None, *, new: Stage | None, pipeline: Pipeline, was: Pipeline
) -> Iterator[Words]:
    tr = matter.tr
    if new is None:
        yield plain(tr("paper.compared.stage_gone"))
        return
    proof = pipeline.proof_after(new.id)
    if old is None:
        yield plain(tr("paper.compared.stage_new"))
        if proof:
            yield plain(tr("paper.compared.fact", text=proof))
        return
    if old.name != new.name:
        yield plain(tr("paper.compared.stage_renamed"))
    former = was.proof_after(old.id)
    if proof and proof != former:
        yield plain(tr("paper.compared.fact_other" if former else "paper.compared.fact", text=proof))
    if new.step and new.step != old.step:
        yield plain(tr("paper.compared.step", text=new.step))
    if new.term and new.term != old.term:
        yield (*plain(tr("paper.compared.term")), *matter.term(pipeline, new))
    if (pipeline.key_stage == new.id) and was.key_stage != new.id:
        yield plain(tr("paper.compared.key"))
    had = {field.id for field in before.fields if field.id in old.fields}
    added = [matter.project.field(field).name for field in new.fields if field not in had]
    if added:
        yield plain(tr("paper.compared.fields", names=", ".join(added)))
