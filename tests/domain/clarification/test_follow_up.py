"""After completion (2.8 T-CL3): the effect is checked, replies are served, the file is closed."""

from datetime import date

import pytest

from tests.domain.builders import a_life
from workflows.domain.clarification.duties import work_items
from workflows.domain.roles import ROLE_LABELS, Role


def test_t_cl3_the_effect_is_followed_up_thirty_days_after_completion() -> None:
    life = a_life("COMPLETED")

    assert life.duties == ["follow-up-effect"]
    assert life.due("follow_up") == date(2026, 4, 29), "30 days after 30 March"
    assert not life.state.filed


def test_t_cl3_a_restored_effect_closes_the_file() -> None:
    life = a_life("COMPLETED")

    life.do("follow_up_effect", "2026-04-29")

    assert life.facts[-2:] == ["effect_followed_up", "file_closed"]
    assert life.decider.is_over(life.state)
    assert life.duties == []


def test_t_cl3_a_lingering_effect_needs_further_action_and_the_supervisor_is_told() -> None:
    life = a_life("COMPLETED")
    assert life.refused("follow_up_effect", "2026-04-29", restored=False).rule == "2.8"

    life.do("follow_up_effect", "2026-04-29", restored=False, further_action="再次说明")

    told = [n.to_role for n in life.notices if "lingers" in n.body.en]
    assert told == ["case_management_department"]


def test_2_8_a_follow_up_is_not_dated_before_the_completion() -> None:
    life = a_life("COMPLETED")

    assert life.refused("follow_up_effect", "2026-04-01", effective_on="2026-03-29").rule == "0.3"


def test_2_8_an_application_after_completion_waits_for_its_reply_beside_the_follow_up() -> None:
    life = a_life("COMPLETED")
    life.do("apply", "2026-04-10")
    assert life.duties == ["serve-reply", "follow-up-effect"]

    life.do("follow_up_effect", "2026-04-20", effective_on="2026-04-09")
    assert not life.state.filed
    assert life.refused("follow_up_effect", "2026-04-20").rule == "2.8"
    life.do("serve_reply", "2026-04-20")

    assert life.state.filed


def test_2_8_a_closed_file_takes_no_more_commands() -> None:
    life = a_life("end")

    for kind in ("approve", "screen", "recuse_officer", "follow_up_effect", "carry_out"):
        assert life.refused(kind, "2026-05-01").rule == "2.8"


def test_2_8_a_closed_file_still_takes_what_comes_from_outside() -> None:
    life = a_life("end")

    life.do("note_false_accusation", "2026-05-01")
    life.do("register_lead", "2026-05-02")

    assert (life.stage, life.state.filed) == ("COMPLETED", True)
    assert life.state.false_accusation_leads == ("FA-2",)


def test_a_notice_that_cannot_arrive_keeps_the_file_open_until_somebody_was_told() -> None:
    life = a_life("COMPLETED")
    life.bounces("2026-04-01")
    life.do("follow_up_effect", "2026-04-20")
    assert (life.duties, life.state.filed) == (["settle-notice"], False)
    assert "undeliverable" in life.decider.standing(life.state).tags

    assert life.refused("settle_notice", "2026-04-21", notice="2/0").rule == "0.3"
    life.do("settle_notice", "2026-04-21")

    assert life.decider.is_over(life.state)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("1/0/applicant", "通知 1/0 未能送达申请人，请另行告知"),
        ("1/0/principal/", "通知 1/0 未能送达{principal}，请另行告知"),
        ("1/0/principal/no/address", "通知 1/0 未能送达{principal}（no/address），请另行告知"),
        (
            "1/0/principal/ma email 550 webhook 404; wu email 551",
            "通知 1/0 未能送达{principal} ma（邮箱 550 群消息 404）、wu（邮箱 551），请另行告知",
        ),
    ],
)
def test_the_work_item_says_whom_a_notice_did_not_reach_and_why(key: str, said: str) -> None:
    """A matter of an older version knows no reason."""
    life = a_life("COMPLETED")

    items = work_items(life.state.but(undeliverable=(key,)))

    label = ROLE_LABELS[Role.PRINCIPAL].zh
    assert said.format(principal=label) in [item.text.zh for item in items]


def test_a_notice_that_bounces_after_the_file_was_closed_is_settled_all_the_same() -> None:
    life = a_life("end")
    life.bounces("2026-05-01")
    assert not life.decider.is_over(life.state)

    life.do("settle_notice", "2026-05-02")

    assert life.decider.is_over(life.state)
    assert life.facts.count("file_closed") == 1
