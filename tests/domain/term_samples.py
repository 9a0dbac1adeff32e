"""Terms to test with, on the shipped calendars.

Dates of 2026 used: 25-27 Sep Mid-Autumn, 1-7 Oct National Day, 20 Sep and 10 Oct worked.
"""

from datetime import date

from starter.calendar_files import load_calendar
from workflows.domain.terms import Budget, Extension, Roll, Term

CALENDAR = load_calendar()
MONTH = Budget(months=1)
NEXT = Roll.NEXT_WORKING_DAY


def term(anchor: date, budget: Budget = MONTH, roll: Roll = Roll.NONE) -> Term:
    return Term(key="evaluation", anchor=anchor, budget=budget, basis="rulebook 2.5", roll=roll)


def suspended(a_term: Term, since: date, until: date | None = None) -> Term:
    return a_term.suspend(since, until=until, reason="另有线索", basis="A05", by="officer-7")


def more(budget: Budget, granted_on: date) -> Extension:
    return Extension(budget, reason="案情复杂", basis="A05", by="officer-9", granted_on=granted_on)
