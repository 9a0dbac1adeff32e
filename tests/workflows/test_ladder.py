"""The ladder of reminders: each rung once, on its day; a deadline that passes decides nothing."""

from datetime import date, timedelta

from tests.workflows.lives import Matter, Office, ago

DAY = timedelta(days=1)


async def evaluating(office: Office, days_ago: int = 0) -> tuple[Matter, date]:
    matter = await (await office.opens(ended_on=ago(days_ago))).reach("EVALUATING")
    due = await matter.due()
    assert due is not None
    return matter, due


def evaluation_ladder(anchor: date, due: date, weeks: int) -> list[tuple[str, int, date]]:
    """What rulebook 2.5 wants: half, 7 days, 1 day, the day after, then weekly."""
    half = anchor + timedelta(days=-(-(due - anchor).days // 2))
    return [
        ("reminded", 0, half),
        ("reminded", 1, due - 7 * DAY),
        ("reminded", 2, due - DAY),
        ("went_overdue", 3, due + DAY),
        *(("reminded", 3 + week, due + 7 * week * DAY) for week in range(1, weeks + 1)),
    ]


async def test_every_rung_comes_once_on_its_day(office: Office):
    matter, due = await evaluating(office)

    await matter.until(due + 22 * DAY)

    assert await matter.rungs() == evaluation_ladder(ago(0), due, weeks=3)


async def test_a_rung_is_recorded_on_its_day_at_its_hour(office: Office):
    matter, due = await evaluating(office)

    await matter.until(due + 2 * DAY)

    fired = [e for e in await matter.events() if e.kind in ("reminded", "went_overdue")]
    hours = [(event.at + timedelta(hours=8)).hour for event in fired]
    assert hours == [9, 9, 9, 0]
    assert [(e.at + timedelta(hours=8)).date() for e in fired] == [e.effective_on for e in fired]


async def test_the_due_day_belongs_to_the_term_to_its_last_hour(office: Office):
    matter, due = await evaluating(office)

    await matter.until(due, hour=23)
    at_eleven = await matter.facts("went_overdue")
    await matter.until(due + DAY, hour=1)

    assert at_eleven == []
    assert await matter.facts("went_overdue") == ["went_overdue"]


async def test_overdue_is_flagged_and_told_and_never_moves_the_stage(office: Office):
    matter, due = await evaluating(office)

    await matter.until(due + 100 * DAY)

    view = await matter.view()
    assert view.stage_en == "Evaluation"
    assert "overdue" in view.tags
    assert await matter.stages() == ["SCREENING", "EVALUATING"]
    notices = await matter.notices()
    assert notices.count("overdue undertaking_department") == 1
    assert notices.count("overdue case_management_department") == 1
    assert notices.count("escalation leader_in_charge") == 14


async def test_an_overdue_matter_is_still_finished_by_its_people(office: Office):
    matter, due = await evaluating(office)
    await matter.until(due + 10 * DAY)

    await matter.reach("end")

    assert (await matter.result()).stage_en == "Completed"
    assert len(await matter.rungs()) == 5


async def test_rungs_before_the_matter_knew_of_its_term_are_moot(office: Office):
    matter, due = await evaluating(office, days_ago=25)

    await matter.until(due + 2 * DAY)

    kinds = [(kind, rung) for kind, rung, _ in await matter.rungs()]
    assert kinds == [("reminded", 2), ("went_overdue", 3)]


async def test_a_matter_that_opens_late_is_overdue_at_once_and_says_so(office: Office):
    matter, _ = await evaluating(office, days_ago=50)

    kinds = [(kind, rung) for kind, rung, _ in await matter.rungs()]
    assert kinds == [("went_overdue", 3)]
    assert "overdue" in (await matter.view()).tags


async def test_what_is_done_in_time_is_never_reminded_of_again(office: Office):
    matter, due = await evaluating(office)
    await matter.until(ago(0) + 17 * DAY)

    await matter.do("give_opinion")
    await matter.until(due + 30 * DAY)

    assert [rung for _, rung, _ in await matter.rungs()] == [0]
    assert [kind for kind, _, _ in await matter.rungs("approval")][:2] == [
        "reminded",
        "went_overdue",
    ]


async def test_a_suspended_term_is_not_reminded_of(office: Office):
    matter, due = await evaluating(office)

    await matter.tell("register_lead", lead="L-1")
    await matter.until(due + 40 * DAY)

    assert await matter.rungs() == []
