"""What stands around the pages on the server: the page's language, safe headers, a warm start."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs

from wizard.i18n.catalogue import languages, translations
from wizard.ui import headers

_SHELL = b'<html lang="en"'
_FIRST_READ = 3.0  # seconds
_WAITING = 64  # threads

Message = MutableMapping[str, Any]


class PageLanguage:
    """ASGI middleware: the shell says which language the page is in, and asks browsers not to translate it.

    Streamlit writes `lang="en"` into its shell (streamlit#15726); a translated page breaks its widgets.
    """

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        language = _asked(scope.get("query_string", b""))
        if "." not in scope["path"].rpartition("/")[2]:  # the shell must arrive uncompressed to be changed
            scope["headers"] = [(k, v) for k, v in scope["headers"] if k != b"accept-encoding"]
        html = False

        async def send_on(message: Message) -> None:
            nonlocal html
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *headers.safe()]
                html = any(k == b"content-type" and v.startswith(b"text/html") for k, v in message["headers"])
                if html:  # its length changes below
                    message["headers"] = [(k, v) for k, v in message["headers"] if k != b"content-length"]
            elif html and message["type"] == "http.response.body":
                shell = f'<html lang="{language}" translate="no"'.encode()
                message["body"] = message.get("body", b"").replace(_SHELL, shell, 1)
            await send(message)

        await self._app(scope, receive, send_on)


def _asked(query: bytes) -> str:
    asked = parse_qs(query.decode("latin-1")).get("lang", [""])[0]
    return asked if asked in languages() else languages()[0]


def _warm_pages() -> None:
    """Import and read what the first page takes."""
    from wizard.ui import pages  # noqa: F401, PLC0415

    for language in languages():
        translations(language)


def _warm_drafts() -> None:
    """Bring the database to its shape; when it does not answer now, the first project asks again."""
    from wizard.storage.drafts import kept  # noqa: PLC0415
    from wizard.storage.refused import DraftError  # noqa: PLC0415

    try:
        kept().database.prepare()
    except DraftError as error:
        logging.getLogger("voronka").warning("projects cannot be kept yet: %s", error, exc_info=error.__cause__)


def _warm_steps() -> None:
    """Import and read what the steps take."""
    import altair as alt  # noqa: F401, PLC0415
    import pandas as pd  # noqa: F401, PLC0415

    from wizard.catalog import reader  # noqa: PLC0415
    from wizard.charts import funnel, plan, reasons, route_map, what_if  # noqa: F401, PLC0415
    from wizard.ui import calls  # noqa: F401, PLC0415

    reader.funnels(), reader.industries(), reader.fields(), reader.reasons(), reader.benchmarks()
    # What is loaded now stays: left out of collections, it no longer stops everybody for a fifth of a second each time.
    gc.collect()
    gc.freeze()


async def _warm() -> None:
    """The first page at once; the rest once the first visitor reads it, for threads share one interpreter."""
    await asyncio.to_thread(_warm_pages)
    await asyncio.sleep(_FIRST_READ)
    await asyncio.to_thread(_warm_drafts)
    await asyncio.to_thread(_warm_steps)


def failed(error: Exception) -> bool:
    """What a reader sees when the script fails; imported then, so that the server is healthy sooner."""
    from wizard.ui.failure import say  # noqa: PLC0415

    return say(error)


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Warm up beside the start, not before it: the server is healthy at once."""
    # Downloads wait in its threads until their files are made, and must not keep anybody else waiting.
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_WAITING, "waiting"))
    warming = asyncio.create_task(_warm())
    yield
    warming.cancel()
