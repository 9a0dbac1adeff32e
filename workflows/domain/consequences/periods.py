"""The period of one restriction: from when it is counted, how long it is, where it ends."""

from dataclasses import dataclass
from datetime import date, timedelta

from workflows.domain.accountability_rules.measures import MeasureRule, RestrictionRule
from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.calendars import Calendar
from workflows.domain.consequences import wording
from workflows.domain.consequences.values import Imposed, Restriction, Running
from workflows.domain.lifecycle import Rejected
from workflows.domain.terms import Budget, Ends, Term
from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One measure that was imposed, with all that its periods depend on."""

    rules: AccountabilityRules
    calendar: Calendar
    code: str
    imposed: Imposed
    since: date
    """The first day of its period."""
    running: tuple[Running, ...]
    notes: tuple[Text, ...] = ()

    @property
    def measure(self) -> MeasureRule:
        """Return the measure as the pack has it."""
        return self.rules.measures[self.code]

    def restrictions(self) -> list[Restriction]:
        """Return what the measure bars, each with its reason."""
        return [self._restriction(rule) for rule in self.measure.restrictions]

    def _restriction(self, rule: RestrictionRule) -> Restriction:
        if rule.months is None:
            return self._told(rule, None, [])
        anchor, notes = self._anchor(rule)
        budget = Budget(months=self.imposed.months or rule.months)
        earlier = self._latest_running()
        if earlier is None or self._ends_inside(rule):
            return self._told(rule, period(self.rules, anchor, budget, rule.source), notes)
        last_day, sanction = earlier
        days = self._days_left(last_day)
        named = self.rules.measures[sanction.measure].label
        notes = [*notes, wording.remaining(named, last_day, days)]
        whole = Budget(months=budget.months, days=days)
        term = period(self.rules, anchor, whole, rule.source)
        return self._told(rule, *self._capped(term, notes))

    def _anchor(self, rule: RestrictionRule) -> tuple[date, list[Text]]:
        if rule.start == "effective":
            return self.since, []
        observed = Budget(months=self.measure.observation_months)
        over = period(self.rules, self.since, observed, rule.source).due(self.calendar)
        expected = (over or self.since) + timedelta(days=1)
        restored = self.imposed.rights_restored_on
        if restored is None:
            return expected, [wording.assumed(expected)]
        if restored < expected:
            raise Rejected(
                "3.10",
                Text(
                    f"留党察看至{over}（含当日），恢复党员权利之日 {restored} 不能在此之前。",
                    f"The observation lasts through {over}: rights restored on {restored} "
                    "cannot be before its end.",
                ),
            )
        self._check_longest(restored, rule)
        return restored, []

    def _check_longest(self, restored: date, rule: RestrictionRule) -> None:
        """Refuse rights restored after the longest observation that there can be."""
        if not self.measure.longest_observation_months:
            return
        longest = Budget(months=self.measure.longest_observation_months)
        over = period(self.rules, self.since, longest, rule.source).due(self.calendar)
        if over and restored > over + timedelta(days=1):
            raise Rejected(
                "3.10",
                Text(
                    f"留党察看（含延长）最长至{over}（含当日），恢复党员权利之日 {restored} "
                    "不能晚于次日，请核对日期。",
                    f"The observation, extended or not, ends by {over}: rights restored on "
                    f"{restored} are later than the day after it; check the date.",
                ),
            )

    def _latest_running(self) -> tuple[date, Running] | None:
        """Return the earlier sanction of its nature that ends last; one for ever merges nothing."""
        merging = self.rules.impact.merging.get(self.measure.nature)
        if merging is None or merging.inside != "remaining_plus_new":
            return None
        alike = [
            (one.last_day, one)
            for one in self.running
            if one.last_day is not None
            and one.since <= self.since <= one.last_day
            and self.rules.measures[one.measure].nature is self.measure.nature
        ]
        return max(alike, key=lambda pair: pair[0], default=None)

    def _ends_inside(self, rule: RestrictionRule) -> bool:
        """Say whether a later phase of the same measure takes up what is left of the earlier."""
        return rule.start == "effective" and bool(self.measure.observation_months)

    def _days_left(self, last_day: date) -> int:
        left = (last_day - self.since).days
        return left + 1 if ends_of(self.rules) is Ends.DAY_BEFORE else left

    def _capped(self, term: Term, notes: list[Text]) -> tuple[Term, list[Text]]:
        cap = self.rules.impact.merging[self.measure.nature].cap_months
        if cap is None:
            return term, notes
        most = period(self.rules, self.since, Budget(months=cap), term.basis)
        if (term.due(self.calendar) or date.max) <= (most.due(self.calendar) or date.max):
            return term, notes
        return most, [*notes, wording.capped(self.since, cap)]

    def _told(self, rule: RestrictionRule, term: Term | None, notes: list[Text]) -> Restriction:
        last_day = term.due(self.calendar) if term else None
        first = last_day + timedelta(days=1) if last_day else None
        parts = [
            wording.barred(self.measure.label, rule.kind, last_day, first),
            *self.notes,
            *wording.counted(term),
            *notes,
        ]
        return Restriction(
            kind=rule.kind,
            measure=self.code,
            since=self.since,
            last_day=last_day,
            term=term,
            source=rule.source,
            mark=rule.mark,
            why=wording.said(parts),
        )


def ends_of(rules: AccountabilityRules) -> Ends:
    """Return how an impact period ends under these rules."""
    before = rules.impact.last_day.value == "day_before"
    return Ends.DAY_BEFORE if before else Ends.ON_CORRESPONDING_DAY


def period(rules: AccountabilityRules, anchor: date, budget: Budget, source: str) -> Term:
    """Return an impact period; its due day is the last restricted day."""
    return Term(key="impact", anchor=anchor, budget=budget, basis=source, ends=ends_of(rules))
