"""A project whose names try to be something else: code, a variable of Postman, the end of a text."""

from __future__ import annotations

from functools import cache

from tests.samples import russian
from wizard.model.project import Project

NAMES = (
    '"); throw new Error("x',
    "{{token}}",
    "{{{base_url}}}",
    "{{$guid}} {{",
    "</script><b>",
    "${token} `${1}`",
    "\\\"\\u007b\\u007b'",
    "$& $1 {names}",
    "a\u2028b 😀",
)


@cache
def hostile() -> Project:
    """The Russian sample with such names wherever people type one."""
    plain = russian()
    sale = plain.pipeline("first_sale")
    names = iter(NAMES)
    stages = tuple(
        stage.changed(name=name, hints=stage.hints.changed(newbie=f"{name}\n{name}"))
        for stage, name in zip(sale.stages, NAMES[1:], strict=False)
    )
    sale = sale.changed(
        name=next(names),
        stages=stages,
        won=sale.won.changed(name=next(names)),
        lost_name=next(names),
    )
    fields = tuple(
        field.changed(
            name=f"{name} {n}",
            group=field.group and f"{name} {field.group}",
            options=tuple(option.changed(name=f"{name} {option.name}") for option in field.options),
        )
        for n, (field, name) in enumerate(zip(plain.fields, NAMES * 2, strict=False))
    )
    reasons = tuple(
        reason.changed(name=f"{name} {n}")
        for n, (reason, name) in enumerate(zip(plain.loss_reasons, NAMES, strict=False))
    )
    company = plain.company.changed(name="{{token}} <script>")
    return plain.with_pipeline(sale).changed(fields=fields, loss_reasons=reasons, company=company)
