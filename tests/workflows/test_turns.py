"""Turns that a matter takes on its way: opinions heard, leads that come up, steps taken back."""

import pytest

from tests.domain.parts import CIRCULAR, LETTER, MEETING, TALK, application, plan, subject
from tests.workflows.lives import Matter, Office, ago


async def at_prior_notice(office: Office, **about: object) -> Matter:
    matter = await office.opens(subject=subject(full_position=True, **about))
    return await matter.reach("PRIOR_NOTICE")


async def test_an_adverse_opinion_goes_back_to_the_approver_who_confirms(office: Office):
    matter = await at_prior_notice(office)

    await matter.do("hear_opinion", view="ADVERSE", opinion="不宜公开")
    asked = await matter.view()
    early = await matter.refused("carry_out")
    await matter.do("approve")

    assert [item.action for item in asked.work_items] == ["approve"]
    assert early == "2.8"
    assert (await matter.stages())[-3:] == ["PRIOR_NOTICE", "AWAITING_APPROVAL", "IMPLEMENTING"]
    await matter.reach("end")


async def test_a_plan_changed_after_an_adverse_opinion_is_told_again(office: Office):
    matter = await at_prior_notice(office)
    await matter.do("hear_opinion", view="ADVERSE", opinion="改为当面说明")

    await matter.do("approve", plan=plan(TALK))

    assert (await matter.stages())[-2:] == ["AWAITING_APPROVAL", "PRIOR_NOTICE"]
    await matter.reach("end")


async def test_notice_to_the_subject_himself_goes_one_level_up(office: Office):
    matter = await at_prior_notice(office, party_group_principal=True)

    to_himself = await matter.refused("hear_opinion", informed="party_group_principal")
    await matter.do("hear_opinion", informed="next_higher_party_organisation")

    assert to_himself == "A54"
    await matter.reach("POST_NOTICE")
    assert await matter.refused("give_post_notice", informed="party_group_principal") == "A54"
    await matter.reach("end")


@pytest.mark.parametrize("stage", ["SCREENING", "COLLECTIVE_STUDY", "AWAITING_APPROVAL"])
async def test_a_new_lead_sends_a_matter_back_and_voids_the_opinion(office: Office, stage: str):
    matter = await (await office.opens()).reach(stage)

    await matter.tell("register_lead", lead="L-7")
    waiting = await matter.view()
    await matter.do("close_other_lead", lead="L-7")

    assert waiting.stage_en == "Pending other leads"
    assert (await matter.life()).state.opinion is None
    await matter.reach("end")
    assert (await matter.stages())[-1] == "COMPLETED"


async def test_a_lead_after_the_first_method_is_told_and_holds_up_the_others(office: Office):
    matter = await office.opens()
    matter.effect, matter.plan = {"range": "UNIT"}, plan(LETTER, MEETING)
    await matter.reach("IMPLEMENTING")
    await matter.do("carry_out", method="WRITTEN")

    await matter.tell("register_lead", lead="L-8")

    assert (await matter.view()).stage_en == "Implementing"
    assert "information leader_in_charge" in await matter.notices()
    assert await matter.refused("carry_out") == "2.3(3)"
    await matter.do("close_other_lead", lead="L-8")
    await matter.reach("end")


async def test_a_returned_opinion_goes_on_under_the_old_clock(office: Office):
    matter = await (await office.opens(ended_on=ago(9))).reach("EVALUATING")
    due = await matter.due()
    await matter.reach("AWAITING_APPROVAL")

    await matter.do("return_opinion")

    assert (await matter.view()).stage_en == "Evaluation"
    assert await matter.due() == due
    await matter.reach("end")


async def test_an_objection_to_a_circular_asks_the_approver_again(office: Office):
    matter = await office.opens(subject=subject(full_position=True))
    matter.effect, matter.plan = {"range": "INDUSTRY"}, plan(LETTER, CIRCULAR)
    await matter.reach("PRIOR_NOTICE")

    await matter.do("record_objection")
    await matter.do("approve", plan=plan(LETTER), effect={})

    await matter.reach("end")
    assert (await matter.facts("method_done")) == ["method_done"]


async def test_nobody_approves_what_they_proposed_or_acts_when_recused(office: Office):
    matter = await (await office.opens()).reach("AWAITING_APPROVAL")

    reviewed_it = await matter.refused("approve", by="wang")
    await matter.do("recuse_officer", officer="zhao")
    recused = await matter.refused("approve", by="zhao")
    await matter.do("approve", by="zhou")

    assert reviewed_it in ("0.5", "P2")
    assert recused == "P2"


async def test_a_suspected_false_accusation_is_noted_and_changes_nothing(office: Office):
    matter = await (await office.opens()).reach("EVALUATING")

    await matter.tell("note_false_accusation", lead="FA-9")

    assert (await matter.life()).state.false_accusation_leads == ("FA-9",)
    assert (await matter.view()).stage_en == "Evaluation"
    assert (await matter.notices())[-1] == "information case_management_department"


async def test_an_application_after_completion_is_answered_before_the_file_closes(office: Office):
    matter = await (await office.opens()).reach("COMPLETED")

    await matter.tell("apply", application=application(str(ago(0))))
    await matter.do("follow_up_effect")
    waiting = await matter.view()
    await matter.do("serve_reply")

    assert [item.action for item in waiting.work_items] == ["serve-reply"]
    assert (await matter.result()).closed
