"""Whatever people paste becomes the address of an account, and nothing becomes the address of anybody else."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wizard.amocrm.connection import Address, address, allowed, base_address, is_vendor
from wizard.amocrm.refused import AddressError
from wizard.i18n.translator import translator

PASTED = {
    "dom": "dom.amocrm.ru",
    " Dom ": "dom.amocrm.ru",
    "dom.": "dom.amocrm.ru",
    "dom.amocrm.ru": "dom.amocrm.ru",
    "DOM.AmoCRM.RU.": "dom.amocrm.ru",
    "https://dom.amocrm.ru": "dom.amocrm.ru",
    "http://dom.amocrm.ru/": "dom.amocrm.ru",
    "https://dom.amocrm.ru:443/leads/pipeline/123/?filter[a]=я#top": "dom.amocrm.ru",
    "www.dom.kommo.com": "dom.kommo.com",
    "https://www.dom.kommo.com/leads": "dom.kommo.com",
    "new-dom.amocrm.com?x=1": "new-dom.amocrm.com",
    "«dom.amocrm.ru»,": "dom.amocrm.ru",
    "<https://dom.amocrm.ru/>\n": "dom.amocrm.ru",
    "12345.kommo.com\u200b": "12345.kommo.com",
}
REFUSED = {
    "": "account.bad_address",
    "  ": "account.bad_address",
    "https://": "account.bad_address",
    "мой.amocrm.ru": "account.bad_address",
    "dom amocrm.ru": "account.bad_address",
    "-dom.amocrm.ru": "account.bad_address",
    "dom-.amocrm.ru": "account.bad_address",
    "a.b.amocrm.ru": "account.foreign_address",
    "xn--80ak6aa92e.amocrm.ru": "account.foreign_address",
    "dom\u2024amocrm.ru": "account.bad_address",
    "dom.\u212aommo.com": "account.bad_address",
    "dom.amocrm.ru:8080": "account.bad_address",
    "dom.amocrm.ru@evil.com": "account.email",
    "https://dom.amocrm.ru@evil.com": "account.bad_address",
    "https://dom.amocrm.ru:x@evil.com/": "account.bad_address",
    "evil.com#.amocrm.ru": "account.foreign_address",
    "evil.com/.amocrm.ru": "account.foreign_address",
    "evil.com\\.amocrm.ru": "account.bad_address",
    "dom.amocrm.ru.evil.com": "account.foreign_address",
    "domamocrm.ru": "account.foreign_address",
    "127.0.0.1": "account.foreign_address",
    "http://127.0.0.1:8000": "account.bad_address",
    "[::1]": "account.bad_address",
    "file:///etc/passwd": "account.bad_address",
    "anna@dom.ru": "account.email",
    "amocrm.ru": "account.vendor_site",
    "https://www.amocrm.ru/login": "account.vendor_site",
    "www.kommo.com": "account.vendor_site",
}


@pytest.mark.parametrize("text", PASTED)
def test_an_address_is_taken_in_any_form(text: str) -> None:
    assert address(text) == Address(PASTED[text])
    assert address(text).url == f"https://{PASTED[text]}"


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(AddressError) as refused:
        address(text)
    assert refused.value.key == REFUSED[text]
    assert all("{" not in refused.value.message(translator(language)) for language in ("ru", "en"))


PIECES = st.sampled_from(
    ["dom", "evil.com", ".amocrm.ru", ".kommo.com", "https://", "//", "\\", "@", ":", "#", "?", "/", "%2e", "\u3002",
     "\n", "\u212a", "\u0131", "xn--", "127.0.0.1", "[::1]", ":443", ":80", "..", "www.", "\t", "\x00"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=8).map("".join)))
@example("dom.amocrm.ru\\@evil.com")
@example("https://dom.amocrm.ru\u2044evil.com")
@example("dom.amocrm.ru\n.evil.com")
def test_no_text_leads_to_another_host(text: str) -> None:
    try:
        found = address(text)
    except AddressError:
        return
    assert is_vendor(found.host)
    # What reads the address later reads the same host, without a user or a port.
    for seen in (urlsplit(found.url + "/api"), httpx.URL(found.url + "/api")):
        assert (seen.scheme, seen.netloc) in (
            (b"https", found.host),
            ("https", found.host),
            ("https", found.host.encode()),
        )


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("https://[::1]:8443", "https://[::1]:8443"),
        ("dom.kommo.com", "https://dom.kommo.com"),
        ("http://dom.amocrm.ru", "https://dom.amocrm.ru"),
    ],
)
def test_the_operator_may_name_this_machine(text: str, url: str) -> None:
    assert base_address(text).url == url
    assert allowed("dom", {"VORONKA_AMOCRM_BASE_URL": text}).url == url


@pytest.mark.parametrize(
    "text",
    [
        "http://10.0.0.1:8000",
        "http://evil.com",
        "http://user@127.0.0.1:8000",
        "http://127.0.0.1:99999",
        "http://127.0.0.1/path",
        "http://localhost.evil.com",
        "ftp://127.0.0.1",
        "http://[::1",
    ],
)
def test_the_operator_may_name_no_other_machine(text: str) -> None:
    with pytest.raises(AddressError):
        base_address(text)


def test_without_the_operator_s_word_the_account_is_asked() -> None:
    assert allowed("dom", {"VORONKA_AMOCRM_BASE_URL": " "}) == Address("dom.amocrm.ru")


def test_clouds_are_told_apart() -> None:
    clouds = [address(text).cloud for text in ("dom", "dom.kommo.com", "dom.amocrm.com")]
    assert [*clouds, base_address("http://127.0.0.1:8000").cloud] == [
        "amocrm.ru",
        "kommo.com",
        "amocrm.com",
        "127.0.0.1:8000",
    ]
