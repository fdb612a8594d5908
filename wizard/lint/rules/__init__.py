"""All rules, in the order they run: a rule stands after those it requires."""

from wizard.lint.rule import Rule
from wizard.lint.rules import no_fact

RULES: tuple[Rule, ...] = (no_fact.RULE,)
