"""What the papers are about: the project, the pipelines that are exported, and how things are said in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from exports.checklist.sheet import Sheet
from exports.checklist.sheets import sheet_of
from exports.exporter import Options, chosen
from exports.papers import assumed
from exports.papers.document import Words, mark, plain
from wizard.i18n.terms import opens_in_words, term_in_words
from wizard.i18n.translator import Translator, translator
from wizard.model.losses import LossUse
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project
from wizard.model.routes import Route, Target

_ENDS = {
    Target.ARCHIVE: "paper.route.archive",
    Target.HEAD: "paper.route.head",
    Target.STOP_LIST: "paper.route.stop_list",
    Target.RESERVE: "paper.route.reserve",
    Target.END: "paper.route.end",
}


@dataclass(frozen=True)
class Matter:
    project: Project
    options: Options

    @cached_property
    def pipelines(self) -> tuple[Pipeline, ...]:
        return chosen(self.project, self.options)

    @cached_property
    def main(self) -> Pipeline | None:
        """The pipeline examples are taken from: that of new sales, or the first of those exported."""
        sale = self.project.main_sale()
        return sale if sale in self.pipelines else next(iter(self.pipelines), None)

    @cached_property
    def tr(self) -> Translator:
        return translator(self.project.company.language)

    @cached_property
    def sheet(self) -> Sheet:
        """What the checklist is made from; several papers show parts of it."""
        return sheet_of(self.project, self.pipelines)

    def name(self, pipeline: Pipeline) -> str:
        return pipeline.name or self.tr("board.unnamed")

    def stage(self, stage: Stage) -> str:
        return stage.name or self.tr("board.unnamed")

    def won(self, pipeline: Pipeline) -> str:
        return pipeline.won.name or self.tr("board.won")

    def lost(self, pipeline: Pipeline) -> str:
        return pipeline.lost_name or self.tr("board.lost")

    def starred(self, pipeline: Pipeline, stage: Stage) -> str:
        """A stage's name, the key one with a star."""
        return f"★ {self.stage(stage)}" if stage.id == pipeline.key_stage else self.stage(stage)

    def fields(self, stage: Stage) -> str:
        return ", ".join(self.project.field(field).name for field in stage.fields)

    def term(self, pipeline: Pipeline, stage: Stage) -> Words:
        """The limit of a stage, marked where it is the template's and not the user's."""
        if stage.term is None:
            return ()
        said = plain(term_in_words(stage.term, self.project, tr=self.tr))
        return self.assumption(said) if assumed.term(pipeline, stage) else said

    def assumption(self, said: Words) -> Words:
        """The words with the sign that the figure in them is nobody's own."""
        return (*said, *mark(f" {self.tr('paper.assumption')}"))

    def destination(self, route: Route | None) -> str:
        """Where a route leads and why it does, without the time."""
        if route is not None and route.why:
            return self.tr("paper.route.with_why", name=self.place(route), why=route.why.rstrip(" ."))
        return self.place(route)

    def place(self, route: Route | None) -> str:
        """The stage or the end a route leads to."""
        if route is None or route.to is None or route.to.stage is None:
            return self.aim(route)
        pipeline = self.project.pipeline(route.to.pipeline)
        stage = self.stage(pipeline.stage(route.to.stage))
        return self.tr("paper.route.stage", pipeline=self.name(pipeline), stage=stage)

    def aim(self, route: Route | None) -> str:
        """The funnel or the end a route leads to, no more."""
        if route is None:
            return self.tr("paper.route.undecided")
        if route.to is None:
            return self.tr(_ENDS[route.target])
        return self.tr("paper.route.pipeline", pipeline=self.name(self.project.pipeline(route.to.pipeline)))

    def when(self, route: Route | None) -> str:
        """When the client is met again; nothing where nobody meets them."""
        if route is None or (route.to is None and route.opens.at_once):
            return ""
        return opens_in_words(route.opens, self.project, tr=self.tr)

    def won_when(self, pipeline: Pipeline) -> Words:
        """When the next deal opens after won, marked where the days are the template's."""
        said = plain(self.when(pipeline.won_route))
        return self.assumption(said) if said and assumed.won_delay(pipeline) else said

    def lost_when(self, pipeline: Pipeline, uses: tuple[LossUse, ...]) -> Words:
        """When a client is met again who was lost for reasons that lead the same way, marked likewise."""
        said = plain(self.when(pipeline.route_of(uses[0])))
        still = said and all(assumed.delay(self.project, pipeline, use) for use in uses)
        return self.assumption(said) if still else said

    def lost_ways(self, pipeline: Pipeline) -> tuple[tuple[Route | None, tuple[LossUse, ...]], ...]:
        """The ways out of a pipeline, each with the reasons that take it, whatever each of them is archived for."""
        found: dict[tuple[str, str], list[LossUse]] = {}
        for use in pipeline.losses:
            route = pipeline.route_of(use)
            found.setdefault((self.place(route), self.when(route)), []).append(use)
        return tuple((pipeline.route_of(uses[0]), tuple(uses)) for uses in found.values())
