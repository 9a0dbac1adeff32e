"""Random terms with random histories, and a second way to count them.

The counting here is a slow walk on purpose: it shares nothing with the code it checks.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from workflows.domain.calendars import Calendar
from workflows.domain.terms import Budget, Extension, Roll, Term

# A machine that is busy with other tests is slow, not wrong.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

DAY = timedelta(days=1)
EDGES = [
    date(2024, 1, 31), date(2026, 1, 31), date(2024, 2, 29), date(2024, 12, 31),
    date(2025, 12, 31), date(2026, 12, 31), date(2026, 9, 3),
]  # fmt: skip

anchors = st.sampled_from(EDGES) | st.dates(date(2023, 10, 1), date(2027, 3, 31))
budgets = st.builds(Budget, st.integers(0, 4), st.integers(0, 40), st.integers(1, 15)) | st.builds(
    Budget, st.integers(0, 4), st.integers(1, 40), st.just(0)
)
rolls = st.sampled_from(Roll)


@dataclass(frozen=True)
class Fact:
    """Something that happened to a term: days after the anchor, or more time."""

    since: int = 0
    length: int | None = None
    two_steps: bool = False
    more: Budget | None = None

    def extension(self, anchor: date) -> Extension:
        assert self.more
        return Extension(self.more, "复杂", "A05", "o-2", anchor + self.since * DAY)


pauses = st.builds(Fact, st.integers(0, 90), st.integers(0, 40), st.booleans())
grants = st.builds(Fact, st.integers(0, 90), more=budgets)
standing = st.builds(Fact, st.integers(0, 90))


@st.composite
def histories(draw: st.DrawFn) -> list[Fact]:
    facts = draw(st.lists(pauses | grants, max_size=5))
    if draw(st.booleans()):
        facts = [Fact(f.since, f.length, False, f.more) for f in facts] + [draw(standing)]
    return facts


def reported(term: Term, facts: list[Fact]) -> Term:
    """Report the facts in order; one in two steps is resumed as late as it can be."""
    to_resume: date | None = None
    for fact in facts:
        since = term.anchor + fact.since * DAY
        opens = fact.more is None and (fact.two_steps or fact.length is None)
        if opens and to_resume:
            term, to_resume = term.resume(to_resume), None
        if fact.more:
            term = term.extend(fact.extension(term.anchor))
            continue
        until = None if fact.length is None else since + fact.length * DAY
        now = None if opens else until
        term = term.suspend(since, until=now, reason="另有线索", basis="A05", by="o-1")
        to_resume = until if opens else to_resume
    return term.resume(to_resume) if to_resume else term


def fresh(anchor: date, budget: Budget, roll: Roll) -> Term:
    return Term(key="t", anchor=anchor, budget=budget, basis="rulebook 2.5", roll=roll)


terms = st.builds(
    lambda a, b, r, f: reported(fresh(a, b, r), f), anchors, budgets, rolls, histories()
)


def months_after(anchor: date, months: int) -> date:
    """Find the corresponding day by walking back from the 31st: a second way to say the rule."""
    year, month = anchor.year + (anchor.month - 1 + months) // 12, (anchor.month - 1 + months) % 12
    for day in range(anchor.day, 0, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    raise AssertionError


def sizes(term: Term) -> tuple[int, int]:
    """Return how many calendar days and how many working days the term has to count."""
    parts = [term.budget, *(extension.budget for extension in term.extensions)]
    end = months_after(term.anchor, sum(p.months for p in parts))
    calendar_days = (end - term.anchor).days + sum(p.days for p in parts)
    return calendar_days, sum(p.working_days for p in parts)


def walked(term: Term, calendar: Calendar) -> date | None:
    """Walk day by day with a purse of days: the rule as a clerk would count on a wall calendar."""
    calendar_days, working_days = sizes(term)
    day = term.anchor
    for _ in range(4000):
        day += DAY
        if any(s.since <= day and (s.until is None or day < s.until) for s in term.suspensions):
            continue
        if calendar_days:
            calendar_days -= 1
        elif working_days and calendar.is_working_day(day):
            working_days -= 1
        if calendar_days or working_days:
            continue
        if term.roll is Roll.NONE or calendar.is_working_day(day):
            return day
    return None
