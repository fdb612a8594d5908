"""The shape of the files in `templates/`: what a funnel, an industry and the shared dictionaries hold.

Texts come in both languages. These placeholders stand for what the industry says:
``{scheduled}`` ``{done}`` ``{offer}`` ``{won}`` whole stage names; ``{nom}`` ``{acc}`` ``{gen}`` the
key-stage noun in three cases, ``{key stage}`` (``{Key stage}`` capitalised) in English; ``{payday}`` the
day a client names when agreeing, by the way of paying.
"""

from wizard.catalog.templates.benchmark import Benchmark, Measure, Source
from wizard.catalog.templates.dictionaries import (
    AgreedOffer,
    FieldTemplate,
    OptionTemplate,
    PaymentTemplate,
    QuestionSet,
    ReasonTemplate,
)
from wizard.catalog.templates.funnel import (
    FunnelTemplate,
    LossTemplate,
    StageTemplate,
    WonTemplate,
)
from wizard.catalog.templates.industry import (
    Industry,
    IndustryReason,
    Noun,
    Preset,
    Slot,
    StageStep,
)
from wizard.catalog.templates.parts import (
    AnswerTemplate,
    Figure,
    OwnField,
    QuestionTemplate,
    RouteTemplate,
    Words,
)

__all__ = [
    "AgreedOffer",
    "AnswerTemplate",
    "Benchmark",
    "FieldTemplate",
    "Figure",
    "FunnelTemplate",
    "Industry",
    "IndustryReason",
    "LossTemplate",
    "Measure",
    "Noun",
    "OptionTemplate",
    "OwnField",
    "PaymentTemplate",
    "Preset",
    "QuestionSet",
    "QuestionTemplate",
    "ReasonTemplate",
    "RouteTemplate",
    "Slot",
    "Source",
    "StageStep",
    "StageTemplate",
    "WonTemplate",
    "Words",
]
