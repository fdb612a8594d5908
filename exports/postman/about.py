"""What is read before a collection is run: how to run it, what it does, and what only people can do."""

from __future__ import annotations

import html
import re

from wizard.amocrm.wire import Json
from wizard.i18n.translator import Translator

# Without a limit of its own newman waits for an answer for ever.
COMMAND = (
    "newman run FILE --timeout-request 60000 "
    '--env-var base_url=https://company.amocrm.ru --env-var token="$VORONKA_AMOCRM_TOKEN"'
)

_MARKS = re.compile(r"([\\`*_{\[\]|~])")


def description(body: Json, tr: Translator) -> str:
    """Markdown, which is what Postman shows."""
    lines = [f"- **{_plain(line['where'])}** {_plain(line['text'])}" for line in body["manual"]]
    parts = [
        tr("postman.about.draft") if body["draft"] else "",
        tr("postman.about.what"),
        tr("postman.about.how"),
        f"`{COMMAND}`",
        tr("postman.about.stops"),
        f"## {tr('postman.about.manual')}" if lines else "",
        "\n".join(lines),
    ]
    return "\n\n".join(part for part in parts if part)


def _plain(text: str) -> str:
    """Users' text shown as it is; Postman would also put variables' values into it."""
    marked = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return html.escape(marked, quote=False).replace(r"\{", "&#123;")
