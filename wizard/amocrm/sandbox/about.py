"""Whose account it is, and what the key's user may: `/api/v4/account` and `/api/v4/users`."""

from __future__ import annotations

from wizard.amocrm.sandbox import names
from wizard.amocrm.sandbox.answers import Json, hal, refused, unknown
from wizard.amocrm.sandbox.call import Call, Done, read
from wizard.amocrm.sandbox.variant import LossReasons

_ZONE = {"date_pattern": "d.m.Y H:i", "date_format": "d.m.Y", "time_format": "H:i:s", "timezone_offset": "+00:00"}
_EXTRA: Json = {
    "amojo_id": "00000000-0000-4000-8000-000000000000",
    "version": 12,
    "is_api_filter_enabled": True,
    "drive_url": "https://drive.example",
    "datetime_settings": {**_ZONE, "timezone": "UTC"},
}


def account(call: Call) -> Done:
    """Open to every user of the account."""
    known, words = call.account, names.words(call.variant.brand)
    told = {
        "id": known.id,
        "name": known.name,
        "subdomain": known.subdomain,
        "current_user_id": known.user,
        "country": words["country"],
        "currency": words["currency"],
        "created_at": known.created_at,
        "updated_at": known.created_at,
        "customers_mode": "disabled",
        "is_unsorted_on": True,
        "is_loss_reason_enabled": call.variant.loss_reasons is not LossReasons.OFF,
        "is_helpbot_enabled": False,
        "is_technical_account": False,
        "contact_name_display_order": 1,
        "_links": {"self": {"href": f"{call.base}/api/v4/account"}},
    }
    return read(call, hal(told | {name: value for name, value in _EXTRA.items() if call.wants(name)}))


def users(call: Call) -> Done:
    _refuse_others(call)
    links = {"self": {"href": f"{call.base}/api/v4/users"}}
    return read(call, hal({"_total_items": 1, "_page": 1, "_links": links, "_embedded": {"users": [_user(call)]}}))


def user(call: Call) -> Done:
    _refuse_others(call)
    if call.id() != call.account.user:
        raise unknown("User")
    return read(call, hal(_user(call)))


def _user(call: Call) -> Json:
    words = names.words(call.variant.brand)
    return {
        "id": call.account.user,
        "name": words["user"],
        "email": "owner@example.com",
        "lang": words["language"],
        "rights": {
            "is_admin": True,
            "is_free": call.variant.free,
            "is_active": True,
            "group_id": None,
            "role_id": None,
        },
        "_links": {"self": {"href": f"{call.base}/api/v4/users/{call.account.user}"}},
    }


def _refuse_others(call: Call) -> None:
    if not call.variant.admin:
        raise refused(403, "You do not have enough rights")
