"""The clock table of rulebook 2.5, row by row, on a server whose today is today."""

import calendar
from datetime import date, timedelta

import pytest

from tests.domain.parts import CALENDAR_DATA, application, verification
from tests.workflows.lives import Office, ago, clock_today


def a_month_after(day: date) -> date:
    """The corresponding day of the next month, or its last day where there is none."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def applied(on: date, complete: date | None = None) -> dict[str, str | None]:
    return application(str(on), str(complete) if complete else None)


@pytest.mark.parametrize("days", [0, 1, 13, 27])
async def test_own_initiative_counts_from_the_end_of_verification(office: Office, days: int):
    matter = await office.opens(ended_on=ago(days))

    assert await matter.due() == a_month_after(ago(days))


async def test_an_application_joins_the_clock_that_runs_already(office: Office):
    matter = await office.opens(ended_on=ago(12))

    await matter.tell("apply", application=applied(ago(0), ago(0)))

    assert await matter.due() == a_month_after(ago(12))


async def test_an_application_opens_a_matter_under_the_earlier_clock(office: Office):
    received = applied(ago(2), ago(2))
    matter = await office.opens(ended_on=ago(10), application=received)

    assert await matter.due() == a_month_after(ago(10))


async def test_an_application_after_the_old_clock_has_passed_has_a_month_of_its_own(office: Office):
    received = applied(ago(3), ago(3))
    matter = await office.opens(ended_on=ago(70), application=received)

    assert await matter.due() == a_month_after(ago(3))
    assert (await matter.view()).tags.count("overdue") == 0


async def test_an_application_after_an_earlier_evaluation_was_closed_has_a_month_of_its_own(
    office: Office,
):
    matter = await office.opens(
        ended_on=ago(20),
        application=applied(ago(3), ago(3)),
        earlier_evaluation_closed_on=str(ago(5)),
    )

    assert await matter.due() == a_month_after(ago(3))


async def test_an_application_before_the_end_of_verification_has_no_clock_yet(office: Office):
    received = applied(ago(5), ago(5))
    matter = await office.opens(application=received, verification=verification(None))

    await matter.wait(40)
    waiting = await matter.view()
    await matter.do("record_verification")

    assert waiting.terms == ()
    assert await matter.due() == a_month_after(await matter.today())


async def test_incomplete_materials_start_no_clock_of_their_own(office: Office):
    matter = await office.opens(ended_on=ago(70), application=applied(ago(3)))

    waiting = await matter.view()
    await matter.wait(10)
    completed = await matter.today() - timedelta(days=1)
    await matter.do("complete_materials", completed_on=completed)

    assert waiting.terms == ()
    assert "complete-materials" in [item.action for item in waiting.work_items]
    assert await matter.due() == a_month_after(completed)


async def test_a_deferral_stops_the_clock_and_the_last_lead_starts_a_new_one(office: Office):
    matter = await office.opens(ended_on=ago(10))

    await matter.do("screen", other_leads=["L-1", "L-2"], reasons="尚有其他线索")
    deferred = await matter.view()
    await matter.wait(50)
    await matter.do("close_other_lead", lead="L-1", result="SUBSTANTIATED")
    still = await matter.view()
    await matter.wait(20)
    await matter.do("close_other_lead", lead="L-2")

    assert "suspended" in deferred.tags
    assert [term.due for term in deferred.terms] == [None]
    assert still.stage_en == "Pending other leads"
    assert await matter.rungs() == []
    assert await matter.due() == a_month_after(await matter.today())
    await matter.reach("end")


async def test_leads_that_are_open_from_the_start_leave_the_month_to_write_the_deferral(
    office: Office,
):
    matter = await office.opens(ended_on=ago(10), other_leads=["L-1"])

    before = await matter.due()
    await matter.do("screen", reasons="尚有其他线索")

    assert before == a_month_after(ago(10))
    assert (await matter.view()).stage_en == "Pending other leads"


async def test_a_term_past_the_last_published_calendar_is_marked(office: Office):
    last_published = max(CALENDAR_DATA.years[-1].year, clock_today().year)
    matter = await (await office.opens()).reach("EVALUATING")
    await matter.until(date(last_published + 1, 3, 1))

    receipt = await matter.do("give_opinion")

    (term,) = [term for term in receipt.terms if term.key == "approval"]
    assert term.provisional
    assert "provisional" in (await matter.view()).tags
