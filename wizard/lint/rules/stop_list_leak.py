"""Asked not to be contacted, and we call.

Whoever asked to be left alone goes to the do-not-contact list and nowhere else; advertising without
consent is fined.
Source: the Russian law on advertising (comply.ru), to be verified with a lawyer.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.losses import set_route
from wizard.model.losses import LossGroup
from wizard.model.project import Project, Step
from wizard.model.routes import Route, Target

STOP = Route(target=Target.STOP_LIST)


def check(project: Project) -> Iterator[Hit]:
    asked = {reason.id: reason.name for reason in project.loss_reasons if reason.group is LossGroup.STOP}
    for pipeline in project.pipelines:
        for use in pipeline.losses:
            route = pipeline.route_of(use)
            if use.reason in asked and route and route.target is not Target.STOP_LIST:
                fix = Fix(partial(set_route, pipeline_id=pipeline.id, reason=use.reason, route=STOP))
                yield Hit(paths.loss(pipeline.id, use.reason, "route"), args=(("reason", asked[use.reason]),), fix=fix)


RULE = Rule("stop-list-leak", RuleSet.METHOD, Severity.ERROR, Step.LOSSES, check, reads=Reads.PIPELINE_AND_LISTS)
