"""The dictionaries all funnels share: fields, loss reasons, ways of paying, sets of questions."""

from __future__ import annotations

from wizard.catalog.templates.parts import QuestionTemplate, RouteTemplate, Words
from wizard.model.base import Id, Model
from wizard.model.diagnosis import Payment
from wizard.model.fields import FieldType, Place
from wizard.model.losses import LossGroup


class OptionTemplate(Model):
    """A value of a list field; one with a `funnel` comes with that funnel only."""

    id: Id
    name: Words
    funnel: Id | None = None


class FieldTemplate(Model):
    """A field of the shared dictionary; `always` ones belong to every project."""

    id: Id
    name: Words
    type: FieldType
    place: Place
    group: Words
    options: tuple[OptionTemplate, ...] = ()
    note: Words | None = None
    always: bool = False


class ReasonTemplate(Model):
    """A loss reason of the dictionary; with `field` it is an option of that list field.

    `route` is where clients of first_sale go for it. When a list grows past what managers read,
    reasons with a `drop_rank` that no industry names are left out, lowest rank first.
    """

    id: Id
    name: Words
    group: LossGroup
    comment_required: bool = False
    field: Id | None = None
    route: RouteTemplate | None = None
    drop_rank: int | None = None


class PaymentTemplate(Model):
    """What a way of paying changes: the name and proof of won, and the last step before it.

    `repeat_won` is the name of won where the client buys again; `payday` is what the client names when
    agreeing (``{payday}`` in texts), kept in `date_field`.
    """

    id: Payment
    won: Words
    repeat_won: Words
    proof: Words
    step: Words
    date_field: Id
    payday: Words


class AgreedOffer(Model):
    """Texts of an offer stage that is already an agreement (no separate stage for terms follows)."""

    proof: Words
    step: Words
    field: Id


class QuestionSet(Model):
    """One of the plain choices of questions, in plain words; `method` is its name in the trade."""

    id: Id
    name: Words
    method: str
    questions: tuple[QuestionTemplate, ...]
