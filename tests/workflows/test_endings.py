"""Each way a matter can end, and what must be done before its file is closed."""

from typing import Any

import pytest

from tests.domain.parts import application, point, verification
from tests.workflows.lives import Office, ago, clock_today

NO_SITUATION: dict[str, Any] = {"situations": {"held": []}, "reasons": "不具备情形"}
NOT_START: dict[str, Any] = {"start": False, "plan": None}


def applied(days_ago: int = 0) -> dict[str, Any]:
    return application(str(ago(days_ago)))


async def test_a_finding_that_is_not_untrue_ends_the_matter_after_a_reply(office: Office):
    matter = await office.opens(application=applied(), verification=verification(None))

    await matter.do("record_verification", points=[point(finding="NOT_ESTABLISHED", main=True)])
    waiting = await matter.view()
    await matter.do("serve_reply")

    assert [item.action for item in waiting.work_items] == ["serve-reply"]
    assert not waiting.closed
    assert await matter.stages() == ["AWAITING_VERIFICATION", "CLOSED_NOT_UNTRUE"]
    assert (await matter.result()).closed


async def test_an_application_for_a_finding_that_was_true_ends_as_it_opens(office: Office):
    found = verification(str(clock_today()), point(finding="TRUE", main=True))
    matter = await office.opens(application=applied(), verification=found)

    await matter.do("serve_reply")

    assert await matter.stages() == ["CLOSED_NOT_UNTRUE"]
    assert (await matter.result()).closed


async def test_no_situation_in_screening_ends_an_own_initiative_at_once(office: Office):
    matter = await office.opens()

    receipt = await matter.do("screen", **NO_SITUATION)

    assert [event.kind for event in receipt.events] == ["screened", "file_closed"]
    assert (await matter.result()).stage == "92 Closed: not necessary 结束·不予启动"


async def test_an_opinion_not_to_start_needs_a_countersignature_while_a_situation_holds(
    office: Office,
):
    matter = await (await office.opens()).reach("EVALUATING")

    await matter.do("give_opinion", **NOT_START)
    by_proposer = await matter.refused("countersign", by="li")
    await matter.do("countersign")

    assert by_proposer in ("0.5", "2.7", "P2")
    assert (await matter.stages())[-2:] == ["OPINION_NOT_START", "CLOSED_NOT_NECESSARY"]
    assert (await matter.result()).closed


async def test_a_countersignature_that_is_refused_sends_the_opinion_back(office: Office):
    matter = await (await office.opens()).reach("EVALUATING")
    due = await matter.due()

    await matter.do("give_opinion", **NOT_START)
    await matter.do("countersign", agrees=False)

    assert (await matter.view()).stage_en == "Evaluation"
    assert await matter.due() == due
    await matter.reach("end")
    assert (await matter.stages())[-1] == "COMPLETED"


async def test_nobody_talks_a_screened_situation_away_alone(office: Office):
    matter = await (await office.opens()).reach("EVALUATING")

    await matter.do("give_opinion", **NOT_START, situations_upheld=[])
    assert (await matter.view()).stage_en == "Opinion: do not start"
    await matter.do("countersign")

    assert (await matter.facts())[-3:] == ["opinion_given", "countersigned", "file_closed"]
    assert (await matter.result()).closed


async def test_a_rejected_application_is_answered_in_writing(office: Office):
    matter = await office.opens(application=applied())
    await matter.reach("AWAITING_APPROVAL")

    await matter.do("reject")
    rejected = await matter.view()
    await matter.do("serve_reply")

    (reply,) = [term for term in rejected.terms if term.ended_on is None]
    assert reply.key == "reply"
    assert "reply-due" in rejected.tags
    assert (await matter.life()).documents[-1].number == "R-1"
    result = await matter.result()
    assert (result.stage_en, result.closed) == ("Closed: rejected", True)


async def test_a_reply_that_is_not_served_is_reminded_of_and_never_served_by_itself(office: Office):
    matter = await office.opens(application=applied())
    await matter.reach("AWAITING_APPROVAL")
    await matter.do("reject")

    await matter.wait(30)

    kinds = [kind for kind, _, _ in await matter.rungs("reply")]
    assert kinds[:3] == ["reminded", "went_overdue", "reminded"]
    assert "overdue" in (await matter.view()).tags
    await matter.do("serve_reply")
    assert (await matter.result()).closed


@pytest.mark.parametrize("stage", ["SCREENING", "EVALUATING", "AWAITING_APPROVAL", "IMPLEMENTING"])
async def test_a_withdrawal_ends_what_only_the_application_began(office: Office, stage: str):
    matter = await office.opens(application=applied())
    await matter.reach(stage)

    await matter.do("withdraw_application")

    assert (await matter.stages())[-1] == "WITHDRAWN"
    assert (await matter.result()).closed


async def test_a_withdrawal_ends_nothing_that_the_organ_began_itself(office: Office):
    matter = await office.opens()
    await matter.tell("apply", application=applied())

    await matter.do("withdraw_application")

    assert (await matter.view()).stage_en == "Screening"
    await matter.reach("end")
    assert (await matter.result()).stage_en == "Completed"


async def test_an_effect_that_lingers_is_told_and_what_comes_next_is_on_record(office: Office):
    matter = await (await office.opens()).reach("COMPLETED")
    await matter.wait(29)

    without_plan = await matter.refused("follow_up_effect", restored=False)
    await matter.do("follow_up_effect", restored=False, further_action="再次会议澄清")

    assert without_plan == "2.8"
    assert "information case_management_department" in await matter.notices()
    assert (await matter.result()).closed


async def test_nothing_but_the_follow_up_keeps_a_completed_file_open(office: Office):
    matter = await (await office.opens()).reach("COMPLETED")

    await matter.wait(45)

    assert "went_overdue" in [kind for kind, _, _ in await matter.rungs("follow_up")]
    assert not (await matter.view()).closed
    await matter.do("follow_up_effect")
    assert (await matter.result()).closed
