"""What the codes of a clarification are called in its case file."""

from workflows.domain.clarification.values import (
    Entry,
    Finding,
    LeadResult,
    Route,
    SubjectKind,
)
from workflows.domain.text import Text

ENTRIES: dict[Entry, Text] = {
    Entry.OWN_INITIATIVE: Text("主动澄清", "on the department's own initiative"),
    Entry.APPLICATION: Text("书面申请", "on a written application"),
}

ROUTES: dict[Route, Text] = {
    Route.ORGAN: Text("机关自办", "the organ itself"),
    Route.DISPATCHED: Text("派驻（出）机构", "dispatched body"),
    Route.TOWNSHIP: Text("乡（镇、街道）", "township or sub-district"),
    Route.SOE_INSTITUTION: Text("国有企事业单位", "state enterprise or institution"),
    Route.UNIT_OR_COLLECTIVE: Text("单位或者集体", "unit or collective"),
}

SUBJECTS: dict[SubjectKind, Text] = {
    SubjectKind.PERSON: Text("个人", "a person"),
    SubjectKind.UNIT: Text("单位或者集体", "a unit or collective"),
}

FINDINGS: dict[Finding, Text] = {
    Finding.UNTRUE: Text("认定失实", "untrue"),
    Finding.TRUE: Text("属实", "true"),
    Finding.NOT_ESTABLISHED: Text("未能认定失实", "not established as untrue"),
}

LEAD_RESULTS: dict[LeadResult, Text] = {
    LeadResult.SUBSTANTIATED: Text("查实", "substantiated"),
    LeadResult.UNSUBSTANTIATED: Text("查否", "unsubstantiated"),
    LeadResult.OTHER: Text("其他", "other"),
}

CAPTURED: dict[str, Text] = {
    "ELECTION": Text("换届选举", "election"),
    "SELECTION": Text("选拔任用", "selection"),
    "AWARD": Text("评先评优", "award"),
    "OTHER": Text("其他", "other"),
    "ACTUAL": Text("已受影响", "affected"),
    "POSSIBLE": Text("可能受影响", "may be affected"),
    "PERSONAL_RIGHTS": Text("人身权利", "personal rights"),
    "PROPERTY_RIGHTS": Text("财产权利", "property rights"),
    "WORK": Text("工作", "work"),
    "LIFE": Text("生活", "life"),
    "MOST": Text("多数失实", "most points untrue"),
    "MAIN": Text("主要问题失实", "the main problem untrue"),
}
"""What a situation captures besides its code (rulebook 2.4)."""
