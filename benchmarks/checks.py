"""How fast a project is checked: ``python -m benchmarks.checks``.

In processor time, the best of several: other work on the machine does not count.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable

from benchmarks.project import funnels, project
from wizard.lint import runner
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.pipeline import Stage
from wizard.model.project import Project

PIPELINES, STAGES = 50, 97
TIMES = 10
BAD = ("Thinking", "In progress", "No answer", "On hold", "Misc")


def main() -> None:
    """Print the times beside what was aimed at. As on the server, what is loaded first is left out of collections."""
    _shown("first check of a process, dictionary and all", _time(project()), 400)
    gc.collect()
    gc.freeze()
    _shown("seven base funnels from nothing", _best(project() for _ in range(TIMES)), 20)
    for n, aim in ((2, 2), (7, 2), (PIPELINES, 4)):
        _shown(f"one edit in {n} funnels", _after_edits(funnels(n)), aim)
    for what, stage in (("", _usual), (", all bad", _bad)):
        big = _big(stage)
        _shown(f"{PIPELINES} funnels of {STAGES} stages{what}", _best(big for _ in range(TIMES)), 300)
        _shown(f"one edit in them{what}", _after_edits(big), 100)


def _time(checked: Project, before: runner.Report | None = None) -> float:
    began = time.process_time()
    runner.run(checked, before=before)
    return (time.process_time() - began) * 1000


def _best(projects: Iterable[Project]) -> float:
    return min(map(_time, projects))


def _after_edits(checked: Project) -> float:
    """The best of several edits of one stage's name, each from the same earlier report."""
    before, edit = runner.run(checked), _renaming(checked)
    return min(_time(edit(number), before) for number in range(TIMES))


def _renaming(checked: Project) -> Callable[[int], Project]:
    pipeline = checked.pipelines[1]
    stage = pipeline.stages[2]
    return lambda number: change_stage(checked, StageRef(pipeline.id, stage.id), name=f"{stage.name} {number}")


def _big(stage: Callable[[int], Stage]) -> Project:
    """The largest funnels amoCRM holds, of these stages and little besides."""
    base = project().pipelines[1]
    plain = base.changed(key_stage=None, questions=(), losses=(), won_route=None, lost_route=None)
    numbers = [range(n * STAGES, (n + 1) * STAGES) for n in range(PIPELINES)]
    pipelines = tuple(
        plain.changed(id=f"p{n}", name=f"Funnel {n}", stages=tuple(map(stage, places)))
        for n, places in enumerate(numbers)
    )
    return project().changed(pipelines=pipelines, main_pipeline=None)


def _usual(number: int) -> Stage:
    """A stage filled in, with a name of the base funnels."""
    stages = [stage for pipeline in project().pipelines for stage in pipeline.stages]
    return stages[0].changed(id=f"s{number}", name=stages[number % len(stages)].name)


def _bad(number: int) -> Stage:
    """A stage with a name that is no result, and nothing else."""
    return Stage(id=f"s{number}", name=f"{BAD[number % len(BAD)]} {number % STAGES}")


def _shown(what: str, taken: float, aim: int) -> None:
    print(f"{what:<46}{taken:>8.1f} ms of {aim}")


if __name__ == "__main__":
    main()
