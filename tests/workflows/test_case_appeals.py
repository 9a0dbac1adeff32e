"""Appeals on the real server: at every stage, with nobody at work, late, by every route."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from temporalio.client import Client

from activities.store import RecordStore
from starter.settings import Settings
from tests.domain.appeal import builders as appeals
from tests.domain.follow_up.builders import executed, filed, reversed_all
from tests.workflows.dossiers import Dossier, opens_case, opens_follow_up
from tests.workflows.histories import told
from tests.workflows.lives import Office
from tests.workflows.premises import new_task_queue, premises


async def served(office: Office, *measures: str) -> Dossier:
    follow_up = await opens_follow_up(office, *measures)
    await follow_up.do("serve")
    return follow_up


async def terms(follow_up: Dossier) -> dict[str, tuple[date | None, bool]]:
    """Return the running terms with their days, without the windows for appeals."""
    life = await follow_up.life()
    deadlines = (life.deadline(key) for key in life.running if "appeal" not in key)
    return {d.key: (d.due(life.state.calendar), d.overdue) for d in deadlines}


async def appealed(follow_up: Dossier, **letter: Any) -> Dossier:
    """File an appeal, and return its matter; execution must go on as if nothing had come."""
    stage, running = await follow_up.stage(), await terms(follow_up)
    await follow_up.do("file_appeal", **letter)
    assert await follow_up.stage() == stage
    assert await terms(follow_up) == running
    return follow_up.appeal(len((await follow_up.state()).appeals))


async def concluded(appeal: Dossier, outcome: str, *measures: str) -> None:
    """Accept, examine, conclude and answer an appeal today."""
    said = {"outcome": outcome, "measures": [{"code": code} for code in measures]}
    for stage, kind in (("FILED", "accept_appeal"), ("ACCEPTED", "begin_re_examination")):
        if await appeal.stage() == stage:
            await appeal.do(kind)
    await appeal.do("propose_conclusion", **said)
    await appeal.do("conclude_appeal", **said)
    await appeal.do("serve_answer")
    await appeal.rest()


async def test_an_appeal_is_taken_at_every_stage_and_nothing_stops(office: Office):
    """Invariant 3: from service on, after the end too; nothing of the execution moves."""
    follow_up = await served(office, "CIRCULATED_CRITICISM")
    stages = [await withdrawn(follow_up, 1)]
    await follow_up.act(lambda life, day: executed(life, day))
    stages.append(await withdrawn(follow_up, 2))
    await follow_up.act(lambda life, day: filed(life, day))
    stages.append(await withdrawn(follow_up, 3))
    follow_up.choices["evaluate"] = {"good": False}
    await follow_up.attend(follow_up)
    assert (await follow_up.result())["closed"]
    stages.append(await withdrawn(follow_up, 4))

    assert stages == ["EXECUTING", "ARCHIVED", "IMPACT_ENDED", "CLOSED"]
    assert (await follow_up.result())["closed"]
    assert await follow_up.ending() == "NOT_REINSTATED"
    facts = await follow_up.facts()
    assert facts[facts.index("follow_up_closed") :] == [
        "follow_up_closed",
        "appeal_filed",
        "appeal_answered",
    ]


async def withdrawn(follow_up: Dossier, serial: int) -> str:
    """Let an appeal come and be withdrawn; return the stage, which is the same afterwards."""
    appeal = await appealed(follow_up, reference=f"L-{serial}")
    assert not (await follow_up.state()).settled
    await appeal.do("withdraw_appeal")
    await follow_up.rest()
    assert not (await follow_up.state()).open_appeals
    return await follow_up.stage()


async def test_letters_that_come_while_nobody_works_count_from_their_receipt(
    client: Client, installation: Settings, served_store: RecordStore
):
    """Given a closed window and no worker, the day of receipt says which is in time (Art. 20)."""
    queue = new_task_queue()
    async with premises(client, installation, served_store, task_queue=queue) as office:
        follow_up = await served(office, "ADMONITION_TALK")
        began = await follow_up.today()
        await follow_up.until(began + timedelta(days=45))
        running, shown = await terms(follow_up), await bars(follow_up)
        life, day = await follow_up.life(), await follow_up.today()
    in_time, late = began + timedelta(days=20), began + timedelta(days=40)
    letters = [
        life.command("file_appeal", day, received_on=str(received), reference=f"L-{received}")
        for received in (in_time, late)
    ]
    for letter in letters:
        await follow_up.handle.signal(letter.kind, letter)

    async with premises(client, installation, served_store, task_queue=queue):
        await follow_up.rest()
        assert await terms(follow_up) == running
        assert await bars(follow_up) == shown
        first, second = follow_up.appeal(1), follow_up.appeal(2)
        await second.do("refer_appeal")
        await second.do("serve_answer")
        assert (await second.result())["closed"]
        await concluded(first, "CHANGED", "CRITICISM_EDUCATION")
        stage, state = await follow_up.stage(), await follow_up.state()

    assert stage == "CORRECTED"
    assert [one.measure.code for one in state.standing_measures] == ["CRITICISM_EDUCATION"]
    registered = await follow_up.events("appeal_registered")
    assert [(e.fact["in_time"], e.fact["referred"]) for e in registered] == [
        (False, True),
        (True, False),
    ]


async def bars(follow_up: Dossier) -> Sequence[str]:
    """Return the bars of the Timeline, but those of windows for appeals."""
    story: Any = await told(follow_up)  # type: ignore[arg-type]
    return [name for name in story.timers if name.startswith("▶") and "申诉" not in name]


ROUTES = {
    "ACCOUNTABILITY_DECISION": ("ADMONITION_TALK", "CHANGED", ("CRITICISM_EDUCATION",)),
    "PARTY_SANCTION": ("PARTY_WARNING", "REVOKED", ()),
    "ORGANISATIONAL_MEASURE": ("REMOVAL", "UPHELD", ()),
}


@pytest.mark.parametrize("route", ROUTES)
async def test_an_appeal_ends_by_its_route(office: Office, route: str):
    """Legal 1b: upheld leaves all as it is; changed and revoked flow into a correction (3.16)."""
    measure, outcome, left = ROUTES[route]
    follow_up = await served(office, measure)
    appeal = await appealed(follow_up, route=route)

    await concluded(appeal, outcome, *left)

    assert (await appeal.result())["closed"]
    assert (await appeal.state()).request.route == route
    corrected = outcome != "UPHELD"
    assert await follow_up.stage() == ("CORRECTED" if corrected else "EXECUTING")
    assert len(await follow_up.facts("appeal_answered")) == 1
    if outcome == "REVOKED":
        await follow_up.act(reversed_all)
        assert (await follow_up.result())["closed"]


async def test_the_second_stage_changes_what_the_first_upheld(office: Office):
    """Legal 1b: an administrative sanction goes to the next higher organ; its word is final."""
    follow_up = await served(office, "ADMIN_DEMERIT")
    appeal = await appealed(follow_up, route=appeals.SECOND_STAGE)
    await concluded(appeal, "UPHELD")
    assert await follow_up.stage() == "EXECUTING"

    await appeal.do("request_re_review")
    appeal.usual = appeals.SECOND_INSTANCE
    await concluded(appeal, "CHANGED", "ADMIN_WARNING")

    assert (await appeal.result())["closed"]
    assert await follow_up.stage() == "CORRECTED"
    answers = await follow_up.events("appeal_answered")
    assert [(e.fact["outcome"], e.fact["final"]) for e in answers] == [
        ("UPHELD", False),
        ("CHANGED", True),
    ]


async def test_an_appeal_after_everything_is_closed_takes_the_case_up_again(office: Office):
    """Art. 20, invariants 3, 9: new hands, nothing heavier, corrected, and closed once more."""
    case = await (await opens_case(office)).reach("DECIDED")
    follow_up = case.follow_up("S1", evaluate={"good": False})
    await follow_up.do("serve")
    await case.rest()
    await case.do("waive_recommendation")
    await case.do("enter_assessment")
    await case.attend(follow_up)
    assert (await case.result())["closed"]

    await follow_up.do("file_appeal", received_on=str(await follow_up.today()))
    appeal = follow_up.appeal()
    obstacle = {"obstacle": "住院治疗，无法按期提出"}
    assert await appeal.refused("accept_appeal", by=appeals.SHEN, **obstacle) == "Art. 20"
    await appeal.do("accept_appeal", **obstacle)
    await appeal.do("begin_re_examination")
    heavier = {"outcome": "CHANGED", "measures": [{"code": "REMOVAL"}]}
    assert await appeal.refused("propose_conclusion", **heavier) == "Art. 20"
    await concluded(appeal, "REVOKED")
    assert await case.stage() == "RECTIFYING"
    await follow_up.act(reversed_all)
    await case.rest()

    assert (await case.result())["closed"]
    assert await follow_up.ending() == "REVOKED"
    assert (await case.facts())[-4:] == [
        "case_closed",
        "subject_reopened",
        "subject_closed",
        "case_closed",
    ]
