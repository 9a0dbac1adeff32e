"""From when a measure takes effect: never before its decision, and soon after it (3.10, A32)."""

from collections.abc import Iterable
from datetime import date

from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.calendars import Calendar
from workflows.domain.procedure.watching import term_of
from workflows.domain.refusals import refuse
from workflows.domain.subjects import Measure


def check_not_before(effective_on: date | None, decided_on: date) -> None:
    """Refuse a day of effect before the day of the decision, both in Shanghai."""
    if effective_on is not None and effective_on < decided_on:
        raise refuse(
            "3.10",
            f"effective_on：{effective_on} 早于决定之日（{decided_on}），请核对；"
            "自决定之日起生效的，不写此项。",
            f"effective_on: {effective_on} is before the decision of {decided_on}: check it, or "
            "leave it out where the measure takes effect with the decision.",
        )


def check_effect(
    measures: Iterable[Measure], decided_on: date, rules: AccountabilityRules, calendar: Calendar
) -> None:
    """Refuse days of effect before the decision, or after the term for carrying it out."""
    latest = term_of("execution", rules.terms["execution"], decided_on).due(calendar)
    for measure in measures:
        check_not_before(measure.effective_on, decided_on)
        if measure.effective_on and latest and measure.effective_on > latest:
            raise refuse(
                "3.10",
                f"effective_on：{measure.effective_on} 晚于决定的执行期限（{latest}），请核对。",
                f"effective_on: {measure.effective_on} is after {latest}, the last day for "
                "carrying the decision out: check the date.",
            )
