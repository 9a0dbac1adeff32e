"""No aggravation: what an appeal leaves is never heavier than what was appealed against."""

from collections.abc import Sequence

from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.appeal.particulars import Conclusion
from workflows.domain.appeal.state import Appeal
from workflows.domain.refusals import refuse
from workflows.domain.subjects import Measure


def check_measures(matter: Appeal, conclusion: Conclusion) -> None:
    """Refuse unknown measures, a change that changes nothing, and any aggravation (Art. 20)."""
    rules, before, after = matter.rules, matter.measures, conclusion.measures
    _check_known(rules, after)
    if conclusion.outcome == "CHANGED" and set(after) == set(before):
        raise refuse(
            "3.11",
            "measures：与原决定相同，维持请用 UPHELD。",
            "measures: the same as before; use UPHELD to let the decision stand.",
        )
    if not matter.route.may_aggravate and is_heavier(rules, before, after):
        raise refuse(
            "Art. 20",
            f"measures：不得因申诉加重处理（{matter.route.source}）：请选用不重于原决定的措施。",
            f"measures: an appeal must not aggravate ({matter.route.source}): nothing heavier.",
        )


def _check_known(rules: AccountabilityRules, measures: Sequence[Measure]) -> None:
    for measure in measures:
        if measure.code not in rules.measures:
            raise refuse(
                "3.8",
                f"measures：规则包没有措施 {measure.code}。",
                f"measures: the rule pack has no measure {measure.code}.",
            )


def is_heavier(
    rules: AccountabilityRules, before: Sequence[Measure], after: Sequence[Measure]
) -> bool:
    """Say whether `after` is not outweighed, heaviest against heaviest and so on, by `before`."""
    weights_before, weights_after = _weights(rules, before), _weights(rules, after)
    if len(weights_after) > len(weights_before):
        return True
    pairs = zip(weights_after, weights_before, strict=False)
    return any(new > old for new, old in pairs) or _lasts_longer(before, after)


def _weights(rules: AccountabilityRules, measures: Sequence[Measure]) -> list[int]:
    return sorted((rules.measures[each.code].severity for each in measures), reverse=True)


def _lasts_longer(before: Sequence[Measure], after: Sequence[Measure]) -> bool:
    months = {measure.code: measure.months for measure in before}
    return any((each.months or 0) > (months.get(each.code) or each.months or 0) for each in after)
