"""How well names are read: ``python -m tests.names.measure`` prints the page, ``> docs/names.md`` keeps it.

Only figures are shown, never the names: those of the test half must stay unseen by whoever extends the lexicon.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tests.names.labelled import (
    HALVES,
    LANGUAGES,
    Labelled,
    fifth,
    found,
    found_fourth,
    found_third,
    fourth,
    half,
    items,
    judge,
    large,
    last,
    rounds,
    second,
    third,
    whole,
)
from tests.names.told import FOUND, FOUND_THIRD, FOURTH, INTRO, JUDGE, JUDGED, LARGE, LAST, ROUNDS, SECOND, THIRD
from wizard.cli.naming import KINDS, OK
from wizard.lint.facts import is_hope, is_mood
from wizard.lint.reasons import fault as fault_of_reason
from wizard.lint.reasons import meaning
from wizard.lint.single import judged
from wizard.lint.steps import fault as fault_of_step

SEVERITIES = ("error", "warning", "hint", OK)
# A hint about length, capitals or numbers says nothing about what a name means.
OF_STYLE = ("name-style", "name-length")
STEPS = {"waits": "waits", "client_acts": "waits", "vague": "vague"}
REASONS = {
    "two_in_one": "two-in-one",
    "blames": "blames-client",
    "waiting": "waiting",
    "consequence": "consequence",
    "against_self": "cause",
}


@dataclass(frozen=True)
class Goal:
    """At least or at most a share of the names of a label has one of the severities."""

    label: str
    severities: tuple[str, ...]
    share: float
    at_least: bool

    def met(self, share: float) -> bool:
        return share >= self.share if self.at_least else share <= self.share


GOALS = {
    language: (
        Goal("bad", ("error",), shares[0], at_least=True),
        Goal("bad", (OK,), shares[1], at_least=False),
        Goal("good", ("error", "warning"), shares[2], at_least=False),
        Goal("weak", ("warning", "hint"), shares[3], at_least=True),
    )
    for language, shares in {"ru": (0.95, 0.01, 0.02, 0.85), "en": (0.90, 0.02, 0.04, 0.80)}.items()
}


@cache
def severity(item: Labelled) -> str:
    """What the rules make of a name."""
    finding = judged(item.name, KINDS[item.kind]).finding
    if finding is None or (item.label == "good" and finding.rule in OF_STYLE):
        return OK
    return str(finding.severity)


def share(named: Iterable[Labelled], goal: Goal) -> float:
    """The share of a goal's names that have one of its severities."""
    found = [severity(item) in goal.severities for item in named if item.label == goal.label]
    return sum(found) / len(found)


def page() -> str:
    parts = [INTRO]
    for language in LANGUAGES:
        for name in HALVES:
            parts += _measured(language, f"{name} half", half(language, name))
    for language in LANGUAGES:
        parts += [f"## {_LANGUAGES[language]} by group, both halves", _groups(whole(language))]
    parts += [SECOND, *_in_both("second corpus", second), THIRD]
    for language in LANGUAGES:
        halves = {name: third(language, name) for name in HALVES}
        for name, named in halves.items():
            parts += _measured(language, f"third corpus, {name} half", named)
        parts += [f"## {_LANGUAGES[language]}, third corpus by group", _groups(sum(halves.values(), ()))]
    parts += [FOURTH, *_in_both("fourth corpus", fourth), FOUND, *_in_both("found names", found), FOUND_THIRD]
    for language in LANGUAGES:
        named = found_third(language)
        parts += [*_measured(language, "names of code and documents", named), _groups(named)]
    parts += [ROUNDS, *_in_both("rounds", rounds), JUDGED]
    parts += [
        *_in_both("found names after seven rounds", found_fourth),
        *_in_both("composed names after seven rounds", fifth),
    ]
    parts += [JUDGE, *_in_both("the first judge", judge), LARGE]
    for language in LANGUAGES:
        for what, named in large(language).items():
            parts += _measured(language, f"larger judge, {what}", named)
    parts.append(LAST)
    for what, named in last("en").items():
        parts += _measured("en", f"last judge, {what}", named)
    parts += ["## Steps, facts, reasons", _others()]
    return "\n\n".join(parts) + "\n"


def _in_both(what: str, corpus: Callable[[str], Sequence[Labelled]]) -> Iterator[str]:
    return (part for language in LANGUAGES for part in _measured(language, what, corpus(language)))


def _measured(language: str, what: str, named: Sequence[Labelled]) -> tuple[str, ...]:
    return f"## {_LANGUAGES[language]}, {what}", _labels(named), _goals(language, named)


_LANGUAGES = {"ru": "Russian", "en": "English"}


def _labels(named: Sequence[Labelled]) -> str:
    counts = Counter((item.label, severity(item)) for item in named)
    rows = [[label, *(str(counts[label, each]) for each in SEVERITIES)] for label in ("bad", "weak", "good")]
    return _table(["label", *SEVERITIES], rows)


def _goals(language: str, named: Sequence[Labelled]) -> str:
    rows = []
    for goal in GOALS[language]:
        reached = share(named, goal)
        wanted = f"{'at least' if goal.at_least else 'at most'} {goal.share:.0%}"
        what = f"{goal.label} \u2192 {' or '.join(goal.severities)}"
        rows.append([what, wanted, f"{reached:.1%}", "yes" if goal.met(reached) else "**no**"])
    return _table(["goal", "wanted", "reached", "met"], rows)


def _groups(named: Sequence[Labelled]) -> str:
    counts = Counter((item.label, item.group, severity(item)) for item in named)
    groups = dict.fromkeys((item.label, item.group) for item in sorted(named, key=lambda i: (i.label, i.group)))
    return _table(
        ["label", "group", *SEVERITIES], [[*g, *(str(counts[*g, each]) for each in SEVERITIES)] for g in groups]
    )


def _others() -> str:
    rows = []
    for file, read in (("steps", read_step), ("facts", read_fact), ("reasons", read_reason)):
        right = Counter((item.label, read(item) == item.label) for item in items(file))
        rows += [
            [file, label, str(right[label, True]), str(right[label, True] + right[label, False])]
            for label in dict.fromkeys(item.label for item in items(file))
        ]
    return _table(["file", "label", "read so", "of"], rows)


def read_step(item: Labelled) -> str:
    fault = fault_of_step(item.name)
    return STEPS.get(str(fault), "good")


def read_fact(item: Labelled) -> str:
    return "mood" if is_mood(item.name) or is_hope(item.name) else "checkable"


def read_reason(item: Labelled) -> str:
    if item.like:
        return "near-duplicate" if meaning(item.name) == meaning(item.like) else "distinct"
    return REASONS.get(str(fault_of_reason(item.name)), "cause")


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    sys.stdout.write(page())
