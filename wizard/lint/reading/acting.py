"""What a verb says that is not finished: somebody does it now, will do it, or has yet to."""

from __future__ import annotations

from wizard.lint.reading import english
from wizard.lint.reading.concept import Concept, Reading
from wizard.lint.reading.lexicon import words
from wizard.lint.reading.parts import Part
from wizard.lint.reading.word import Form

_REFLEXIVE = ("\u0441\u044f", "\u0441\u044c")


def unfinished(part: Part) -> Reading | None:
    """What an unfinished verb says."""
    ours = not any(w.lemmas & words("people") for w in part)
    for place, word in enumerate(part):
        said = _says(part, place)
        if said:
            concept, theirs = said
            return Reading(concept, "theirs" if theirs else "any", (word.text,), ours=ours)
    return Reading(Concept.TODO, "any", (part[0].text,)) if _is_command(part) else None


_BY_FORM = {
    Form.WE_DO: Concept.PROCESS,
    Form.DOING: Concept.PROCESS,
    Form.WAS: Concept.PROCESS,
    Form.WILL: Concept.HOPES,
    Form.TODO: Concept.TODO,
}


def _says(part: Part, place: int) -> tuple[Concept, bool] | None:
    """What a single verb says, and whether it is somebody else who acts."""
    word, before = part[place], part[:place]
    if _does_now(part, place) or (word.form is Form.TODO and _is_asked(before)):
        return Concept.WAITS, True
    if _is_doing(part, place):
        return (Concept.WAITS, True)
    if word.text == "to" and before and any(map(english.may_do, part[place + 1 : place + 2])):
        asked = any(w.lemmas & words("people") for w in before)
        return (Concept.WAITS, True) if asked else (Concept.TODO, False)
    if word.form is Form.DOES:
        passive = word.russian and word.text.endswith(_REFLEXIVE)
        return (Concept.PROCESS, False) if passive else (Concept.WAITS, True)
    concept = Concept.PROCESS if not place and _does_to_many(part) else _BY_FORM.get(word.form)
    return (concept, False) if concept else None


def _does_now(part: Part, place: int) -> bool:
    """Whether an English word tells what somebody or something does: "lease ends in May", "wants a discount"."""
    word, before = part[place], part[max(0, place - 1) : place]
    if word.russian or word.form is not Form.NOUN or not word.text.endswith("s") or not part[place + 1 :]:
        return False
    one = any(w.form is Form.NOUN and w.text == w.base and not (w.russian or w.text.endswith("s")) for w in before)
    somebody = one and any(w.lemmas & words("people") for w in before) and word.base in words("english", "todo_or_noun")
    return word.base != word.text and (somebody or ((one or not before) and word.base in words("english", "does")))


def _is_doing(part: Part, place: int) -> bool:
    """Whether an English word in -ing tells what somebody does, noun though it may be: "chef is tasting"."""
    word = part[place]
    does = not word.russian and word.text.endswith("ing") and word.text not in words("english", "going")
    return does and place > 1 and part[place - 1].text in words("grammar", "auxiliaries")


def _does_to_many(part: Part) -> bool:
    """Whether a word in -ing that may be a noun has several things for its object: "buying materials"."""
    last = part[-1]
    many = last.form is Form.NOUN and last.text.endswith("s") and last.text != last.base
    return many and part[0].text in words("english", "gerunds") and last.text not in words("grammar", "things_of")


def _is_asked(before: Part) -> bool:
    """Whether somebody stands before an English plain verb: "they think", "client to decide"."""
    return any(not w.russian and (w.lemmas & words("people") or w.text in words("grammar", "they")) for w in before)


def _is_command(part: Part) -> bool:
    """An English verb in front with an object; a word that may be a noun too needs somebody or an article behind."""
    first, *rest = part
    if first.russian or not rest:
        return False
    if first.text in words("english", "todo"):
        return True
    ordered = words("papers") | words("owed") | words("english", "ordered")
    if first.text in words("english", "orders") and rest[-1].lemmas & ordered:
        return True
    addressed = rest[0].text in words("english", "articles") or rest[0].lemmas & words("people") or rest[0].russian
    return first.text in words("english", "todo_or_noun") and bool(addressed)
