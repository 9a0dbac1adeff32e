"""Every other ending of a follow-up on the real server, each of a decision made elsewhere."""

from datetime import timedelta

from tests.domain.follow_up.builders import TEAM, correction, executed, filed, reversed_all
from tests.workflows.dossiers import Dossier, opens_follow_up
from tests.workflows.lives import Office


async def in_impact_period(office: Office, *measures: str) -> Dossier:
    """Return a follow-up whose decision was served, carried out and filed today."""
    follow_up = await opens_follow_up(office, *measures)
    await follow_up.act(lambda life, day: filed(executed(life.do("serve", day), day), day))
    return follow_up


async def test_an_exempt_subject_corrects_the_fault_and_is_closed(office: Office):
    """S101: tolerance opens a correction item; nothing is barred, and nothing waits."""
    follow_up = await opens_follow_up(office, outcome="EXEMPT")
    await follow_up.do("serve")
    assert await follow_up.stage() == "DELIVERED"

    await follow_up.do("finish_correction_item")

    assert (await follow_up.result())["closed"]
    assert await follow_up.ending() == "EXEMPT"
    assert await follow_up.facts("reminded", "period_ended") == []


async def test_a_team_without_a_period_goes_straight_through(office: Office):
    """Rulebook 3.10: circulated criticism bars nothing; a team is not reinstated."""
    follow_up = await opens_follow_up(office, "CIRCULATED_CRITICISM", subject=TEAM)

    await follow_up.attend(follow_up)

    assert (await follow_up.result())["closed"]
    assert await follow_up.ending() == "NOT_REINSTATED"
    facts = await follow_up.facts()
    assert facts.index("archive_completed") + 1 == facts.index("impact_settled")
    assert "evaluated" not in facts


async def test_a_revoked_decision_is_reversed_and_closed(office: Office):
    """Rulebook 3.16: every trace is reversed with a receipt; the impact period ends with it."""
    follow_up = await in_impact_period(office, "REMOVAL")
    await follow_up.until(await follow_up.today() + timedelta(days=40))
    before = await follow_up.state()

    await follow_up.do("correct")
    assert await follow_up.stage() == "CORRECTED"
    await follow_up.act(reversed_all)

    assert (await follow_up.result())["closed"]
    assert await follow_up.ending() == "REVOKED"
    after = await follow_up.state()
    assert before.consequences.restrictions
    assert after.consequences.restrictions == ()
    assert [one.measure.code for one in after.corrections[0].replaced] == ["REMOVAL"]


async def test_a_changed_decision_is_carried_out_anew_and_ends_by_a_refusal(office: Office):
    """Rulebook 3.15, 3.16: the lighter measure has its own period; a poor evaluation declines."""
    follow_up = await in_impact_period(office, "REMOVAL")
    await follow_up.until(await follow_up.today() + timedelta(days=40))
    was = (await follow_up.state()).consequences.impact_end
    day = str(await follow_up.today())
    await follow_up.do("correct", **correction("CHANGED", day, "ADMONITION_TALK"))
    await follow_up.act(reversed_all)
    assert await follow_up.stage() == "EXECUTING"
    now = (await follow_up.state()).consequences.impact_end

    follow_up.choices["evaluate"] = {"good": False}
    await follow_up.attend(follow_up)

    assert (await follow_up.result())["closed"]
    assert await follow_up.ending() == "NOT_REINSTATED"
    assert now < was
    (over,) = [e for e in await follow_up.events("period_ended") if e.fact["term"] == "impact"]
    assert over.effective_on == now
