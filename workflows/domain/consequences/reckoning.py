"""From what was imposed to what follows: restrictions, each with its last day and its reason.

Every kind of measure is looked up in the rules; nothing here knows a measure or a number by itself.
"""

from datetime import date, timedelta

from workflows.domain.accountability_rules.codes import RestrictionKind
from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.calendars import Calendar
from workflows.domain.consequences import wording
from workflows.domain.consequences.effect import check_not_before
from workflows.domain.consequences.periods import Reckoning, ends_of, period
from workflows.domain.consequences.values import (
    Consequences,
    Imposed,
    Imposition,
    Restriction,
    Running,
)
from workflows.domain.lifecycle import Rejected
from workflows.domain.terms import Budget, Ends, Term
from workflows.domain.text import Text, listed


def consequences(
    imposition: Imposition, rules: AccountabilityRules, calendar: Calendar
) -> Consequences:
    """Return what follows from a decision for one subject; raises `Rejected`."""
    own = [
        restriction
        for imposed in imposition.measures
        for restriction in _reckoning(imposed, imposition, rules, calendar).restrictions()
    ]
    if rules.impact.longest.value == "all_kinds":
        own = _run_to_the_longest(own, rules)
    earlier = [r for one in imposition.running for r in _earlier(one, imposition, rules)]
    everything = [*own, *earlier, *_award(imposition, rules)]
    return Consequences(
        decided_on=imposition.decided_on, restrictions=tuple(sorted(everything, key=_place))
    )


def measure_given(code: str, rules: AccountabilityRules, *, holds_party_post: bool) -> str:
    """Return the measure that takes the place of `code` for this subject, mostly itself."""
    return (not holds_party_post and rules.measures[code].without_party_post) or code


def _reckoning(
    imposed: Imposed, imposition: Imposition, rules: AccountabilityRules, calendar: Calendar
) -> Reckoning:
    code = measure_given(imposed.measure, rules, holds_party_post=imposition.holds_party_post)
    check_not_before(imposed.effective_on, imposition.decided_on)
    _check_merged(imposed, rules)
    replaced = [] if code == imposed.measure else [rules.measures[imposed.measure].label]
    return Reckoning(
        rules=rules,
        calendar=calendar,
        code=code,
        imposed=imposed,
        since=imposed.effective_on or imposition.decided_on,
        running=imposition.running,
        notes=tuple(map(wording.in_place_of, replaced)),
    )


def _check_merged(imposed: Imposed, rules: AccountabilityRules) -> None:
    """Refuse a period that several sanctions alike cannot be given (政务处分法 15)."""
    if imposed.months is None:
        return
    measure = rules.measures[imposed.measure]
    merging = rules.impact.merging.get(measure.nature)
    least = max((part.months or 0 for part in measure.restrictions), default=0)
    most = merging.cap_months if merging else None
    if merging is None or not merging.may_merge or not least or most is None:
        raise Rejected(
            "3.10",
            Text(
                f"{measure.zh}的影响期由规则确定，不得另定 months。",
                f"The period of {measure.en} is given by the rules: leave months out.",
            ),
        )
    if not least <= imposed.months <= most:
        raise Rejected(
            "3.10",
            Text(
                f"合并的{measure.zh}，months 应在 {least} 至 {most} 之间。",
                f"Merged {measure.en}: months must be between {least} and {most}.",
            ),
        )


def _run_to_the_longest(own: list[Restriction], rules: AccountabilityRules) -> list[Restriction]:
    """Let every restriction run to the longest end when measures are combined (A51, A55)."""
    if len({r.measure for r in own}) < 2:
        return own
    longest = max(own, key=lambda r: (r.last_day or date.max, r.measure))
    return [r if r.last_day == longest.last_day else _prolonged(r, longest, rules) for r in own]


def _prolonged(r: Restriction, longest: Restriction, rules: AccountabilityRules) -> Restriction:
    named = rules.measures[r.measure].label
    parts = [
        wording.barred(named, r.kind, longest.last_day, longest.first_eligible),
        wording.longer(rules.measures[longest.measure].label),
        *wording.counted(longest.term),
        Text(rules.impact.longest.source, rules.impact.longest.source),
    ]
    return r.but(last_day=longest.last_day, term=longest.term, why=listed(parts))


def _earlier(one: Running, imposition: Imposition, rules: AccountabilityRules) -> list[Restriction]:
    """Return what an earlier sanction still bars; for ever, where it has no last day."""
    if one.last_day is not None and one.last_day < imposition.decided_on:
        return []
    measure, term = rules.measures[one.measure], _term_of(one, rules)
    first = one.last_day + timedelta(days=1) if one.last_day else None
    return [
        Restriction(
            kind=kind,
            measure=one.measure,
            since=one.since,
            last_day=one.last_day,
            term=term,
            earlier=True,
            source=measure.source,
            mark=measure.mark,
            why=wording.barred(wording.earlier(measure.label), kind, one.last_day, first),
        )
        for kind in sorted({part.kind for part in measure.restrictions})
    ]


def _term_of(one: Running, rules: AccountabilityRules) -> Term | None:
    if one.last_day is None:
        return None
    days = (one.last_day - one.since).days
    budget = Budget(days=days + 1 if ends_of(rules) is Ends.DAY_BEFORE else days)
    return period(rules, one.since, budget, rules.measures[one.measure].source)


def _award(imposition: Imposition, rules: AccountabilityRules) -> list[Restriction]:
    """Return the flag of the year: not a period, it ends with the year of the decision (A32)."""
    if not any(rules.measures[imposed.measure].counts for imposed in imposition.measures):
        return []
    award, year = rules.impact.award, imposition.decided_on.year
    last = date(year, 12, 31)
    named = Text("受到责任追究", "held accountable")
    why = wording.barred(named, RestrictionKind.AWARD, last, date(year + 1, 1, 1))
    return [
        Restriction(
            kind=RestrictionKind.AWARD,
            measure="",
            since=imposition.decided_on,
            last_day=last,
            source=award.source,
            mark=award.mark,
            why=why,
        )
    ]


def _place(r: Restriction) -> tuple[str, str, bool, date]:
    return r.kind, r.measure, r.earlier, r.last_day or date.max
