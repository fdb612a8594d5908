"""Cures of loss reasons: one that says too little becomes one of the dictionary, one that says too much several."""

from __future__ import annotations

import re
from functools import cache, partial

from wizard.catalog import parts, reader
from wizard.catalog.routes import route_of
from wizard.catalog.start import wording_of
from wizard.catalog.templates import RouteTemplate
from wizard.lint.kinds import is_warming
from wizard.lint.reading.letters import plain
from wizard.lint.reasons import ALTERNATIVES, fault, kind_of_cause
from wizard.lint.rule import Fix
from wizard.model.edits.fields import add_field
from wizard.model.edits.losses import change_reason, merge_reasons, set_route
from wizard.model.edits.splitting import split_reason
from wizard.model.losses import LossGroup, LossReason, LossUse
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import ARCHIVE, Route, Target

# Kinds of causes, as the lexicon calls them, that have a group of their own.
_GROUPS = {**{group.value: group for group in LossGroup}, "target": LossGroup.NON_TARGET}


def replaced(project: Project, reason: LossReason, *, by: tuple[str, ...]) -> tuple[Fix, ...]:
    """Let reasons of the dictionary take its place, in the words of the trade; which one is true the owner knows."""
    if reason.field is not None:
        return ()
    known = [_of_dictionary(project, each) for each in by]
    edits = ((new, partial(_replaced, reason_id=reason.id, by=new.id)) for new in known if fault(new.name) is None)
    return tuple(
        Fix(edit, (("name", reason.name), ("becomes", new.name)), variant="dated" if _dated(new.id) else "fix")
        for new, edit in edits
    )


def taken_apart(reason: LossReason) -> Fix | None:
    """A reason for each of the causes it joins, with the group its words tell."""
    names = _halves(reason.name)
    if len(names) < 2:
        return None
    named = tuple((name, _GROUPS.get(kind_of_cause(name) or "")) for name in names)
    args = (("name", reason.name), ("names", ", ".join(names)))
    return Fix(partial(split_reason, reason_id=reason.id, names=named), args)


def _halves(name: str) -> tuple[str, ...]:
    """The causes a name joins, as written; words that mean one kind of cause stay together."""
    pieces = _joints().split(name.strip())
    texts, joints = pieces[::2], pieces[1::2]
    found: list[tuple[str, str | None]] = [(texts[0], kind_of_cause(texts[0]))]
    for joint, text in zip(joints, texts[1:], strict=True):
        before, kind = found[-1]
        own = kind_of_cause(text)
        if kind is None or own in (None, kind):
            found[-1] = (f"{before}{joint}{text}", kind or own)
        else:
            found.append((text, own))
    names = (text.strip(" ,;/|+") for text, _ in found)
    return tuple(dict.fromkeys(name[:1].upper() + name[1:] for name in names if name))


@cache
def _joints() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(ALTERNATIVES)))
    return re.compile(rf"(\s*[,;/|+]+\s*|\s+(?:{words})\s+)", re.IGNORECASE)


def _of_dictionary(project: Project, reason_id: str) -> LossReason:
    """The reason as the project has it, else as the dictionary has it in the words of the trade."""
    own = next((r for r in project.loss_reasons if r.id == reason_id), None)
    return own or parts.reason(reason_id, wording_of(project))


def _dated(reason_id: str) -> bool:
    usual = _usual(reason_id)
    return usual is not None and usual.opens.field is not None


def _usual(reason_id: str) -> RouteTemplate | None:
    """Where clients of a first sale go for a reason of the dictionary."""
    return next(known.route for known in reader.reasons() if known.id == reason_id)


def _replaced(project: Project, *, reason_id: str, by: str) -> Project:
    """The reason under the other one's name; its uses lead where they led, on the date the other one asks for."""
    new = _of_dictionary(project, by)
    same = next((r for r in project.loss_reasons if r.id != reason_id and plain(r.name) == plain(new.name)), None)
    if same is None:
        values = {"name": new.name, "group": new.group, "comment_required": new.comment_required}
        project = change_reason(project, reason_id, **values)
    for pipeline in project.pipelines:
        for use in (use for use in pipeline.losses if use.reason == reason_id):
            project = _routed(project, pipeline, use, by)
    return merge_reasons(project, reason_id, into=same.id) if same else project


def _routed(project: Project, pipeline: Pipeline, use: LossUse, by: str) -> Project:
    route = _route(project, pipeline, use, by)
    if route == use.route:
        return project
    for field in route.date_fields if route else ():
        project = add_field(project, parts.field(field, wording=wording_of(project), questions=()))
    return set_route(project, pipeline.id, reason=use.reason, route=route)


def _route(project: Project, pipeline: Pipeline, use: LossUse, by: str) -> Route | None:
    """Where it led, on the date; where it led nowhere, the dictionary's way, but never into warming again."""
    usual, now = _usual(by), pipeline.route_of(use)
    if usual is None or is_warming(pipeline):
        return use.route
    if now is None or now == ARCHIVE:
        new = route_of(usual, project=project, wording=wording_of(project))
        return use.route if new.leads_to(pipeline.id) else new
    return now.changed(opens=usual.opens) if now.target is Target.PIPELINE and usual.opens.field else use.route
