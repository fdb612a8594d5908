"""An earlier state of a project beside the present one: what was, what is, what changed and why it is better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exports.papers.document import (
    Block,
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Table,
    Tone,
    Words,
    bold,
    plain,
)
from exports.papers.matter import Matter
from exports.papers.stage_changes import stage_rows
from wizard.lint import paths, runner
from wizard.lint.rule import Finding
from wizard.lint.wording import message, title
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project

# Rules that are named one by one.
MOST = 8


def compared(matter: Matter, before: Project, *, since: str = "") -> Document:
    """What the present project has become since then; `since` says what the earlier state is."""
    tr = matter.tr
    gone = vanished(before, matter.project)
    blocks: list[Block] = [Bullets(tuple(_numbers(matter, before)))]
    if gone:
        blocks += [Heading(tr("paper.compared.gone")), Bullets(tuple(_told(matter, gone)))]
    same = [pipeline for pipeline in matter.pipelines if _is_same(before, pipeline, gone)]
    for pipeline in (each for each in matter.pipelines if each not in same):
        blocks += _pipeline(matter, before, pipeline, gone=gone)
    if same:
        names = ", ".join(tr("manual.quoted", name=matter.name(pipeline)) for pipeline in same)
        blocks.append(Paragraph(plain(tr("paper.compared.untouched", names=names)), Tone.NOTE))
    blocks += _rest(matter, before)
    lead = plain(tr("paper.compared.since", since=since)) if since else ()
    return Document(id="before_after", title=tr("paper.before_after.title"), lead=lead, blocks=tuple(blocks))


def vanished(before: Project, after: Project) -> tuple[Finding, ...]:
    """Findings of then that are no findings any more, the gravest first."""
    now = {(finding.rule, finding.path) for finding in runner.run(after).findings}
    return tuple(f for f in runner.run(before).open if (f.rule, f.path) not in now)


def _numbers(matter: Matter, before: Project) -> Iterator[Words]:
    tr, after = matter.tr, matter.project
    known, found = (len(runner.run(project).open) for project in (before, after))
    yield plain(tr("paper.compared.findings", before=known, after=found))
    (had, all_then), (have, all_now) = (_facts(project.pipelines) for project in (before, after))
    yield plain(tr("paper.compared.facts", before=had, all_then=all_then, after=have, all_now=all_now))
    ways, roads = (_ways(project.pipelines) for project in (before, after))
    yield plain(tr("paper.compared.ways", before=ways, after=roads))


def _facts(pipelines: Iterable[Pipeline]) -> tuple[int, int]:
    """Stages with a fact, of how many."""
    proofs = [bool(pipeline.proof_after(stage.id)) for pipeline in pipelines for stage in pipeline.stages]
    return sum(proofs), len(proofs)


def _ways(pipelines: Iterable[Pipeline]) -> int:
    """Reasons of refusal whose way on is decided."""
    return len({use.reason for pipeline in pipelines for use in pipeline.losses if pipeline.route_of(use)})


def _told(matter: Matter, gone: tuple[Finding, ...]) -> Iterator[Words]:
    """Each rule once, with what it said of the first place."""
    rules: dict[str, list[Finding]] = {}
    for finding in gone:
        rules.setdefault(finding.rule, []).append(finding)
    for found in list(rules.values())[:MOST]:
        more = len(found) - 1
        rest = f" {matter.tr.plural('paper.compared.places', more)}" if more else ""
        yield (*bold(title(found[0], matter.tr)), *plain(f". {message(found[0], matter.tr)}{rest}"))
    if len(rules) > MOST:
        yield plain(matter.tr.plural("paper.compared.more", len(rules) - MOST))


def _pipeline(matter: Matter, before: Project, pipeline: Pipeline, *, gone: tuple[Finding, ...]) -> Iterator[Block]:
    tr, name = matter.tr, matter.name(pipeline)
    was = next((each for each in before.pipelines if each.id == pipeline.id), None)
    yield Heading(name)
    if was is None:
        yield Paragraph(
            plain(tr("paper.compared.new", goal=pipeline.goal) if pipeline.goal else tr("paper.compared.new_one"))
        )
        return
    if was.name != pipeline.name and was.name:
        yield Paragraph(plain(tr("paper.compared.renamed", name=was.name)), Tone.NOTE)
    columns = (
        Column(tr("paper.col.before"), 1.2),
        Column(tr("paper.col.after"), 1.2),
        Column(tr("paper.col.what_changed"), 2),
    )
    yield Table(columns, stage_rows(matter, before, was, now=pipeline, gone=gone), name=name)


def _is_same(before: Project, pipeline: Pipeline, gone: tuple[Finding, ...]) -> bool:
    """Whether neither the stages of a funnel nor what is found about them have changed."""
    was = next((each for each in before.pipelines if each.id == pipeline.id), None)
    if was is None or any(paths.pipeline_of(finding.path) == pipeline.id for finding in gone):
        return False
    return _told_by(was) == _told_by(pipeline)


def _told_by(pipeline: Pipeline) -> tuple[object, ...]:
    """What the table of a funnel tells."""
    stages = ((s.id, s.name, pipeline.proof_after(s.id), s.step, s.term, s.fields) for s in pipeline.stages)
    return (pipeline.name, pipeline.key_stage, *stages)


def _rest(matter: Matter, before: Project) -> Iterator[Block]:
    """Fields and reasons, and funnels that are no more."""
    tr, after = matter.tr, matter.project
    pairs = (
        ("paper.compared.funnels_gone", _names(before.pipelines, after.pipelines)),
        ("paper.compared.fields_new", _names(after.fields, before.fields)),
        ("paper.compared.fields_gone", _names(before.fields, after.fields)),
        ("paper.compared.reasons_new", _names(after.loss_reasons, before.loss_reasons)),
        ("paper.compared.reasons_gone", _names(before.loss_reasons, after.loss_reasons)),
        ("paper.compared.ways_new", _new_ways(before, after)),
    )
    said = tuple((tr(key), plain(", ".join(names))) for key, names in pairs if names)
    if said:
        yield Heading(tr("paper.compared.rest"))
        yield Facts(said)


def _names(these: Iterable[Pipeline | object], others: Iterable[Pipeline | object]) -> list[str]:
    """Names of what is here and not there."""
    known = {getattr(each, "id", "") for each in others}
    return [getattr(each, "name", "") for each in these if getattr(each, "id", "") not in known]


def _new_ways(before: Project, after: Project) -> list[str]:
    """Reasons that were there, in a funnel that was there, and have found their way since."""
    had, has = _uses(before), _uses(after)
    found = {use[1] for use, way in has.items() if way and had.get(use) is False}
    return [reason.name for reason in after.loss_reasons if reason.id in found]


def _uses(project: Project) -> dict[tuple[str, str], bool]:
    """Whether the way on is decided, by funnel and reason."""
    return {(p.id, use.reason): p.route_of(use) is not None for p in project.pipelines for use in p.losses}
