"""Words on a page that are not in its language, but for those listed here, each with why it stays."""

from __future__ import annotations

import re

from playwright.sync_api import Page

# What people see, and what is read aloud to them; icons are letters of a font of their own.
_SAID = """
() => {
  const said = new Set()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode
    if (data.trim() && !parentElement.closest("script, style, noscript, [translate=no]:not(html), [aria-hidden=true]")
      && parentElement.checkVisibility()) said.add(data.trim())
  }
  for (const name of ["aria-label", "title", "placeholder", "alt"])
    for (const part of document.body.querySelectorAll(`[${name}]`)) said.add(part.getAttribute(name))
  return [...said]
}
"""
# Names, which stay as they are.
_NAMES = {
    r"amoCRM|amoМаркет|amo": "the product, as its makers write it",
    r"[\w.-]+\.(amocrm\.ru|kommo\.com)": "the address of an account",
    r"https?://\S+|GET|/api/v4/\S+|\?p=\S+": "addresses, of a project or in the letter to whoever knows them",
    r"API|JSON|YAML|CSV|TSV|XLSX|TXT|PDF|PNG|SVG|JPEG|WebP": "formats have no other names",
    r"Excel|Word|Postman|newman": "nor have programs",
    r"Ctrl\+\w": "stands so on the key",
    r"\b[0-9a-f]{12}\b": "a checksum",
    r"B2B|CRM": "said so in Russian",
}
# What Streamlit says itself and lets nobody translate: docs/access.md.
_STREAMLIT = {
    r"Skip to main content": "the first link of a page, for keyboards",
    r"Help for .*": "the mark that tells more",
    r"Open|Clear value|Clear all|Selected values|Remove .*|Decrement|Increment|(Show|Hide) password": "in inputs",
    r"(Show data|Show/hide columns|Download as CSV|Search|Fullscreen|Close fullscreen)(: .*)?": "tools of a table",
    r"(Download as PNG|Copy Vega-Lite spec)(: .*)?": "tools of a chart",
    r"[0-9]+ options? available\..*": "how long a list is, in the browser's language",
    r"dd|mm|yyyy|(day|month|year), .*": "the parts of a date, in the browser's language",
    r"Choose date.*": "the calendar",
    r"Copy to clipboard|Copied": "a text to be copied",
    r"file upload|Upload|[0-9.]+[KMG]B per file.*": "the box for files, hidden behind words of ours",
    r"Sidebar|(Collapse|Expand) sidebar": "what holds the host's panel",
    r"Notifications.*|Close": "the place where messages come up",
    r"\w+ icon|progress": "named so for screen readers",
}
_OTHER = {"ru": re.compile(r"[A-Za-z]{2,}"), "en": re.compile(r"[А-Яа-яЁё]{2,}")}
# Each page has a button that leads into the other language, named in it.
_SWITCH = {"ru": "English", "en": "Русский"}
_BUILT_IN = re.compile("|".join(_STREAMLIT), re.DOTALL)
_NAMED = re.compile("|".join(_NAMES))


def found(page: Page) -> list[str]:
    """What is said in another language than the page's."""
    language: str = page.evaluate("document.documentElement.lang")
    said: list[str] = page.evaluate(_SAID)
    return [text for text in said if _is_foreign(text, language)]


def _is_foreign(text: str, language: str) -> bool:
    if text == _SWITCH[language] or (language == "ru" and _BUILT_IN.fullmatch(text)):
        return False
    return bool(_OTHER[language].search(_NAMED.sub("", text)))
