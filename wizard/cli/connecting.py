"""What commands that speak to an account share: its address, its key, and sentences for what it refuses."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click

from wizard.amocrm.client import Client
from wizard.amocrm.connection import BASE_URL, Address, allowed, base_address
from wizard.amocrm.refused import AccountError
from wizard.amocrm.tokens import token
from wizard.cli.common import Refused, language_option
from wizard.i18n.translator import Translator

TOKEN = "VORONKA_AMOCRM_TOKEN"  # noqa: S105

_OPTIONS = (
    click.option("--account", metavar="NAME", help="The account: its address as the browser shows it, or its name."),
    click.option("--base-url", metavar="URL", help=f"A server of this machine instead; also {BASE_URL}."),
    click.option("--token-env", metavar="VAR", help=f"The variable that holds the access key.  [default: {TOKEN}]"),
    language_option,
)


def account_command(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options by which an account is named, and hands the command a `client` of it and `tr`.

    The key comes from the environment or is asked for, unseen; arguments are shown by every list of processes.
    """

    @wraps(command)
    def run(*, account: str | None, base_url: str | None, token_env: str | None, tr: Translator, **given: Any) -> None:
        with in_sentences(tr), connected(account, base_url=base_url, token_env=token_env, tr=tr) as client:
            command(client=client, tr=tr, **given)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run


def connected(account: str | None, *, base_url: str | None, token_env: str | None, tr: Translator) -> Client:
    """A client of the account the options name."""
    return Client(_address(account, base_url, tr), token(_key(token_env, tr)))


@contextmanager
def in_sentences(tr: Translator, kind: type[Refused] = Refused) -> Iterator[None]:
    """What an account refuses, said in a sentence; `kind` has the command's exit code."""
    try:
        yield
    except AccountError as error:
        raise kind(error.message(tr)) from None


def _address(account: str | None, base_url: str | None, tr: Translator) -> Address:
    if base_url:
        return base_address(base_url)
    if not account and not os.environ.get(BASE_URL, "").strip():
        raise Refused(tr("cli.no_account"))
    return allowed(account or "", os.environ)


def _key(variable: str | None, tr: Translator) -> str:
    key = os.environ.get(variable or TOKEN, "")
    if key.strip():
        return key
    if variable or not sys.stdin.isatty():
        raise Refused(tr("cli.no_token", variable=variable or TOKEN))
    return str(click.prompt(tr("cli.token"), hide_input=True, err=True))
