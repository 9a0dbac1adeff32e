"""One whole clarification as commands: a dispatched body, prior notice, two methods, follow-up."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from starter.calendar_files import load_calendar
from workflows.domain.calendars import Calendar
from workflows.domain.clarification import commands as c
from workflows.domain.lifecycle import Command
from workflows.domain.rulepack import RulePack

RULES = Path(__file__).parents[1] / "rulepacks" / "xuchang-2023.toml"
CLERK = {
    "officer": "li",
    "organ": "DW",
    "roles": ["undertaking_department"],
    "department": "D3",
}
PRINCIPAL = {"officer": "wang", "organ": "DW", "roles": ["principal"]}
LEADER = {"officer": "zhao", "organ": "SJW", "roles": ["leader_in_charge"]}
SITUATION = "PUBLIC_OR_LOCAL_ADVERSE_EFFECT"


def rules() -> tuple[RulePack, Calendar]:
    """Return the rule pack and the calendar that every matter carries."""
    return RulePack.model_validate(tomllib.loads(RULES.read_text())), load_calendar()


def opening(number: str, day: date) -> c.Open:
    """Return the request that opens a matter on its own initiative."""
    point = {"id": "P1", "matter": "收受礼金", "finding": "UNTRUE", "main": True}
    return c.Open.model_validate(
        {
            "actor": CLERK,
            "number": number,
            "entry": "OWN_INITIATIVE",
            "route": "DISPATCHED",
            "subject": {"reference": "S1", "name": "张三", "unit": "某局", "full_position": True},
            "handling_organ": "DW",
            "approving_organ": "SJW",
            "undertaking_department": "D3",
            "verification": {"reference": "V1", "ended_on": day, "points": [point]},
        }
    )


def commands(day: date) -> Iterator[Command]:
    """Yield the commands of the whole life after the opening, all given on one day."""
    yield c.Screen.model_validate(
        {"actor": CLERK, "situations": {"held": [{"code": SITUATION, "range": "UNIT"}]}}
    )
    yield c.GiveOpinion.model_validate({"actor": CLERK, **_opinion()})
    minutes = {"kind": "minutes", "number": "M1"}
    yield c.RecordStudy.model_validate(
        {"actor": CLERK, "minutes": minutes, "participants": ["li", "sun"]}
    )
    yield c.Review.model_validate({"actor": PRINCIPAL})
    yield c.Approve.model_validate({"actor": LEADER})
    told = {"actor": CLERK, "informed": "party_group_principal", "informed_on": day}
    yield c.HearOpinion.model_validate({**told, "view": "AGREES"})
    for method, document in (("WRITTEN", "clarification_letter"), ("MEETING", "minutes")):
        yield c.CarryOut.model_validate({"actor": CLERK, **_execution(method, document, day)})
    yield c.GivePostNotice.model_validate(told)
    yield c.FollowUpEffect.model_validate(
        {"actor": CLERK, "restored": True, "findings": "影响已消除"}
    )


def _opinion() -> dict[str, Any]:
    return {
        "start": True,
        "factors": {"INTEGRITY": "廉洁", "ADVERSE_IMPACT": "单位内有议论"},
        "reasons": "核查认定不实，影响仍在",
        "situations_upheld": [SITUATION],
        "effect": {"range": "UNIT"},
        "plan": {
            "points": ["P1"],
            "methods": [{"method": "WRITTEN"}, {"method": "MEETING", "scope": "UNIT"}],
        },
    }


def _execution(method: str, document: str, day: date) -> dict[str, Any]:
    return {
        "method": method,
        "document": {"kind": document, "number": f"D-{method}"},
        "points": ["P1"],
        "clarifying_organ": "DW",
        "clarified_on": day,
        "confirmation": {"kind": "receipt", "number": f"R-{method}"},
    }
