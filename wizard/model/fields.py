"""Things to fill in: one object for the whole account, however many stages and questions use it."""

from __future__ import annotations

from enum import StrEnum

from wizard.model.base import Id, Model, Name, Text


class FieldType(StrEnum):
    """amoCRM's field types, and what exists on contacts or as a built-in only."""

    TEXT = "text"
    TEXTAREA = "textarea"
    NUMERIC = "numeric"
    CHECKBOX = "checkbox"
    SELECT = "select"
    MULTISELECT = "multiselect"
    DATE = "date"
    DATE_TIME = "date_time"
    URL = "url"
    FILE = "file"
    MONETARY = "monetary"
    PHONE = "phone"
    EMAIL = "email"
    USER = "user"


LISTS = (FieldType.SELECT, FieldType.MULTISELECT)
DATES = (FieldType.DATE, FieldType.DATE_TIME)


class Place(StrEnum):
    """Where a field lives. Only `DEAL`, `CONTACT` and `COMPANY` fields are ever created; the rest exist already."""

    DEAL = "deal"
    CONTACT = "contact"
    COMPANY = "company"
    DEAL_BUILT_IN = "deal_built_in"
    CONTACT_BUILT_IN = "contact_built_in"


class FieldOption(Model):
    """One value of a list field."""

    id: Id
    name: Name


class Field(Model):
    """A field of the account; `group` is the section of the card it is shown in."""

    id: Id
    name: Name
    type: FieldType = FieldType.SELECT
    options: tuple[FieldOption, ...] = ()
    place: Place = Place.DEAL
    group: Name = ""
    note: Text = ""

    @property
    def created(self) -> bool:
        """Whether this field has to be created (built-in ones never are)."""
        return self.place in (Place.DEAL, Place.CONTACT, Place.COMPANY)
