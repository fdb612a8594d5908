"""The map of routes in words: a sentence for every arrow and for every pipeline's ends."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.charts.arrows import Arrow, Leg, arrows, ends
from wizard.charts.circles import circles
from wizard.i18n.terms import opens_in_words
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import Route, Target

# Whole keys, so that a search for a key finds its use.
_END = {
    Target.ARCHIVE: "chart.map.archive",
    Target.HEAD: "chart.map.head",
    Target.STOP_LIST: "chart.map.stop_list",
    Target.RESERVE: "chart.map.reserve",
    Target.END: "chart.map.end",
    None: "chart.map.undecided",
}


def routes_in_words(project: Project, *, language: str) -> tuple[str, ...]:
    """What leads in a circle; then a sentence an arrow and where other clients stop, pipeline by pipeline."""
    say = translator(language)
    leaving = arrows(project)
    found = list(_circles(project, leaving, say))
    for pipeline in project.pipelines:
        found += [arrow_in_words(project, arrow, say) for arrow in leaving if arrow.source == pipeline.id]
        if texts := end_texts(pipeline, say):
            found.append(say("chart.route.ends", source=pipeline_name(pipeline, say), ends=", ".join(texts)))
    return tuple(found)


def _circles(project: Project, leaving: tuple[Arrow, ...], say: Translator) -> Iterator[str]:
    keys = circles(project)
    for arrow in leaving:
        if arrow.key in keys:
            source, target = (pipeline_name(project.pipeline(end), say) for end in (arrow.source, arrow.target))
            yield say("chart.route.circle", source=source, target=target)


def arrow_in_words(project: Project, arrow: Arrow, say: Translator) -> str:
    source, target = (pipeline_name(project.pipeline(end), say) for end in (arrow.source, arrow.target))
    if arrow.won:
        leg = arrow.legs[0]
        place, when = _place(project, arrow, leg, say), opens_in_words(leg.opens, project, tr=say)
        return say("chart.route.won", source=source, target=target, place=place, when=when)
    groups = [_entering(project, arrow, stage, say) for stage in dict.fromkeys(leg.stage for leg in arrow.legs)]
    return say("chart.route.lost", source=source, target=target, places="; ".join(groups))


def end_texts(pipeline: Pipeline, say: Translator, *, why: bool = True) -> list[str]:
    """Where clients stop: so many reasons to the archive, one to the stop-list, the end after success, and why."""
    stop = ends(pipeline)
    found = [
        say(
            "chart.map.count",
            name=say(_END[target]),
            n=say.plural("chart.map.reasons", count) if place == 0 else say.number(count),
        )
        for place, (target, count) in enumerate(stop.losses)
    ]
    if not stop.won_leads_on:
        found.append(say("chart.map.won-end", name=_won_end(stop.won, say, why=why)))
    return found


def _won_end(route: Route | None, say: Translator, *, why: bool) -> str:
    if route is None:
        return say("chart.map.undecided")
    name = say(_END[route.target])
    return say("chart.map.labelled", name=name, why=route.why) if why and route.why else name


def pipeline_name(pipeline: Pipeline, say: Translator) -> str:
    return pipeline.name or say("chart.unnamed")


def _entering(project: Project, arrow: Arrow, stage: str | None, say: Translator) -> str:
    """The legs of an arrow that enter at one stage, by the time they take."""
    legs = [leg for leg in arrow.legs if leg.stage == stage]
    whens = (_when_for(project, leg, say) for leg in legs)
    return say("chart.route.entering", place=_place(project, arrow, legs[0], say), whens=", ".join(whens))


def _when_for(project: Project, leg: Leg, say: Translator) -> str:
    when = opens_in_words(leg.opens, project, tr=say)
    if not leg.reasons:
        return when
    names = (say("chart.quoted", name=project.reason(reason).name) for reason in leg.reasons)
    return say("chart.route.when-for", when=when, reasons=", ".join(names))


def _place(project: Project, arrow: Arrow, leg: Leg, say: Translator) -> str:
    if leg.stage is None:
        return say("chart.route.no-stage")
    return say("chart.route.stage", stage=project.pipeline(arrow.target).stage(leg.stage).name or say("chart.unnamed"))
