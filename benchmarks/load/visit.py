"""The first thing a browser does: it asks for the page by HTTP and keeps the cookies it is given."""

from __future__ import annotations

from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

LANGUAGE = "ru-RU"
_TIMEOUT = 60
_XSRF = "_streamlit_xsrf"
# The page itself, and what Streamlit's page asks before it opens its websocket; files of the page are left out.
_ASKED = ("/", "/_stcore/health", "/_stcore/host-config")


def visit(url: str) -> CookieJar:
    """The cookies of a new visitor; one that a proxy sticks to is among them."""
    jar = CookieJar()
    opener = build_opener(HTTPCookieProcessor(jar), ProxyHandler({}))
    opener.addheaders = [("Accept-Language", LANGUAGE)]
    for path in _ASKED:
        with opener.open(url + path, timeout=_TIMEOUT) as answer:
            answer.read()
    return jar


def header(jar: CookieJar, url: str) -> str:
    """What a browser sends as `Cookie`."""
    request = Request(url)  # noqa: S310 - nothing is opened, the jar writes its header into it
    jar.add_cookie_header(request)
    return request.get_header("Cookie") or ""


def xsrf(jar: CookieJar) -> str:
    """The token that Streamlit's page shows beside its cookie."""
    return next((cookie.value or "" for cookie in jar if cookie.name == _XSRF), "")
