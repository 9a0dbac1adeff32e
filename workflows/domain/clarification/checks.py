"""The guards of each command: what its content must satisfy before it may come true.

`table.py` says whether a command fits the stage, `seats.py` whether the officer may give it; the
checks say whether what it states is allowed. Each raises `Rejected` and returns nothing.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from workflows.domain.clarification import checks_of_approval as approval
from workflows.domain.clarification import checks_of_clarifying as clarifying
from workflows.domain.clarification import checks_of_entry as entry
from workflows.domain.clarification import checks_of_papers as papers
from workflows.domain.clarification import commands as c
from workflows.domain.clarification.state import Clarification

Check = Callable[[Clarification, Any, date], None]
CHECKS: dict[type[Any], Check] = {
    c.Screen: entry.check_screen,
    c.CloseOtherLead: entry.check_close_lead,
    c.GiveOpinion: approval.check_opinion,
    c.RecordStudy: approval.check_study,
    c.Approve: approval.check_approve,
    c.HearOpinion: clarifying.check_hearing,
    c.DraftDocument: papers.check_draft,
    c.CarryOut: clarifying.check_carry_out,
    c.GivePostNotice: clarifying.check_post_notice,
    c.FollowUpEffect: clarifying.check_effect,
    c.CompleteMaterials: entry.check_materials,
    c.RecordVerification: entry.check_verification,
    c.SettleNotice: clarifying.check_settle,
    c.ServeReply: clarifying.check_reply,
    c.WithdrawApplication: entry.check_withdrawal,
    c.ReturnOpinion: approval.check_not_begun,
    c.Reject: approval.check_not_begun,
    c.RecordObjection: approval.check_objection,
}
"""Commands without an entry need no check beyond stage and seat."""
