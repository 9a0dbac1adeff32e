"""The conditions of the table, each with the words that the diagram shows.

They judge the matter after the fact was taken in.
"""

from collections.abc import Callable

from workflows.domain.accountability.approving import is_through
from workflows.domain.accountability.elevation import filing_due, review_due
from workflows.domain.accountability.particulars_of_entry import TriageOutcome
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.procedure.table import Guard
from workflows.domain.text import Text

Case = AccountabilityCase


def _guard(zh: str, en: str, holds: Callable[[Case], bool]) -> Guard[Case]:
    return Guard(Text(zh, en), holds)


def _triaged(zh: str, en: str, *outcomes: TriageOutcome) -> Guard[Case]:
    return _guard(zh, en, lambda m: m.triage is not None and m.triage.outcome in outcomes)


TO_VERIFICATION = _triaged(
    "核实或者容错核查",
    "verification or tolerance check",
    TriageOutcome.TO_VERIFICATION,
    TriageOutcome.TO_TOLERANCE_CHECK,
)
TO_LIGHT_TOUCH = _triaged("轻微，谈话提醒", "slight: light touch", TriageOutcome.TO_LIGHT_TOUCH)
TO_PROBATION = _triaged("设置考验期", "probation", TriageOutcome.TO_PROBATION)
TO_NO_GROUND = _triaged("不予追究", "nothing to pursue", TriageOutcome.CLOSED_NO_GROUND)
TO_OTHERS = _triaged(
    "约谈、快速办理或者再问责",
    "talk, fast handling or re-accountability",
    TriageOutcome.TO_TALK,
    TriageOutcome.TO_LEAD_FAST,
    TriageOutcome.TO_RE_ACCOUNTABILITY,
)


def _verified(zh: str, en: str, proposal: str) -> Guard[Case]:
    return _guard(
        zh, en, lambda m: m.verification is not None and m.verification.proposal == proposal
    )


START_PROPOSED = _verified("拟启动", "start proposed", "INITIATION")
ONLY_SLIGHT = _verified("轻微，谈话提醒", "slight: light touch", "LIGHT_TOUCH")
NOTHING_FOUND = _verified("不予追究", "nothing to pursue", "NO_GROUND")

NOT_STARTED_SLIGHT = _guard(
    "轻微，谈话提醒", "slight: light touch", lambda m: m.instead == "LIGHT_TOUCH"
)


def _through(zh: str, en: str, chain: str) -> Guard[Case]:
    return _guard(zh, en, lambda m: is_through(m, chain))


START_THROUGH = _through("审批全部通过", "every link approved", "INITIATION")
NO_LIABILITY_THROUGH = _through("审批全部通过", "every link approved", "NO_LIABILITY")

PROBATION_RUNS = _guard(
    "还有考验期未结束",
    "another probation runs",
    lambda m: not m.probations or any(each.closed_on is None for each in m.probations),
)
PASSED_EXEMPT = _guard(
    "合格，免予问责",
    "passed: exempt",
    lambda m: all(each.result == "EXEMPT" for each in m.probations),
)
OBJECTED = _guard("上级有异议", "the upper organ objects", lambda m: m.objected)
FILING_DUE = _guard("应当提级备案", "elevated filing is due", filing_due)
REVIEW_DUE = _guard("应当提级审核", "elevated review is due", review_due)
RETURNED = _guard("退回补充调查", "returned for supplement", lambda m: m.returned)
FOLLOWED_UP = _guard(
    "有对象应当办理后续",
    "some subject has a follow-up",
    lambda m: any(file.followed_up for file in m.files),
)
ALL_SERVED = _guard("全部送达", "served on everybody", lambda m: m.all_served)
