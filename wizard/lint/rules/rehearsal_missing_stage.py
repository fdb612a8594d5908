"""A deal had a step no stage shows.

Something happened on a real deal between two stages, and the funnel has no place for it: the manager
cannot mark it, the report does not count it. The stage takes the words it was told in; the rules about
names judge them afterwards. One deal may be an exception, so it is a question; of several a warning.
Source: the article (describe how the work on a request really goes); practice, to be verified.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rehearsed import Told, told
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.rehearsal import add_told_stage
from wizard.model.edits.stages import StageRef
from wizard.model.project import Project, Step
from wizard.model.rehearsal import GapKind, same_words


def check(project: Project) -> Iterator[Hit]:
    for found in told(project, GapKind.MISSING):
        words = "; ".join(dict.fromkeys(gap.words for gap in found.gaps))
        yield Hit(
            paths.stage(found.pipeline.id, found.stage.id),
            args=(*found.counts, ("words", words)),
            variant="message" if found.several else "one",
            severity=None if found.several else Severity.HINT,
            fix=_fix(found),
        )


def _fix(found: Told) -> Fix | None:
    """Add the stage most deals tell of, unless won already says it."""
    [(name, _)] = Counter(gap.words for gap in found.gaps).most_common(1)
    if same_words(name, found.pipeline.won.name):
        return None
    at = StageRef(found.pipeline.id, found.stage.id)
    return Fix(partial(add_told_stage, at=at, words=name), args=(("becomes", name), ("name", found.stage.name)))


RULE = Rule(
    "rehearsal-missing-stage", RuleSet.METHOD, Severity.WARNING, Step.STAGES, check, reads=Reads.PIPELINE_AND_LISTS
)
