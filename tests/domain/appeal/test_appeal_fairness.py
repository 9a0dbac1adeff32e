"""Other officers, nothing heavier, an answer in writing, and withdrawal (Hubei Art. 20, 3.11)."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.domain.accountability_parts import hubei_data
from tests.domain.appeal.builders import (
    LU,
    SECOND_STAGE,
    SHEN,
    XU,
    YAN,
    a_life,
    in_second,
    opened,
    opening,
)
from tests.domain.parts import HOME, UPPER
from tests.domain.procedure_life import ProcedureLife, actor, document
from workflows.domain.rulepack import RulePack

HANDLED = "li"
"""Who handled the case."""


def changed(*codes: str) -> dict[str, Any]:
    return {"outcome": "CHANGED", "measures": [{"code": c} for c in codes], "reasons": "处理偏重"}


def examined(*codes: str, **fields: Any) -> ProcedureLife:
    """An appeal against measures, at its re-examination."""
    measures = [{"code": code} for code in codes] or [{"code": "PARTY_SERIOUS_WARNING"}]
    return a_life("RE_EXAMINING", "PARTY_SANCTION", measures=measures, **fields)


@pytest.mark.parametrize(
    ("stage", "kind", "role", "organ"),
    [
        ("FILED", "accept_appeal", "adjudication_office", HOME),
        ("FILED", "refer_appeal", "adjudication_office", HOME),
        ("ACCEPTED", "begin_re_examination", "adjudication_office", HOME),
        ("RE_EXAMINING", "propose_conclusion", "adjudication_office", HOME),
        ("RE_EXAMINING", "conclude_appeal", "party_committee", "SW"),
    ],
)
def test_who_handled_the_case_takes_no_part(stage, kind, role, organ):
    """Given an officer who handled the case, whatever his seat, then he is refused (Art. 20)."""
    life = a_life(stage)

    refused = life.refused(kind, "2026-04-08", by=actor(HANDLED, role, organ))
    assert refused.rule == "Art. 20"
    assert HANDLED in refused.message.zh


def test_nobody_who_handled_the_case_is_named_as_examiner():
    """Given examiners of whom one handled the case, then the start is refused (Art. 20)."""
    life = a_life("ACCEPTED")

    for examiners in (["shen", HANDLED], ["shen", "zhang"]):
        refused = life.refused("begin_re_examination", "2026-03-25", examiners=examiners)
        assert refused.rule == "Art. 20"


def test_there_are_two_different_examiners():
    life = a_life("ACCEPTED")

    assert life.refused("begin_re_examination", "2026-03-25", examiners=["bai", "bai"]).rule == (
        "3.11"
    )
    with pytest.raises(ValidationError):
        life.command("begin_re_examination", "2026-03-25", examiners=["bai"])


def test_only_an_examiner_proposes_and_somebody_else_concludes():
    """Given a proposal, when its author concludes it, then it is refused (3.11, P2)."""
    life = a_life("RE_EXAMINING")
    kim = actor("kim", "adjudication_office")
    both = SHEN.but(roles=(*SHEN.roles, *XU.roles), organ="SW")

    assert life.refused("propose_conclusion", "2026-04-07", by=kim).rule == "3.11"
    assert life.refused("conclude_appeal", "2026-04-07").rule == "3.11"
    life.do("propose_conclusion", "2026-04-07")
    assert life.refused("conclude_appeal", "2026-04-08", by=both).rule == "P2"


def test_in_the_second_stage_those_of_the_first_take_no_part():
    """Given an officer of the first stage who moved up, when he accepts, he is refused."""
    moved = actor("shen", "upper_organ", UPPER)

    assert in_second().refused("accept_appeal", "2026-04-22", by=moved).rule == "Art. 20"
    assert in_second().do("accept_appeal", "2026-04-22", by=LU).stage == "ACCEPTED"


def test_the_second_stage_belongs_to_the_next_higher_organ():
    """Given a second stage, when the first organ acts, then it is refused (1b)."""
    life = in_second("RE_EXAMINING").do("propose_conclusion", "2026-05-11")

    assert life.refused("conclude_appeal", "2026-05-15", by=XU).rule == "0.5"
    assert life.do("conclude_appeal", "2026-05-15", by=YAN).stage == "CONCLUDED"


def first() -> ProcedureLife:
    return a_life("CONCLUDED", SECOND_STAGE)


def second() -> ProcedureLife:
    return in_second("CONCLUDED")


HEAVIER = [
    (["PARTY_WARNING"], ["PARTY_SERIOUS_WARNING"]),
    (["PARTY_SERIOUS_WARNING"], ["PARTY_WARNING", "ADMIN_WARNING"]),
    (["PARTY_SERIOUS_WARNING"], ["REMOVAL_FROM_PARTY_POST"]),
    (["PARTY_WARNING", "ADMONITION_TALK"], ["PARTY_WARNING", "ADMIN_WARNING"]),
    (["ADMONITION_TALK"], ["PARTY_EXPULSION"]),
    (["PARTY_WARNING"], ["REMOVAL"]),
    (["PARTY_EXPULSION"], ["ADMIN_DISMISSAL"]),
]
LIGHTER = [
    (["PARTY_SERIOUS_WARNING"], ["PARTY_WARNING"]),
    (["PARTY_SERIOUS_WARNING", "ADMONITION_TALK"], ["PARTY_SERIOUS_WARNING"]),
    (["REMOVAL_FROM_PARTY_POST"], ["CRITICISM_EDUCATION"]),
]


@pytest.mark.parametrize(("before", "after"), HEAVIER)
def test_an_appeal_never_aggravates(before, after):
    """Given measures, when heavier ones are proposed or concluded, it is refused (Art. 20)."""
    life = examined(*before)

    refused = life.refused("propose_conclusion", "2026-04-07", **changed(*after))
    assert refused.rule == "Art. 20"
    assert life.state.route.source in refused.message.zh
    life.do("propose_conclusion", "2026-04-07")
    assert life.refused("conclude_appeal", "2026-04-08", **changed(*after)).rule == "Art. 20"


@pytest.mark.parametrize(("before", "after"), LIGHTER)
def test_an_appeal_may_make_it_lighter(before, after):
    """Given measures, when lighter ones are concluded, then the follow-up is told them."""
    life = examined(*before).do("propose_conclusion", "2026-04-07", **changed(*after))

    life.do("conclude_appeal", "2026-04-10", **changed(*after))

    told = life.messages[-1]
    assert (told.to, told.name) == ("ACC-2026-0001-S1", "appeal_concluded")
    assert told.payload["outcome"] == "CHANGED"
    assert [m["code"] for m in told.payload["measures"]] == after


def test_a_longer_measure_of_the_same_kind_aggravates():
    """Given demerits merged into 13 months, when 18 are left, it is refused (Art. 20)."""
    before = [{"code": "ADMIN_DEMERIT", "months": 13}]
    life = a_life("RE_EXAMINING", SECOND_STAGE, measures=before)
    longer = [{"code": "ADMIN_DEMERIT", "months": 18}]

    refused = life.refused(
        "propose_conclusion", "2026-04-07", outcome="CHANGED", measures=longer, reasons="不服"
    )
    assert refused.rule == "Art. 20"


def test_the_second_stage_is_measured_by_what_the_first_left():
    """Given a change to a warning, when the second stage restores the demerit, refused."""
    left = changed("ADMIN_WARNING")
    life = a_life("RE_EXAMINING", SECOND_STAGE).do("propose_conclusion", "2026-04-07", **left)
    life.do("conclude_appeal", "2026-04-10", **left).do("serve_answer", "2026-04-15")
    life.do("request_re_review", "2026-04-20")
    life.do("accept_appeal", "2026-04-22", by=LU)
    life.do("begin_re_examination", "2026-04-23", by=LU, examiners=["lu", "ke"])

    back = changed("ADMIN_DEMERIT")
    assert life.refused("propose_conclusion", "2026-05-11", by=LU, **back).rule == "Art. 20"


def test_a_change_changes_something_that_the_pack_knows():
    """Given the same measures, or one the pack lacks, when proposed, it is refused (3.11, 3.8)."""
    life = examined("PARTY_WARNING")

    same = life.refused("propose_conclusion", "2026-04-07", **changed("PARTY_WARNING"))
    unknown = life.refused("propose_conclusion", "2026-04-07", **changed("NO_SUCH"))
    assert (same.rule, unknown.rule) == ("3.11", "3.8")


@pytest.mark.parametrize("outcome", ["UPHELD", "REVOKED"])
def test_only_a_change_names_measures(outcome):
    life = a_life("RE_EXAMINING")
    with pytest.raises(ValidationError):
        life.command(
            "propose_conclusion",
            "2026-04-07",
            outcome=outcome,
            measures=[{"code": "PARTY_WARNING"}],
        )


def test_the_answer_is_the_decision_made_here():
    """Given a decision made here, when it has no number yet, or another is served, refused."""
    life = a_life("CONCLUDED").do("draft_document", "2026-04-13")
    assert life.refused("serve_answer", "2026-04-13").rule == "3.11"
    (number,) = life.makes("2026-04-13")

    other = document("appeal_decision", "某问复〔2026〕99号")
    assert life.refused("serve_answer", "2026-04-15", document=other).rule == "3.11"
    life.do("serve_answer", "2026-04-15", document=document("appeal_decision", number))
    assert life.over


@pytest.mark.parametrize(("make", "organ", "ways"), [(first, "SW", 1), (second, UPPER, 0)])
def test_the_decision_comes_from_who_concludes_and_tells_the_way_on(make, organ, ways):
    """Given either stage, when its decision is drafted, then it bears its own dates (Art. 20)."""
    life = make().do("draft_document", "2026-05-18")

    (paper,) = life.papers
    assert paper.organ == organ
    assert paper.content["copies"] == ["某局党组"]
    assert paper.content["filed_on"] == str(life.state.current.received_on)
    assert len(paper.content["appeals"]) == ways


def test_nobody_answers_ahead_of_time():
    """Given an answer that reaches the Party organisation tomorrow, then it is refused (0.3)."""
    life = a_life("CONCLUDED")

    assert life.refused("serve_answer", "2026-04-15", organisation_told_on="2026-04-16").rule == (
        "0.3"
    )
    assert life.refused("serve_answer", "2026-04-15", served_on="2026-04-09").rule == "0.3"


@pytest.mark.parametrize("stage", ["FILED", "ACCEPTED", "RE_EXAMINING"])
def test_the_appellant_may_withdraw_until_it_is_concluded(stage):
    """Given an appeal not concluded, when it is withdrawn, then the decision stands (3.11)."""
    life = a_life(stage).do("withdraw_appeal", "2026-03-31")

    assert life.over
    assert life.messages[-1].payload["withdrawn"]
    assert life.messages[-1].payload["outcome"] == "UPHELD"


def test_a_second_stage_that_is_withdrawn_leaves_the_first_conclusion_final():
    """Given a second stage, when it is withdrawn, then the first is told again as final."""
    life = in_second("ACCEPTED").do("withdraw_appeal", "2026-04-23")

    assert life.over
    assert life.messages[-1].payload["final"]
    assert "withdrawn" not in life.messages[-1].payload


@pytest.mark.parametrize("route", ["ACCOUNTABILITY_DECISION", "ADMINISTRATIVE_SANCTION"])
def test_only_what_the_pack_gives_is_extended_and_only_once(route):
    """Given a route without extension, when one is asked for, then it is refused (A10)."""
    assert a_life("ACCEPTED", route).refused("extend_term", "2026-03-24").rule == "A10"

    life = in_second("ACCEPTED", route="SOE_SANCTION")
    before = life.due("decision")
    life.do("extend_term", "2026-04-23")
    assert (str(before), str(life.due("decision"))) == ("2026-06-22", "2026-07-22")
    assert life.refused("extend_term", "2026-04-23").rule == "A10"


def test_an_overdue_appeal_is_flagged_and_decides_nothing():
    """Given no conclusion in time, then it is overdue and still where it was (0.3)."""
    life = a_life("RE_EXAMINING").wait("2026-04-21")

    assert "overdue" in life.decider.standing(life.state).tags
    assert life.stage == "RE_EXAMINING"
    assert life.do("propose_conclusion", "2026-04-22").stage == "RE_EXAMINING"


def test_the_subject_reads_and_does_nothing_here():
    """Given the subject as an officer of the office, when he accepts, then refused (P2)."""
    zhang = actor("zhang", "adjudication_office")

    assert opened().refused("accept_appeal", "2026-03-23", by=zhang).rule == "P2"
    assert opened().decider.standing(opened().state).excluded == ("zhang",)


def test_a_renewed_re_examination_needs_a_new_proposal():
    """Given a proposal, when other examiners start anew, then it is no longer there (3.11)."""
    life = a_life("RE_EXAMINING").do("propose_conclusion", "2026-04-07")

    life.do("begin_re_examination", "2026-04-08")

    assert life.refused("conclude_appeal", "2026-04-09").rule == "3.11"


def test_without_a_known_higher_organ_the_deciding_one_names_the_seat():
    life = a_life("SERVED", SECOND_STAGE, upper_organ=None)
    life.do("request_re_review", "2026-04-20")

    assert life.decider.standing(life.state).organ == "SW"


def test_the_request_names_its_route_by_the_pack():
    with pytest.raises(ValidationError):
        opening("NO_SUCH_ROUTE")


def pack_with(*path: str, value: Any) -> RulePack:
    """Return the pack with one value of the route for accountability decisions set otherwise."""
    return RulePack.model_validate(
        hubei_data("appeals", "ACCOUNTABILITY_DECISION", *path, value=value)
    )


def test_a_pack_may_send_appeals_to_the_next_higher_organ_at_once():
    """Given a pack whose first instance is above, then its officers handle and conclude (A10)."""
    life = opened(pack=pack_with("first", "to", value="higher_body"))

    assert life.refused("accept_appeal", "2026-03-23").rule == "0.5"
    assert life.do("accept_appeal", "2026-03-23", by=LU).stage == "ACCEPTED"


def test_a_pack_may_allow_handlers_and_aggravation():
    """Given a pack that says so, then neither is refused: both come from the pack, not the code."""
    handler = actor(HANDLED, "adjudication_office")
    tolerant = opened(pack=pack_with("excludes_handlers", value=False))
    strict = a_life("RE_EXAMINING", pack=pack_with("may_aggravate", value=True))

    assert tolerant.do("accept_appeal", "2026-03-23", by=handler).stage == "ACCEPTED"
    heavier = strict.do("propose_conclusion", "2026-04-07", **changed("PARTY_EXPULSION"))
    assert heavier.duties == ["conclude-appeal"]


def test_a_lost_notice_keeps_an_appeal_open_until_somebody_was_told_otherwise():
    """Given a closed appeal with a lost notice, then it is over once that is settled."""
    life = a_life("CLOSED")
    life.bounces("2026-04-16")

    assert (life.over, life.duties) == (False, ["settle-notice"])
    assert life.do("settle_notice", "2026-04-17").over


def test_a_recused_officer_does_nothing_more_in_the_appeal():
    """Given an examiner who is recused, when he proposes, then it is refused (P2)."""
    life = a_life("RE_EXAMINING").do("recuse_officer", "2026-03-30", officer="shen")

    assert life.refused("propose_conclusion", "2026-04-07").rule == "P2"
