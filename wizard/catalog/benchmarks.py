"""Which market references stand beside a pipeline's figures, and how each is said with its source and year."""

from __future__ import annotations

from wizard.catalog import reader
from wizard.catalog.templates import Benchmark, Measure
from wizard.i18n.translator import Translator
from wizard.model.pipeline import Pipeline
from wizard.model.project import Language, Project


def beside(project: Project, pipeline: Pipeline, *measures: Measure) -> tuple[Benchmark, ...]:
    """The references for this industry and this goal, of these measures (all where none are named)."""
    return tuple(
        each
        for each in reader.benchmarks()
        if pipeline.goal_type in each.goals
        and (not each.industries or project.company.industry in each.industries)
        and (not measures or each.measure in measures)
    )


def in_words(benchmark: Benchmark, tr: Translator) -> str:
    """The figure with its base, and that it is the market's: source and year."""
    language = Language(tr.language)
    return tr(
        "benchmark.words",
        what=benchmark.what.in_(language),
        value=benchmark.value.in_(language),
        base=benchmark.base.in_(language),
        source=benchmark.source.name,
        year=str(benchmark.year) if benchmark.year else tr("benchmark.undated"),
    )
