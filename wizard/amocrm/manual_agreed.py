"""What amoCRM does not hold, so the team has to agree on it."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm import desired
from wizard.amocrm.lines import Line, quoted
from wizard.amocrm.places import place
from wizard.i18n.translator import Translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import Route, Target

# The dictionary's field for the words behind a refusal; projects without it write a note instead.
LOSS_COMMENT = "loss_comment"


def agreement_lines(project: Project, pipelines: tuple[Pipeline, ...], tr: Translator) -> Iterator[Line]:
    """The agreements these pipelines need, and what the archive is for."""
    team = place("where.team", tr)
    archived = any(route.target is Target.ARCHIVE for p in pipelines for route in p.routes())
    lost = [p.route_of(use) for p in pipelines for use in p.losses]
    later = desired.returns_later(pipelines)
    said = [
        (tr("manual.agree.order"), True),
        (_comment(project, pipelines, tr), bool(desired.reasons_with_comment(project, pipelines))),
        (tr("manual.agree.automatic"), True),
        (tr("manual.agree.one_deal"), True),
        (tr("manual.agree.comes_back"), any(route and route.to for route in lost)),
        (tr("manual.agree.return_date"), later),
        (tr("manual.agree.mondays"), later),
        (tr("manual.agree.archive"), archived),
    ]
    yield from (Line("agreement", team, text) for text, holds in said if holds)
    for pipeline in pipelines:
        for why, names in _archived(project, pipeline).items():
            text = tr("manual.archive", pipeline=pipeline.name, reasons=quoted(names, tr), why=why)
            yield Line("archive", team, text, pipeline=pipeline.name)


def _comment(project: Project, pipelines: tuple[Pipeline, ...], tr: Translator) -> str:
    """A field is demanded of every refusal or of none, so a comment to some of them is agreed on."""
    names = dict.fromkeys(reason.name for reason in desired.reasons_with_comment(project, pipelines))
    field = next((field.name for field in project.fields if field.id == LOSS_COMMENT), "")
    key = "manual.agree.comment_in_field" if field else "manual.agree.comment_in_note"
    return tr(key, field=field, reasons=quoted(names, tr))


def _archived(project: Project, pipeline: Pipeline) -> dict[str, list[str]]:
    """The reasons that lead from a pipeline to the archive, by why they do."""
    found: dict[str, list[str]] = {}
    for use in pipeline.losses:
        if why := _why(pipeline.route_of(use)):
            found.setdefault(why, []).append(project.reason(use.reason).name)
    return found


def _why(route: Route | None) -> str:
    # The archive that stands in for a funnel the project has not got yet says only which one it is.
    if route is None or route.target is not Target.ARCHIVE or route.wanted:
        return ""
    return route.why.rstrip(" .")
