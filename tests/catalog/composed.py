"""Projects composed from every set of funnels worth trying with every industry, each built once."""

from __future__ import annotations

from functools import cache

from wizard.catalog import reader
from wizard.catalog.recommend import recommend
from wizard.catalog.start import start
from wizard.model.diagnosis import AfterPayment, Diagnosis, FirstReply, Repeat, Source, Team
from wizard.model.project import Company, Language, Project

FUNNELS = tuple(funnel.id for funnel in reader.funnels())
INDUSTRIES = tuple(industry.id for industry in reader.industries())
LANGUAGES = tuple(Language)

# Owners whose answers lead to different sets: a shop, an outbound B2B seller, a clinic, a school.
_OWNERS = {
    "silent": Diagnosis(),
    "shop": Diagnosis(after_payment=AfterPayment.NOTHING, repeat=Repeat.MANY_SMALL),
    "outbound": Diagnosis(sources=(Source.OUTBOUND, Source.PARTNERS), after_payment=AfterPayment.ANOTHER_PERSON),
    "desk": Diagnosis(first_reply=FirstReply.SOMEBODY_ELSE, team=(Team.HIRING,), repeat=Repeat.YEARLY),
    "school": Diagnosis(sources=(Source.EVENTS,), after_payment=AfterPayment.SAME_PERSON),
}


def _sets() -> dict[str, tuple[str, ...]]:
    sets = {f"with-{f}": tuple(dict.fromkeys(("first_sale", "refusal_warming", f))) for f in FUNNELS}
    del sets["with-first_sale"]
    for owner, diagnosis in _OWNERS.items():
        sets[f"for-{owner}"] = tuple(r.funnel for r in recommend(diagnosis, industry="general"))
    sets["seven"] = tuple(funnel.id for funnel in reader.funnels() if funnel.base)
    sets["all"] = FUNNELS
    return sets


SETS = _sets()


@cache
def composed(funnels: str, industry: str, language: Language) -> Project:
    """The project of a set of funnels, by the set's name."""
    company = Company(name="Дом" if language is Language.RU else "House", industry=industry, language=language)
    return start(SETS[funnels], company=company)
