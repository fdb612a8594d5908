"""How things are called here and compared there: the paths of bindings, and names without what people do not see."""

from __future__ import annotations

from functools import lru_cache


# The same names are compared again before every request.
@lru_cache(4096)
def plain(name: str) -> str:
    """A name for comparing: case, a Russian yo, and spaces do not matter."""
    return " ".join(name.casefold().replace("\u0451", "\u0435").split())


def pipeline(pipeline_id: str) -> str:
    return f"pipelines/{pipeline_id}"


def inside(pipeline: str) -> str:
    """What the places inside a pipeline begin with."""
    return f"{pipeline}/"


def stage(pipeline_id: str, stage_id: str) -> str:
    return f"pipelines/{pipeline_id}/stages/{stage_id}"


def end(pipeline_id: str, kind: str) -> str:
    """The name of one of a pipeline's two ends."""
    return f"pipelines/{pipeline_id}/{kind}"


def order(pipeline_id: str) -> str:
    return f"pipelines/{pipeline_id}/order"


def main(pipeline_id: str) -> str:
    return f"pipelines/{pipeline_id}/main"


def removal(pipeline_id: str, remote: int) -> str:
    """A stage of the account that is to go has no other place in the project."""
    return f"pipelines/{pipeline_id}/removed/{remote}"


def pipeline_removal(remote: int) -> str:
    """Neither has a pipeline of the account that is to go."""
    return f"removed/{remote}"


def field(field_id: str) -> str:
    return f"fields/{field_id}"


def group(name: str) -> str:
    """Sections of the card have no ids in a project."""
    return f"groups/{plain(name)}"


# Bound to `REFUSED` where the account takes no loss reasons from programs, which nothing it shows tells.
REASONS = "loss_reasons"
REFUSED = "refused"


def reason(reason_id: str) -> str:
    return f"loss_reasons/{reason_id}"
