"""From the lead to the start (rulebook 3.2, 3.3, 3.7): leads, subjects, thresholds."""

import pytest
from pydantic import ValidationError

from tests.domain.accountability.builders import a_case, not_opened, opened, opening
from tests.domain.accountability.parts import MEMBER, PRINCIPAL, lead, point, wronged
from tests.domain.accountability_parts import HUBEI, RULES
from tests.domain.parts import PACK
from workflows.domain.accountability.commands import Open, Triage
from workflows.domain.accountability.particulars_of_entry import Incident
from workflows.domain.accountability.thresholds import counts, reached


@pytest.mark.parametrize("channel", HUBEI.accountability.channels)
def test_a_case_begins_with_a_lead_of_any_channel(channel: str):
    """3.2: all channels open a case, which has nobody as its subject."""
    life = opened(lead=lead(source=channel))
    assert (life.stage, life.case.files, life.case.barred) == ("RECEIVED", (), ())


def test_a_demand_is_a_lead_and_nothing_more():
    """3.2, invariant 2: it sets neither subjects nor measures, in no field of the opening."""
    life = opened(lead=lead(source="LEADER_INSTRUCTION", demand=True))
    assert life.duties == ["triage"]
    assert not {"subjects", "subject", "measures"} & set(Open.model_fields)
    assert not {"subjects", "subject", "measures"} & set(Triage.model_fields)


def test_an_unknown_channel_is_refused_with_those_there_are():
    refused = not_opened(lead=lead(source="RUMOUR"))
    assert refused.rule == "0.1"
    assert "SUPERVISION_CHECK" in refused.message.zh


def test_a_lead_of_tomorrow_is_refused():
    assert not_opened(lead=lead(registered_on="2026-03-03")).rule == "0.3"
    opened(lead=lead(registered_on="2026-03-02"))


def test_a_pack_without_these_rules_opens_nothing():
    assert not_opened(pack=PACK).rule == "0.1"


def test_unknown_features_are_refused_where_they_are_said():
    assert not_opened(traits=["LOUD"]).rule == "0.1"
    assert opened().denied("triage", traits=["LOUD"]).rule == "0.1"
    assert opened().act("triage", traits=["MEDICAL"]).case.traits == ("MEDICAL",)


def test_a_case_is_not_related_to_itself():
    with pytest.raises(ValidationError, match="not this one"):
        opening(related=["ACC-2026-0001"])


# ── subjects come after verification (invariant 2) ───────────────────────────────────────────────


def test_nobody_becomes_a_subject_before_verification():
    life = opened(choices={"triage": {"outcome": "TO_PROBATION"}}).to("INITIATION_REVIEW")
    assert life.denied("add_subject").rule == "3.2"
    life.act("record_verification").act("add_subject")


@pytest.mark.parametrize("other", [{**MEMBER, "ref": "S1"}, {**MEMBER, "reference": "C-1"}])
def test_a_subject_is_named_once(other: dict):
    life = a_case("INITIATION_REVIEW").later().act("add_subject", subject=PRINCIPAL)
    assert life.denied("add_subject", subject=other).rule == "3.11"
    life.act("add_subject", subject=MEMBER)


def test_verification_is_recorded_once():
    life = a_case("INITIATION_REVIEW").later()
    assert life.denied("record_verification").rule == "3.11"


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"points": [point("P1"), point("P1")]}, "3.11"),
        ({"untrue_of": [wronged("U1", "P1")]}, "2.3"),
        ({"untrue_of": [wronged("U1", "P9")]}, "2.3"),
        ({"points": [point("P1"), point("P2", "UNTRUE")], "unnamed": None}, "2.3"),
        ({"ended_on": "2026-03-01"}, "0.3"),
        ({"ended_on": "2027-01-01"}, "0.3"),
    ],
)
def test_a_verification_that_does_not_fit_is_refused(fields: dict, rule: str):
    life = a_case("VERIFYING").later()
    assert life.denied("record_verification", **fields).rule == rule


