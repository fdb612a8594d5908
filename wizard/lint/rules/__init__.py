"""All rules, in the order they run: a rule stands after those it requires."""

from wizard.lint.rule import Rule
from wizard.lint.rules import (
    blank_name,
    colour_not_in_palette,
    hint_over_1000,
    list_without_options,
    main_funnel_count,
    name_over_255,
    no_fact,
    no_own_stage,
    pipeline_limit,
    same_field_name,
    same_funnel_name,
    same_reason_name,
    same_stage_name,
    stage_limit,
    system_stage_as_own,
    type_not_on_deal,
)

RULES: tuple[Rule, ...] = (
    pipeline_limit.RULE,
    stage_limit.RULE,
    no_own_stage.RULE,
    blank_name.RULE,
    name_over_255.RULE,
    colour_not_in_palette.RULE,
    hint_over_1000.RULE,
    same_stage_name.RULE,
    same_funnel_name.RULE,
    same_reason_name.RULE,
    same_field_name.RULE,
    system_stage_as_own.RULE,
    list_without_options.RULE,
    type_not_on_deal.RULE,
    main_funnel_count.RULE,
    no_fact.RULE,
)
