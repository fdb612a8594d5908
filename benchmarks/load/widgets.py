"""What a browser keeps of a widget, read from the message that draws it.

A browser sends the states of all widgets on the page with every rerun, not only of the one touched.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.NumberInput_pb2 import NumberInput
from streamlit.proto.WidgetStates_pb2 import WidgetState


@dataclass(frozen=True, slots=True)
class Widget:
    """A widget as it stands on the page; a button has no state to keep, and may stand for a `file` yet to be made.

    `part` is the part of the page that is drawn again when it is touched; without one it is all of it. `data` is what
    runs in the browser was given, as JSON.
    """

    id: str
    kind: str
    label: str
    state: WidgetState | None
    file: str = ""
    part: str = ""
    data: str = ""


def widget(element: Element) -> Widget | None:
    """The widget an element is, if it is one of those that are known here."""
    kind = element.WhichOneof("type")
    if kind is None or kind not in _STATES:
        return None
    drawn = getattr(element, kind)
    if kind == "bidi_component":
        return Widget(drawn.id, kind, "", None, data=drawn.json)
    make = _STATES[kind]
    file = drawn.deferred_file_id if kind == "download_button" else ""
    return Widget(drawn.id, kind, drawn.label, None if make is None else make(drawn), file)


def folded(block: Block) -> Widget | None:
    """The folded part of the page that a block is, if the page is told when it opens; until then it has no state."""
    part = block.expandable
    if not part.id:
        return None
    return Widget(part.id, "expandable", part.label, None)


def keeps(element: Element) -> bool:
    """Whether the page leaves the widget's state to the browser, for it set none itself."""
    kind = element.WhichOneof("type")
    if kind == "bidi_component":
        return True
    return kind is not None and not getattr(getattr(element, kind), "set_value", True)


def key(widget_id: str) -> str:
    """The key a programmer gave: ids are `$$ID-<hash>-<key>`."""
    return widget_id.split("-", 2)[2]


def complaint(element: Element) -> str | None:
    """What the page says when something went wrong."""
    kind = element.WhichOneof("type")
    if kind == "exception":
        return f"{element.exception.type}: {element.exception.message}"
    if kind == "alert" and element.alert.format == Alert.ERROR:
        return element.alert.body
    return None


def text_state(widget_id: str, text: str) -> WidgetState:
    return WidgetState(id=widget_id, string_value=text)


def json_state(widget_id: str, value: Any) -> WidgetState:
    return WidgetState(id=widget_id, json_value=json.dumps(value))


def _text(drawn: Any) -> WidgetState:
    return text_state(drawn.id, drawn.value if drawn.set_value else drawn.default)


def _choice(drawn: Any) -> WidgetState:
    if drawn.set_value:
        chosen = drawn.raw_value if drawn.HasField("raw_value") else None
    else:
        chosen = drawn.options[drawn.default] if drawn.HasField("default") else None
    return WidgetState(id=drawn.id) if chosen is None else WidgetState(id=drawn.id, string_value=chosen)


def _number(drawn: Any) -> WidgetState:
    field = "value" if drawn.set_value else "default"
    if not drawn.HasField(field):
        return WidgetState(id=drawn.id)
    value = getattr(drawn, field)
    if drawn.data_type == NumberInput.INT:
        return WidgetState(id=drawn.id, int_value=int(value))
    return WidgetState(id=drawn.id, double_value=value)


def _several(drawn: Any) -> WidgetState:
    state = WidgetState(id=drawn.id)
    chosen = drawn.raw_values if drawn.set_value else [_words(drawn.options[place]) for place in drawn.default]
    state.string_array_value.data.extend(chosen)
    return state


def _words(option: Any) -> str:
    return option if isinstance(option, str) else option.content


def _switch(drawn: Any) -> WidgetState:
    return WidgetState(id=drawn.id, bool_value=drawn.value if drawn.set_value else drawn.default)


_STATES: dict[str, Callable[[Any], WidgetState] | None] = {
    "button": None,
    "bidi_component": None,
    "download_button": None,
    "text_input": _text,
    "text_area": _text,
    "selectbox": _choice,
    "number_input": _number,
    "multiselect": _several,
    "button_group": _several,
    "checkbox": _switch,
}
