"""The few styles of our own, in one place. Only `.st-key-…` classes of our own keys are touched."""

from __future__ import annotations

import re
from typing import Literal

import streamlit as st

Colour = Literal["red", "orange", "yellow", "blue", "green", "violet", "gray"]

# Pixels. Streamlit cuts an element's width down to its row's, so what follows one this wide begins a new row. A
# container of its own for what follows would be one more element of the page, and each costs a click a millisecond.
ROW = 4000
# How one of several things to choose from looks while it is chosen.
_NO_CLASS = re.compile(r"[^a-zA-Z0-9_-]")
CHOSEN = "border: 2px solid #3d7fd9; background: #3d7fd924;"

_CSS = """
.stMainBlockContainer { max-width: 1240px; padding-top: 1.25rem; padding-bottom: 4rem; }
.st-key-top { border-bottom: 1px solid rgba(128,128,128,.3); padding-bottom: .5rem; }
.stMainBlockContainer :is(h1, h2, h3) { padding: .25rem 0 .25rem; }
.stMainBlockContainer h2 { font-size: 1.75rem; }
.stMainBlockContainer h3 { font-size: 1.35rem; }
.stMainBlockContainer [class*="st-key-card-"] :is(h2, h3) { font-size: 1.1rem; padding: 0; }
.v-title { display: flex; flex-direction: column; gap: 1rem; }
.v-title h2 { margin: 0 0 -1rem; font-weight: 650; line-height: 1.2; letter-spacing: -.005em; }
.v-title .v-over { display: block; font-weight: 400; letter-spacing: 0; line-height: 1.6; }
.v-over { font-size: .875rem; opacity: .75; margin: 0; }
.v-lead { font-size: 1.05rem; line-height: 1.5; max-width: 52rem; margin: 0; text-wrap: pretty; }
.v-said { margin: 0; line-height: 1.5; overflow-wrap: anywhere; }
.v-said + .v-said { margin-top: .35rem; }
.v-two { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 1.25rem; }
.v-doubt { border-left: 3px solid #e08a1e; padding-left: .5rem; font-weight: 600; }
.v-card { border: 1px solid rgba(128,128,128,.3); border-radius: .6rem; padding: .75rem 1rem; }
.v-num { margin: 0; font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.v-gain { font-weight: 600; margin: .25rem 0 0; }
.st-key-guide { border: 1px solid #3d7fd9; background: #3d7fd918; border-radius: .6rem; padding: .75rem 1rem; }
.v-guide { margin: 0; display: flex; flex-wrap: wrap; gap: .1rem .75rem; align-items: baseline; }
.v-guide .v-gain { font-weight: 400; margin: 0; }
.stMainBlockContainer ol.v-tasks { list-style: none; margin: .35rem 0 0; padding: 0; line-height: 1.45; }
.stMainBlockContainer .v-tasks li { margin: 0; padding: .1rem 0 .1rem 1.6rem; position: relative; }
.v-tasks li::before { content: "\\25CB"; position: absolute; left: .2rem; }
.v-tasks .v-done { opacity: .75; }
.v-tasks .v-done::before { content: "\\2713"; font-weight: 700; color: light-dark(#2e8540, #6cc285); }
.v-mute { opacity: .75; }
.v-told { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.v-small { font-size: .875rem; }
/* Which funnel a step is about stands beside its heading where a page is wide enough. */
@media (min-width: 1240px) {
  .stApp:not(:has(.stSidebar)) .st-key-choose-pipeline { align-self: flex-end; margin-top: -5.25rem; }
}
.st-key-shape-numbers > div { flex: 1 1 0; min-width: 0; }
.st-key-question-place > * { flex: 1 1 14rem; }
.st-key-stages-head { align-items: flex-end; }
.v-entry { margin: 0; max-width: 52rem; }
.st-key-stage-term > :first-child { flex: 1 1 calc(40% - 1rem); }
.st-key-stage-term > :last-child { flex: 1 1 calc(60% - 1rem); }
.st-key-tasks, .st-key-list { gap: .4rem; }
.stApp :is(.st-key-tasks-after, .st-key-tasks-around) { display: grid; gap: .4rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr)); }
/* Streamlit draws what follows up to a heading; small ones would touch it. */
.stHeading > div { margin-bottom: -.5rem; }
.stHorizontalBlock .stHeading > div { margin-bottom: 0; }
.st-key-tasks h2 { font-size: 1.1rem; padding-top: .75rem; }
.st-key-tasks .stHeading > div { margin-bottom: 0; }
.st-key-list button { justify-content: flex-start; text-align: left; min-height: 2.4rem; padding: .25rem .75rem; }
.st-key-list button > * { justify-content: flex-start; width: 100%; }
.st-key-list button p { text-align: left; }
.stApp .st-key-chart-map-wide svg { max-width: 100%; height: auto; }
.st-key-browser-page, .st-key-recent { display: none; }
/* A row of the list of steps is one link, with its state at the end. */
.st-key-tasks .stElementContainer { margin: 0; }
.st-key-tasks .stPageLink a { border: 1px solid rgba(128,128,128,.35); border-radius: .5rem; padding: .25rem .75rem;
  min-height: 2.5rem; margin: 0; }
.st-key-tasks .stPageLink a > span:last-child { flex: 1; min-width: 0; overflow: visible; }
.st-key-tasks .stPageLink p { display: flex; flex-wrap: wrap; align-items: center; gap: .15rem .5rem;
  white-space: normal; }
.st-key-tasks .stPageLink p > span:first-of-type { margin-left: auto; }

/* The board as amoCRM's settings paint it: filled columns in order, the system ones fixed at the ends, and the fact
   that moves a card on written across the border between two.
   Buttons stand in the first row, facts in the second, what has no fact in both. */
.st-key-board { display: grid; grid-auto-flow: column; grid-template-rows: auto auto; grid-auto-columns: 1fr;
  gap: 0 .375rem; align-items: start; overflow-x: auto; scrollbar-width: thin; }
.stApp .st-key-board { padding: .25rem; margin: -.25rem; width: calc(100% + .5rem); max-width: none; }
.st-key-board > div { min-width: 0; }
.st-key-board > div:first-child:not([class*="st-key-"]) { min-width: 6.25rem; }
.st-key-board > div:last-child { min-width: 11.5rem; }
.st-key-board > div:first-child:not([class*="st-key-"]), .st-key-board > div:last-child { grid-row: 1 / 3; }
.st-key-board > div:last-child { grid-column: span 2; }
.v-ends { display: grid; grid-template-columns: 1fr 1fr; gap: .375rem; }
.stApp .st-key-board button, .v-end { width: 100%; height: 5.1rem; padding: .75rem .2rem .3rem; box-sizing: border-box;
  line-height: 1.2; border-radius: .35rem; overflow-wrap: anywhere; hyphens: auto; text-align: center; color: #1a2027; }
.stApp .st-key-board button { background: var(--v-paint); border: 1px solid rgba(0,0,0,.18);
  box-shadow: inset 0 0 0 3px var(--v-ring, transparent), inset 0 0 0 4px var(--v-rim, transparent); }
.stApp .st-key-board button:is(:hover, :active, :focus) { color: #1a2027; border-color: #1a5fb4; }
.stApp .st-key-board button:focus-visible { outline: 2px solid light-dark(#1a5fb4, #7fb2f5); outline-offset: 2px; }
.st-key-board button p { font-size: .84rem; font-weight: 600; color: #1a2027;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
.v-end { border: 1px dashed #6b7683; background: var(--v-paint); font-size: .78rem;
  display: flex; align-items: center; justify-content: center; }
.v-fact { position: relative; left: calc(50% + .2rem); font-size: .76rem; line-height: 1.3; padding: .3rem .25rem 0;
  text-align: center; overflow-wrap: anywhere; hyphens: auto; }
.v-fact::before { content: "\\2192"; display: block; font-size: 1rem; opacity: .7; }
.v-fact.v-missing { font-style: italic; opacity: .8; }
@media (max-width: 800px) {
  .v-two { grid-template-columns: 1fr; }
  .st-key-board { display: block; overflow: visible; }
  .stApp .st-key-board > div { min-width: 0; }
  .st-key-board > [class*="st-key-"], .st-key-board > div:last-child { margin-top: .375rem; }
  .v-ends { grid-template-columns: 1fr; }
  .stApp .st-key-board button, .v-end { height: auto; min-height: 2.75rem; padding: .35rem 1.5rem; }
  .v-fact { left: 0; text-align: left; padding-left: 1.6rem; }
  .v-fact::before { content: "\\2193"; position: absolute; left: .4rem; }
  .stMainBlockContainer { padding-left: 1rem; padding-right: 1rem; }
}
/* On a phone columns stand one under another; a long list keeps what it chooses in sight below it. */
@media (max-width: 640px) {
  .stHorizontalBlock:has(> .stColumn) { gap: 1rem; }
  .stMainBlockContainer h1 { font-size: 2rem; }
  [class*="st-key-audit-moves"] .stHorizontalBlock:has(> .stColumn) { gap: .25rem; }
  .st-key-list { max-height: 40vh; overflow-y: auto; }
  .st-key-tasks .stPageLink p > span:last-of-type { margin-left: auto; }
  .st-key-undo p, .st-key-redo p { position: absolute; width: 1px; height: 1px; overflow: hidden;
    clip-path: inset(50%); }
  .st-key-stage-term > :first-child, .st-key-stage-term > :last-child { flex-basis: 100%; }
  .st-key-top { flex-wrap: nowrap; }
  .st-key-top > :first-child { flex: 0 1 auto; min-width: 0; }
  .st-key-top > :last-child { flex-shrink: 0; }
  .st-key-top > :first-child p { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
}

/* An answer to a question on one line, however narrow the page is beside a workshop's panel. */
[class*="st-key-row-answer-"] > :first-child { flex: 1 1 7.5rem; min-width: 0; }
/* Nothing grows pale in the hands of those who use it while the page is drawn anew. */
.stApp .st-key-workshop-panel[data-stale="true"] { opacity: 1; transition: none; }
/* The workshop's code, light on any theme, so that any camera reads it. */
.v-code { display: block; width: 100%; max-width: 20rem; margin: 0 auto; border-radius: .5rem; background: #fff; }
.v-typed { margin: .75rem 0 0; text-align: center; font-size: 2rem; font-weight: 600; line-height: 1.25;
  letter-spacing: .01em; overflow-wrap: anywhere; }
.v-typed span { display: block; }
/* What is to be done after a workshop takes a line, who and when the next one. */
.st-key-workshop-task > :first-child { flex: 1 1 100%; }
/* A file while it is made, and a page of it as paper on a desk. */
[class*="st-key-making-"] p { font-size: .875rem; }
[class*="st-key-paper-"] img { max-width: 54rem; border: 1px solid rgba(128,128,128,.45); border-radius: .25rem;
  box-shadow: 0 1px 6px rgba(0,0,0,.14); background: #fff; }
.st-key-export-logo img { max-height: 5rem; object-fit: contain; object-position: left; background: #fff; }

/* What stands beside what: what was answered and what is there, what was and what is. */
.stMainBlockContainer :is(.v-pairs, .v-paper table) { width: 100%; border-collapse: collapse; line-height: 1.4;
  margin: .25rem 0; }
:is(.v-pairs, .v-paper) :is(th, td) { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0;
  overflow-wrap: anywhere; border: 0; border-bottom: 1px solid rgba(128,128,128,.3); }
.v-pairs td, .v-remark, .v-said p { white-space: pre-line; }
:is(.v-pairs, .v-paper) th { font-size: .875rem; font-weight: 400; opacity: .75; }
:is(.v-pairs, .v-paper) small { font-size: .84rem; opacity: .8; }
.v-pairs small { display: block; }
.v-pairs .v-differs { color: light-dark(#a85508, #e59a4b); opacity: 1; }
.stMainBlockContainer .v-paper h3 { font-size: 1.2rem; padding: 1rem 0 .25rem; }
.v-paper p { margin: .25rem 0; }
.v-paper ul { margin: .25rem 0; padding-left: 1.25rem; }
.v-paper dt { font-size: .875rem; opacity: .75; }
.v-paper dd { margin: 0 0 .6rem; }
:is(.v-remark, .v-said p) { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 640px) {
  /* What was and what is still stand side by side, what changed below both. */
  .stMainBlockContainer :is(.v-pairs, .v-paper table, .v-pairs :is(thead, tbody), .v-paper :is(thead, tbody)) {
    display: block; }
  .v-paper colgroup { display: none; }
  :is(.v-pairs, .v-paper) tr { display: grid; grid-template-columns: 1fr 1fr;
    border-bottom: 1px solid rgba(128,128,128,.3); }
  :is(.v-pairs, .v-paper) tr > :is(th, td) { border: 0; hyphens: auto; }
  .v-paper tr > :nth-child(3) { grid-column: 1 / 3; padding-top: 0; }
  .v-pairs td:first-child { grid-column: 1 / 3; padding-bottom: 0; font-size: .875rem; opacity: .75; }
  .v-pairs th:first-child { display: none; }
}
.st-key-client { max-width: 46rem; }
.st-key-client .stButtonGroup button { min-height: 2.5rem; }

/* A plan: a mark and a line for each change, what becomes what below it. */
.stMainBlockContainer ul.v-plan { list-style: none; margin: 0; padding: 0; line-height: 1.4; }
.stMainBlockContainer .v-plan li { display: grid; grid-template-columns: 1.25rem 1fr; padding: .2rem 0; margin: 0;
  overflow-wrap: anywhere; }
.v-plan small { display: block; font-size: .84rem; opacity: .75; }
.v-mark { font-family: monospace; font-weight: 700; }
.v-create .v-mark { color: light-dark(#2e8540, #6cc285); }
.v-update .v-mark { color: light-dark(#a85508, #e59a4b); }
.v-manual .v-mark { color: light-dark(#7a4fbf, #b394e8); }
.v-verified .v-create .v-mark { color: light-dark(#a85508, #e59a4b); }
.v-remove .v-mark { color: light-dark(#c62f3e, #ef8089); }
.v-unchanged, .v-only_in_account { opacity: .7; }
.v-swatch { display: inline-block; width: .85rem; height: .85rem; border-radius: .2rem; vertical-align: -.1rem;
  border: 1px solid rgba(128,128,128,.5); margin-right: .35rem; }
/* The accent is made to carry white text; as text it cannot be read on the dark theme. Menus lie outside `.stApp`. */
.stButtonGroup button[data-selected="true"] { color: inherit !important; }
.stButtonGroup button[data-selected="true"] p { font-weight: 600; }
body button[kind="tertiary"]:is(:hover, :active, [aria-expanded="true"]) { color: inherit; }
body button[kind="tertiary"]:is(:hover, :active) p { text-decoration: underline; }
/* What is only shown is there to be read. */
body :is(input, textarea):not(:placeholder-shown):disabled, body label[disabled], body [data-disabled] [data-tag] {
  color: inherit; -webkit-text-fill-color: currentColor; opacity: .8; }
.stMain [class*="st-key-finding-"] button p { text-align: left; }
.stMain .stMarkdown .stMarkdownBadge { white-space: normal; }
.stApp .stTooltipIcon button { min-width: 24px; min-height: 24px; }
/* Where the workshop's panel is folded, Streamlit's own bar lay over the top row. */
.stApp .stAppHeader { background: none; pointer-events: none; }
.stApp .stAppHeader button { position: relative; top: .5rem; pointer-events: auto;
  background: light-dark(#fff, #12171e); }
.stApp:has([data-testid="stExpandSidebarButton"]) .st-key-top { padding-left: 2.25rem; }
/* On a laptop the way on stays in sight however long a step is; what is focused scrolls clear of it. */
@media (min-width: 801px) and (min-height: 600px) {
  .stMain:has(.st-key-foot) { scroll-padding-bottom: 5.5rem; }
  .stMain div:has(> .st-key-foot) { position: sticky; bottom: 0; z-index: 5; padding: .6rem 0;
    background: light-dark(#fff, #12171e); border-top: 1px solid rgba(128,128,128,.3); }
}
@media (prefers-reduced-motion: reduce) {
  .stApp *, .stApp *::before, .stApp *::after { animation-duration: .01ms !important; transition: none !important; }
}
@media print { .st-key-top, .st-key-foot { display: none; } }
"""


