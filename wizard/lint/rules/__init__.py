"""All rules, in the order they run: a rule stands after those it requires."""

from wizard.lint.rule import Rule
from wizard.lint.rules import (
    all_hundred,
    answer_changes_nothing,
    built_in_again,
    cliff_step,
    fields_before_answer,
    health_data_field,
    no_consent,
    no_fact,
    no_stop_answer,
    numbers_out_of_range,
    question_may_offend,
    reached_grows,
    text_instead_of_list,
    too_few_questions,
    too_many_fields,
    too_many_questions,
    too_many_required,
    two_contacts_required,
)

RULES: tuple[Rule, ...] = (
    no_fact.RULE,
    reached_grows.RULE,
    all_hundred.RULE,
    cliff_step.RULE,
    numbers_out_of_range.RULE,
    too_few_questions.RULE,
    too_many_questions.RULE,
    no_stop_answer.RULE,
    answer_changes_nothing.RULE,
    health_data_field.RULE,
    question_may_offend.RULE,
    text_instead_of_list.RULE,
    two_contacts_required.RULE,
    fields_before_answer.RULE,
    too_many_required.RULE,
    too_many_fields.RULE,
    built_in_again.RULE,
    no_consent.RULE,
)
