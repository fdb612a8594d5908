"""How fast a project is checked: ``python -m benchmarks.checks``. In processor time: other work does not count."""

from __future__ import annotations

import time
from statistics import median

from benchmarks.project import project
from wizard.lint import runner
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.project import Project

PIPELINES, STAGES = 50, 97
TIMES = 10


def main() -> None:
    """Print the times beside what was aimed at."""
    _shown("first check of a process, dictionary and all", _time(project()), 400)
    _shown("seven base funnels again", median(_time(project()) for _ in range(TIMES)), 20)
    _shown("after one edit", median(_time(_edited(number)) for number in range(TIMES)), 5)
    big = _big()
    _time(big)
    _shown(f"{PIPELINES} pipelines of {STAGES} stages", median(_time(big) for _ in range(TIMES)), 300)


def _time(checked: Project) -> float:
    began = time.process_time()
    runner.run(checked)
    return (time.process_time() - began) * 1000


def _edited(number: int) -> Project:
    pipeline = project().pipelines[1]
    stage = pipeline.stages[number % len(pipeline.stages)]
    return change_stage(project(), StageRef(pipeline.id, stage.id), name=f"{stage.name} {number}")


def _big() -> Project:
    """Many funnels with the names of the base ones."""
    base = project().pipelines[1]
    names = [stage.name for pipeline in project().pipelines for stage in pipeline.stages]
    plain = base.changed(key_stage=None, questions=(), losses=(), won_route=None, lost_route=None)
    pipelines = tuple(
        plain.changed(
            id=f"p{n}",
            name=f"Funnel {n}",
            stages=tuple(
                base.stages[0].changed(id=f"s{place}", name=names[(n * STAGES + place) % len(names)])
                for place in range(STAGES)
            ),
        )
        for n in range(PIPELINES)
    )
    return project().changed(pipelines=pipelines, main_pipeline=None)


def _shown(what: str, taken: float, aim: int) -> None:
    print(f"{what:<46}{taken:>8.1f} ms of {aim}")


if __name__ == "__main__":
    main()
