"""No aggravation: what an appeal leaves weighs and bars no more than what it is against."""

from collections.abc import Sequence

from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.appeal.particulars import Conclusion
from workflows.domain.appeal.state import Appeal
from workflows.domain.consequences.comparing import bars_more
from workflows.domain.consequences.reckoning import consequences
from workflows.domain.consequences.values import Consequences, Imposed, Imposition
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
    if not matter.route.may_aggravate and _aggravates(matter, before, after):
        raise refuse(
            "Art. 20",
            f"measures：不得因申诉加重处理（{matter.route.source}）：请选用不重于原决定的措施。",
            f"measures: an appeal must not aggravate ({matter.route.source}): nothing heavier.",
        )


def _aggravates(matter: Appeal, before: Sequence[Measure], after: Sequence[Measure]) -> bool:
    """Say whether `after` weighs more, or bars more or longer, than `before`."""
    if is_heavier(matter.rules, before, after):
        return True
    return bars_more(_following(matter, before), _following(matter, after))


def _following(matter: Appeal, measures: Sequence[Measure]) -> Consequences:
    """Return what follows from measures; raises `Rejected` for impossible ones."""
    request = matter.request
    imposition = Imposition(
        decided_on=request.decided_on or request.decision.dated or request.received_on,
        measures=tuple(
            Imposed(measure=one.code, effective_on=one.effective_on, months=one.months)
            for one in measures
        ),
        running=request.earlier,
        holds_party_post=request.subject.holds_party_post,
    )
    return consequences(imposition, matter.rules, matter.calendar)


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
    return any(new > old for new, old in pairs)


def _weights(rules: AccountabilityRules, measures: Sequence[Measure]) -> list[int]:
    return sorted((rules.measures[each.code].severity for each in measures), reverse=True)
