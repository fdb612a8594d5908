"""What a name without a verb says of somebody: what he is like, what he feels, or a participle alone.

"Strange", "The undecided ones", "Readiness" tell whom a stage holds, and nothing that has been reached. Whether a
word tells what somebody is like or of what kind he is, is in the dictionaries; which of them are kinds all the same,
in the lexicon.
"""

from __future__ import annotations

import re

from wizard.lint.reading.concept import Concept, Reading
from wizard.lint.reading.lexicon import words
from wizard.lint.reading.parts import Part
from wizard.lint.reading.word import Form, Word

# Endings of a Russian participle of the present: active and passive.
_ACTING = re.compile("(?:[\u0443\u044e\u0430\u044f]\u0449)[\u0430\u0435\u0438\u043e\u0443\u044b]")
_NESS = "\u043e\u0441\u0442\u044c"


def told(part: Part) -> Reading | None:
    """What is said of somebody, if nothing else is said."""
    said = tuple(word for word in part if not _adds_nothing(word))
    if not said:
        return None
    if all(word.lemmas & words("grammar", "whose") for word in said):
        return Reading(Concept.DUMP, "any", tuple(word.text for word in said))
    return _mood(said) or _of_something(part) or _participle(said) or _feeling(said)


def _adds_nothing(word: Word) -> bool:
    return bool(word.lemmas & (words("fillers") | words("people") | words("requests"))) or word.form is Form.NUMBER


def _mood(said: Part) -> Reading | None:
    """Adjectives of what somebody is like, and nothing besides."""
    likes = tuple(word.text for word in said if word.quality and not word.lemmas & words("kinds"))
    alone = all(word.quality or word.form is Form.ADJECTIVE for word in said)
    return Reading(Concept.HOPES, "any", likes, ours=False) if likes and alone else None


def _of_something(part: Part) -> Reading | None:
    """An adjective in front that tells of somebody in regard to something: "happy with his vendor"."""
    said = part[1:] if part[0].lemmas & words("people") else part
    if len(said) < 2 or said[1].form is not Form.PREPOSITION or not said[0].quality:
        return None
    return None if said[0].lemmas & words("kinds") else Reading(Concept.HOPES, "any", (said[0].text,), ours=False)


def _participle(said: Part) -> Reading | None:
    """Russian participles without a noun: those who think, those who were put aside."""
    if not all(word.russian and word.form in (Form.ATTRIBUTE, Form.ADJECTIVE) for word in said):
        return None
    word = next((word for word in said if word.form is Form.ATTRIBUTE), None)
    if word is None or word.lemmas & (words("deeds") | words("kinds")):
        return None
    waits = _ACTING.search(word.text)
    return Reading(Concept.WAITS if waits else Concept.OUTCOME, "theirs" if waits else "refusal", (word.text,))


def _feeling(said: Part) -> Reading | None:
    """A noun of what somebody feels or is, alone or with an adjective."""
    nouns = [word for word in said if word.form is Form.NOUN]
    rest = [word for word in said if word not in nouns]
    if len(nouns) != 1 or any(word.form is not Form.ADJECTIVE for word in rest):
        return None
    noun = nouns[0]
    quality = noun.russian and noun.base.endswith(_NESS) and not noun.lemmas & words("things_ness")
    feels = quality or noun.lemmas & words("feelings")
    return Reading(Concept.HOPES, "any", (noun.text,), ours=False) if feels else None
