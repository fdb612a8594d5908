"""A what-if in words: which step changes, and how many more win, in deals and in money."""

from __future__ import annotations

from wizard.charts.funnel_rows import funnel_rows
from wizard.forecast import WhatIf
from wizard.i18n.translator import Translator, translator
from wizard.model.pipeline import Pipeline, WonKind

_MANY = 100


def what_if_in_words(found: WhatIf, pipeline: Pipeline, stage_id: str, *, language: str, currency: str) -> str:
    """The changed step, wins now and after, the money, and what is assumed."""
    say = translator(language)
    names = [row.name or say("chart.unnamed") for row in funnel_rows(pipeline)]
    place = pipeline.index(stage_id)
    step = say(
        "chart.what_if.step",
        source=names[place],
        target=names[place + 1],
        now=say.percent(found.share_now),
        after=say.percent(found.share_after),
    )
    per = "chart.what_if.won" if pipeline.entries else "chart.what_if.won_per_hundred"
    won = say(per, name=names[-1], now=finely(found.now[-1], say), after=finely(found.after[-1], say))
    return " ".join((step, won, *_money(found, pipeline, say, currency=currency), say("chart.what_if.assumed")))


def finely(count: float, say: Translator) -> str:
    """With a decimal below a hundred: a few points change few deals."""
    return say.number(count, digits=0 if count >= _MANY else 1)


def gain_in_words(found: WhatIf, pipeline: Pipeline, say: Translator, *, currency: str) -> str:
    """The gain a month: money where won is a payment of known size, else wins, of a hundred while no more is known."""
    money = _gain(found, pipeline)
    if money is not None:
        return say("chart.what_if.gain", gain=_signed(money, say.money(abs(money), currency)))
    wins = _signed(found.lever.wins, finely(abs(found.lever.wins), say))
    per = "chart.what_if.gain" if pipeline.entries else "chart.what_if.per_hundred"
    return say(per, gain=say(f"key.wins.{pipeline.won.kind}", wins=wins))


def _money(found: WhatIf, pipeline: Pipeline, say: Translator, *, currency: str) -> tuple[str, ...]:
    return () if _gain(found, pipeline) is None else (f"{gain_in_words(found, pipeline, say, currency=currency)}.",)


def _gain(found: WhatIf, pipeline: Pipeline) -> float | None:
    if pipeline.won.kind is not WonKind.PAYMENT or not pipeline.average_check:
        return None
    return found.lever.money(pipeline.average_check)


def _signed(value: float, shown: str) -> str:
    return f"{'−' if value < 0 else '+'}{shown}"