_QUOTED = str.maketrans({char: f"\\{ord(char):06x}" for char in '"\\<>\n'})

# In one line: every run, Streamlit looks through the lines for an indentation to take away.
_SHEET = " ".join(f"<style>{_CSS}</style>".split())


# Streamlit's words give way to ours; hidden ones are not read aloud, nor is the input behind the button. The button's
# own word stays at no size: a name made by a style alone is none to many tools.
_UPLOAD = """
.stFileUploader section > input { visibility: hidden; }
.stFileUploader section > span button p { font-size: 0; }
.stFileUploader section > div > div > span { display: none; }
.stFileUploader section > span button > div::after { content: %s; font-size: .875rem; }
.stFileUploader section:has(> span button p) > div > div::after { content: %s; font-size: .875rem; opacity: .75; }
"""


def apply() -> None:
    st.html(_SHEET)


def class_of(key: str) -> str:
    """The class Streamlit gives an element with this key."""
    return f"st-key-{_NO_CLASS.sub('-', key)}"


def choose(key: str) -> None:
    """Frame the button of this key as the chosen one."""
    st.html(f"<style>.{class_of(key)} button {{ {CHOSEN} }}</style>")


def upload(button: str, note: str) -> None:
    """What stands on the button of a place for files, and below it, on pages that have one."""
    said = tuple(f'"{words.translate(_QUOTED)}"' for words in (button, note))
    st.html(" ".join(f"<style>{_UPLOAD % said}</style>".split()))
