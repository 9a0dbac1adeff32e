"""Whether a case must go to the upper organ, and on which grounds (rulebook 3.6)."""

from collections.abc import Collection

from workflows.domain.accountability_rules.process import ElevatedTrigger, Elevation
from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.text import Text


def grounds(
    elevation: Elevation,
    rules: AccountabilityRules,
    traits: Collection[str],
    measures: Collection[str],
) -> tuple[Text, ...]:
    """Return every ground that holds for the traits of a case and the measures proposed in it.

    Without a ground nothing needs to go up; one is enough (A13).
    """
    return tuple(
        Text(trigger.zh, trigger.en)
        for trigger in elevation.triggers.values()
        if trigger.applies and _holds(trigger, rules, traits, measures)
    )


def _holds(
    trigger: ElevatedTrigger,
    rules: AccountabilityRules,
    traits: Collection[str],
    measures: Collection[str],
) -> bool:
    proposed = [(code, rules.measures[code]) for code in measures]
    return (
        trigger.every_case
        or any(trait in trigger.traits for trait in traits)
        or any(code in trigger.measures for code, _ in proposed)
        or any(measure.nature in trigger.natures for _, measure in proposed)
        or (trigger.heavy and any(measure.heavy for _, measure in proposed))
    )