def test_each_untrue_point_is_laid_to_somebody_or_it_is_said_why_to_nobody():
    """2.3: nobody who was wrongly accused is forgotten when a case ends."""
    said = {"points": [point("P1", "UNTRUE")], "proposal": "NO_GROUND", "unnamed": None}
    life = a_case("VERIFYING").later()
    assert "P1" in life.denied("record_verification", **said).message.zh
    life.act("record_verification", **said, untrue_of=[wronged("U1", "P1")])
    assert (life.stage, life.duties) == ("CLOSED_NO_GROUND", ["offer-clarification"])


@pytest.mark.parametrize("untrue", [None, True])
def test_an_untrue_lead_is_verified_before_it_is_closed(untrue: bool | None):
    """3.3, 2.3: false leads are checked for a clarification, which rests on verification."""
    refused = opened().denied("triage", outcome="CLOSED_NO_GROUND", untrue_lead=untrue)
    assert (refused.rule, "TO_VERIFICATION" in refused.message.zh) == ("2.3", True)
    opened().act("triage", outcome="CLOSED_NO_GROUND", untrue_lead=False)
    opened().act("triage", outcome="TO_VERIFICATION", untrue_lead=untrue)


# ── thresholds of Art. 10 (3.7) ──────────────────────────────────────────────────────────────────


def incident(trigger: str, on: str, reference: str, organisation: str = "JY") -> Incident:
    return Incident.model_validate(
        {
            "trigger": trigger,
            "organisation": organisation,
            "happened_on": on,
            "reference": reference,
        }
    )


MEMBERS, CASES = "A10_4_TEAM_MEMBERS_YEAR", "A10_5_MAJOR_CASES_YEAR"
SERIAL = "A10_1_SERIAL_CORRUPTION"


@pytest.mark.parametrize(
    ("trigger", "days", "due"),
    [
        (MEMBERS, ["2025-01-01"], False),
        (MEMBERS, ["2025-01-01", "2025-12-31"], True),
        (MEMBERS, ["2025-12-31", "2026-01-01"], False),
        (CASES, ["2025-01-01", "2025-06-01"], False),
        (CASES, ["2025-01-01", "2025-06-01", "2025-12-31"], True),
        (SERIAL, ["2024-01-01"], False),
        (SERIAL, ["2024-01-01", "2026-01-01"], True),
    ],
)
def test_incidents_count_by_calendar_year_where_the_measures_say_so(
    trigger: str, days: list[str], due: bool
):
    found = [incident(trigger, day, f"案{n}") for n, day in enumerate(days)]
    assert reached(RULES, found) == ((trigger,) if due else ())


def test_incidents_of_another_organisation_or_told_twice_do_not_count():
    two = [incident(MEMBERS, "2025-03-01", "a"), incident(MEMBERS, "2025-04-01", "b", "其他")]
    same = [incident(MEMBERS, "2025-03-01", "a"), incident(MEMBERS, "2025-03-01", "a")]
    assert reached(RULES, two) == reached(RULES, same) == ()
    assert [(c.count, c.threshold) for c in counts(RULES, same)] == [(1, 2)]


def test_the_proposal_shows_what_is_reached_and_a_human_confirms():
    """3.7: the threshold only points it out; what is pursued is what the clerk names."""
    life = a_case("INITIATION_REVIEW").later().act("add_subject")
    told = [
        {
            "trigger": MEMBERS,
            "organisation": "JY",
            "happened_on": f"2026-0{month}-01",
            "reference": f"案{month}",
        }
        for month in (1, 2)
    ]
    life.act("propose_start", incidents=told)
    assert life.case.reached == (MEMBERS,)
    assert life.case.start.triggers == ()
    assert any("一案双查" in notice.body.zh for notice in life.notices)


def test_incidents_to_come_and_unknown_triggers_are_refused():
    life = a_case("INITIATION_REVIEW").later().act("add_subject")
    coming = incident(MEMBERS, "2026-12-31", "案")
    assert life.denied("propose_start", incidents=[coming]).rule == "0.3"
    assert life.denied("propose_start", triggers=["A10_9"]).rule == "0.1"
