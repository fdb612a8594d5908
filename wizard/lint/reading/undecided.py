"""What becomes of a reading that no phrase has settled: the words themselves are weighed.

Only grammar has spoken for such a name: a verb is finished, a noun stands alone. Where its words are those of bad
names (`leaning`), a result is doubted and a noun without an event says nothing that has been reached.
"""

from __future__ import annotations

from dataclasses import replace

from wizard.lint.reading import grammar, places
from wizard.lint.reading.concept import Concept, Reading
from wizard.lint.reading.leaning import leaning
from wizard.lint.reading.lexicon import words
from wizard.lint.reading.parts import Part
from wizard.lint.reading.word import Form

# By how much the words must lean. A doubt is but a hint; the others are errors.
_DOUBTED, _DEED, _STATE, _NOUN, _EVENT, _HEAD = 1.0, 1.0, 2.5, 3.0, 4.5, 9.0


def weighed(part: Part, reading: Reading) -> Reading:
    """A reading that grammar alone came to, after its words were weighed."""
    if reading.concept not in (Concept.RESULT, Concept.UNCLEAR, Concept.BARE):
        return reading
    if reading.group == places.PLACE:
        return reading
    leans = leaning(part)
    if reading.concept is Concept.RESULT:
        return Reading(Concept.UNCLEAR, "deed", reading.words, soft=True, ours=False) if leans > _DOUBTED else reading
    return replace(reading, concept=Concept.NOTHING, soft=False) if leans > _least(part, reading) else reading


def _least(part: Part, reading: Reading) -> float:
    """What it takes to call a name bad: more where a noun of something done in deals stands."""
    if reading.concept is Concept.UNCLEAR:
        known = any(word.lemmas & (words("deeds") | words("done_en")) for word in part if word.form is Form.DONE)
        return _DEED if reading.soft and not known else _STATE
    if grammar.is_about_an_event(part):
        return _HEAD
    return _EVENT if grammar.names_an_event(part) else _NOUN
