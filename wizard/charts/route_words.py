"""The map of routes in words: a sentence for every arrow and for every pipeline's ends."""

from __future__ import annotations

from wizard.charts.arrows import Arrow, Leg, arrows, ends
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import Route
from wizard.model.terms import DateRule


def routes_in_words(project: Project, *, language: str) -> tuple[str, ...]:
    """A sentence an arrow, then where the pipeline's other clients stop, pipeline by pipeline."""
    say = translator(language)
    leaving = arrows(project)
    found: list[str] = []
    for pipeline in project.pipelines:
        found += [arrow_in_words(project, arrow, say) for arrow in leaving if arrow.source == pipeline.id]
        if texts := end_texts(pipeline, say):
            found.append(say("chart.route.ends", source=pipeline_name(pipeline, say), ends=", ".join(texts)))
    return tuple(found)


def arrow_in_words(project: Project, arrow: Arrow, say: Translator) -> str:
    source, target = (pipeline_name(project.pipeline(end), say) for end in (arrow.source, arrow.target))
    legs = [_leg(project, arrow, leg, say) for leg in arrow.legs]
    if arrow.won:
        return say("chart.route.won", source=source, target=target, leg=legs[0])
    return say("chart.route.lost", source=source, target=target, legs="; ".join(legs))


def end_texts(pipeline: Pipeline, say: Translator) -> list[str]:
    """«архив: 5 причин», «стоп-лист: 1 причина», «успех: конец (партнёр активен)»."""
    stop = ends(pipeline)
    found = [
        say(
            "chart.map.count",
            name=say(f"chart.map.{target or 'undecided'}"),
            n=say.plural("chart.map.reasons", count) if place == 0 else say.number(count),
        )
        for place, (target, count) in enumerate(stop.losses)
    ]
    if not stop.won_leads_on:
        found.append(say("chart.map.won-end", name=_won_end(stop.won, say)))
    return found


def _won_end(route: Route | None, say: Translator) -> str:
    if route is None:
        return say("chart.map.undecided")
    name = say(f"chart.map.{route.target}")
    return say("chart.map.labelled", name=name, why=route.why) if route.why else name


def pipeline_name(pipeline: Pipeline, say: Translator) -> str:
    return pipeline.name or say("chart.unnamed")


def _leg(project: Project, arrow: Arrow, leg: Leg, say: Translator) -> str:
    when = _when(project, leg.opens, say)
    if leg.stage is None:
        text = say("chart.route.leg-open", when=when)
    else:
        stage = project.pipeline(arrow.target).stage(leg.stage)
        text = say("chart.route.leg", stage=stage.name or say("chart.unnamed"), when=when)
    if not leg.reasons:
        return text
    names = (say("chart.quoted", name=project.reason(reason).name) for reason in leg.reasons)
    return say("chart.route.leg-reasons", leg=text, reasons=", ".join(names))


def _when(project: Project, opens: DateRule, say: Translator) -> str:
    if opens.at_once:
        return say("chart.route.at-once")
    if opens.field is None:
        return say.plural("chart.route.days", opens.days)
    name = project.field(opens.field).name
    if not opens.shift:
        return say("chart.route.on-date", field=name)
    key = "chart.route.before" if opens.shift < 0 else "chart.route.after"
    return say.plural(key, abs(opens.shift), field=name)
