"""The lives of linked matters whose histories are kept (see `tests/histories/README.md`).

They are ordinary lives and prove little by themselves; with `--keep-histories` they are written.
"""

from tests.domain.follow_up.builders import executed, filed, reversed_all
from tests.history_recorder import Keeper
from tests.workflows.dossiers import Dossier, opens_case, opens_follow_up
from tests.workflows.lives import Office

POOR = {"evaluate": {"good": False}}
ITEMS = [{"id": each, "about": "SYSTEM", "what": "完善制度"} for each in ("I1", "I2")]


async def kept(keep: Keeper, matter: Dossier, name: str) -> None:
    assert (await matter.result())["closed"]
    await keep(matter.office.client, matter.number, name)


async def test_a_whole_case_with_its_follow_up_and_rectification(office: Office, keep: Keeper):
    case = await (await opens_case(office, traits=["HIGH_ATTENTION"])).reach("DECIDED")
    follow_up = case.follow_up("S1", **POOR)
    await follow_up.do("serve")
    await case.rest()
    await case.do("enter_assessment")
    await case.do("issue_recommendation", unit_organ="ZJ", items=ITEMS)
    await case.do("request_publication")
    await case.do("review_publication", reasons="以所在单位名义更妥当")
    await case.do("publish")
    work = case.rectification()
    await case.rest()
    for step in ("submit_plan", "report_completion", "verify_on_site", "write_off"):
        await work.do(step)
    await work.do("waive_look_back")

    await case.attend(follow_up)

    await kept(keep, work, "rectification")
    await kept(keep, follow_up, "follow-up-impact")
    await kept(keep, case, "case-whole")


async def test_an_appeal_that_changes_the_decision(office: Office, keep: Keeper):
    follow_up = await opens_follow_up(office, "ADMONITION_TALK")
    follow_up.choices.update(POOR)
    await follow_up.act(lambda life, day: filed(executed(life.do("serve", day), day), day))
    await follow_up.do("file_appeal")
    appeal = follow_up.appeal()
    said = {"outcome": "CHANGED", "measures": [{"code": "CRITICISM_EDUCATION"}]}
    for step in ("accept_appeal", "begin_re_examination"):
        await appeal.do(step)
    await appeal.do("propose_conclusion", **said)
    await appeal.do("conclude_appeal", **said)
    await appeal.do("serve_answer")
    await appeal.rest()

    await follow_up.act(reversed_all)
    await follow_up.attend(follow_up)

    await kept(keep, appeal, "appeal-changed")
    await kept(keep, follow_up, "follow-up-corrected")
