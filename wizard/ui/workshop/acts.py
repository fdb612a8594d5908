"""What browsers send: anything may come, so it is read here and nowhere else."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

Key = Annotated[str, Field(min_length=8, max_length=64, pattern=r"^[\w-]+$")]
Number = Annotated[int, Field(ge=0, le=2**31 - 1)]
# Much more than is ever taken, so that what is too long is told so.
Text = Annotated[str, Field(max_length=50_000)]
MOST = 50


class Act(BaseModel):
    """One thing done; what it does not need is empty."""

    model_config = ConfigDict(frozen=True, strict=True)

    key: Key
    act: str
    kind: Annotated[str, Field(max_length=20)] = ""
    text: Text = ""
    why: Text = ""
    name: Text = ""
    pipeline: Annotated[str, Field(max_length=200)] = ""
    stage: Annotated[str, Field(max_length=200)] = ""
    proposal: Number = 0
    participant: Number = 0
    seconds: Number = 0
    given: bool = False
    state: Annotated[str, Field(pattern=r"^(accepted|parked|rejected)?$")] = ""


class Sent(BaseModel):
    """A device's secret, where it has one, and its acts in their order."""

    model_config = ConfigDict(frozen=True)

    device: Annotated[str, Field(max_length=64)] = ""
    acts: tuple[Act, ...] = ()


def read(sent: Any) -> Sent:
    """What makes sense of what was sent; the rest is as if it were not there."""
    if not isinstance(sent, dict):
        return Sent()
    device, acts = sent.get("device"), sent.get("acts")
    found = [act for each in (acts[:MOST] if isinstance(acts, list) else ()) if (act := _act(each))]
    return Sent(device=device if isinstance(device, str) and len(device) <= 64 else "", acts=tuple(found))


def lately(answers: dict[str, str]) -> dict[str, str]:
    """The last answers: what was answered before, a browser no longer asks about."""
    return dict([*answers.items()][-2 * MOST :])


def _act(sent: Any) -> Act | None:
    try:
        return Act.model_validate(sent)
    except ValidationError:
        return None
