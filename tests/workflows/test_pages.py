"""What a supervisor sees who has only the Temporal UI, read from the server as the UI reads it."""

import re
from datetime import UTC, date, datetime, time

import pytest

from tests.domain.parts import CIRCULAR, LETTER, application, plan, subject
from tests.workflows.histories import page, told
from tests.workflows.lives import Matter, Office, ago
from workflows import search_attributes as columns
from workflows.domain.calendars import SHANGHAI

SECRETS = ("张三", "某局", "反映的问题", "内部评价")
"""Name, unit, accusation and factor sheet of the matters of these tests."""
DATE = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.fixture
async def eventful(office: Office) -> Matter:
    """A matter with a bit of everything, at its end: a lead, reminders, overdue, a reply."""
    matter = await office.opens(subject=subject(full_position=True))
    matter.effect, matter.plan = {"range": "INDUSTRY"}, plan(LETTER, CIRCULAR)
    await matter.reach("EVALUATING")
    await matter.tell("register_lead", lead="L-1")
    await matter.do("close_other_lead", lead="L-1")
    await matter.wait(40)
    await matter.reach("COMPLETED")
    await matter.tell("apply", application=application(str(ago(0))))
    await matter.do("serve_reply")
    await matter.wait(20)
    return await matter.reach("end")


async def test_every_timer_has_a_name_with_a_date_or_says_why_it_has_none(eventful: Matter):
    story = await told(eventful)

    assert story.timers
    for name in story.timers:
        assert name.startswith(("▶ ", "⏳ "))
        assert DATE.search(name) or "suspended" in name or "90 Completed" in name, name


async def test_one_stage_bar_is_open_at_a_time(eventful: Matter):
    story = await told(eventful)

    stages = [[bar for bar in bars if re.match(r"▶ \d\d ", bar)] for bars in story.open_bars]
    assert stages
    assert max(len(bars) for bars in stages) == 1
    # Only in the second between the end of a due day and the overdue flag is there none.
    assert stages.count([]) <= len(await eventful.facts("went_overdue"))


async def test_activities_say_what_they_do_and_to_whom(eventful: Matter):
    story = await told(eventful)

    records = [name for name in story.activities if name.startswith("Record 记录 ")]
    notices = [name for name in story.activities if name.startswith("Notice 通知 ")]
    assert len(records) + len(notices) == len(story.activities)
    assert "Record 记录 1-1 · 20 Screening 筛查" in records
    assert any(
        "case_management" in name or "案件监督" in name or "案管" in name for name in notices
    )


async def test_nothing_that_is_shown_names_the_person_or_the_accusation(eventful: Matter):
    story = await told(eventful)
    shown = "\n".join([*story.timers, *story.activities, await page(eventful)])

    assert not [secret for secret in SECRETS if secret in shown]


async def test_the_raw_history_is_unreadable(eventful: Matter):
    raw = (await eventful.handle.fetch_history()).to_json()

    assert not [secret for secret in SECRETS if secret in raw]
    assert not [secret for secret in SECRETS if secret.encode("unicode_escape").decode() in raw]
    assert "binary/encrypted" in raw or "YmluYXJ5L2VuY3J5cHRlZA" in raw


async def test_the_page_tells_stage_due_day_and_who_is_awaited(office: Office):
    matter = await (await office.opens()).reach("EVALUATING")

    shown = await page(matter)

    assert "40 Evaluation 评估" in shown
    assert f"{await matter.due()}" in shown
    assert "评估并提出是否启动的意见" in shown
    assert "`DW`" in shown
    assert "具备 1 种情形" in shown
    assert not [secret for secret in SECRETS if secret in shown]


async def test_the_page_stays_short_however_long_the_life(eventful: Matter):
    assert len((await page(eventful)).encode()) < 8_000


async def test_the_page_says_overdue_and_suspended(office: Office):
    late = await (await office.opens(ended_on=ago(50))).reach("EVALUATING")
    deferred = await (await office.opens()).reach("EVALUATING")
    await deferred.tell("register_lead", lead="L-1")

    assert "逾期" in await page(late)
    assert "overdue" in await page(late)
    assert "中止" in await page(deferred)
    assert "suspended" in await page(deferred)


async def values(matter: Matter) -> dict[str, object]:
    described = await matter.handle.describe()
    found = {pair.key.name: pair.value for pair in described.typed_search_attributes}
    ours = {key.name for key in columns.ALL}
    return {name: value for name, value in found.items() if name in ours}


async def test_the_columns_follow_the_matter(office: Office):
    matter = await (await office.opens()).reach("EVALUATING")
    evaluating, due = await values(matter), await matter.due()
    await matter.reach("AWAITING_APPROVAL")
    awaiting = await values(matter)
    await matter.reach("end")
    ended = await values(matter)

    assert due is not None
    assert evaluating == {
        columns.CASE_NUMBER.name: matter.number,
        columns.MATTER_KIND.name: "clarification",
        columns.STAGE.name: "40 Evaluation 评估",
        columns.DUE_AT.name: _end_of(due),
        columns.ORGAN.name: "DW",
        columns.AWAITED_ROLE.name: "undertaking_department",
        columns.RULE_PACK.name: "xuchang-2023@2",
    } | {name: value for name, value in evaluating.items() if name == columns.TAGS.name}
    assert awaiting[columns.AWAITED_ROLE.name] == "leader_in_charge"
    assert awaiting[columns.STAGE.name] == "60 Awaiting approval 待批准"
    assert ended[columns.STAGE.name] == "90 Completed 已澄清"
    assert columns.DUE_AT.name not in ended
    assert columns.AWAITED_ROLE.name not in ended


async def test_an_overdue_matter_is_found_by_its_tag(office: Office):
    matter = await (await office.opens()).reach("EVALUATING")

    await matter.wait(40)

    tags = (await values(matter))[columns.TAGS.name]
    assert isinstance(tags, list)
    assert "overdue" in tags


def _end_of(day: date) -> datetime:
    """The end of a day in Shanghai, as the due moment is shown."""
    return datetime.combine(day, time(23, 59, 59), tzinfo=SHANGHAI).astimezone(UTC)
