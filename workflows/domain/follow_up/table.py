"""The follow-up as a table: which fact leads from which stage to which (3.11)."""

from workflows.domain.follow_up.observation import awaits_rights
from workflows.domain.follow_up.stages import Stage
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.procedure.table import Guard, Row, Table
from workflows.domain.text import Text

S = Stage

IMPACT_OVER: Guard[FollowUp] = Guard(
    Text("影响期已满", "the impact period is over"),
    lambda m: "impact" in m.periods_over and not awaits_rights(m),
)
TO_BE_REVERSED: Guard[FollowUp] = Guard(
    Text("结论变更或者撤销决定", "it changes or revokes the decision"), lambda m: bool(m.undone)
)
REVOKED: Guard[FollowUp] = Guard(
    Text("决定已撤销", "the decision was revoked"),
    lambda m: m.revoked,
)
NOT_SERVED: Guard[FollowUp] = Guard(
    Text("尚未送达", "it is not served yet"), lambda m: m.served is None
)
MAY_RETURN: Guard[FollowUp] = Guard(
    Text("曾不恢复使用，现提请恢复", "it was not reinstated, and now it is asked for"),
    lambda m: m.ending is None,
)

ANYWHERE = frozenset(
    {
        "archive_entered",
        "rights_restored",
        "correction_item_finished",
        "status_recorded",
        "talk_recorded",
        "revisit_recorded",
        "help_item_closed",
        "appeal_filed",
        "appeal_registered",
        "appeal_answered",
        "reopened",
        "review_ended",
    }
)
"""What may come true in any stage; the checks say when it may be recorded."""

ONWARD: tuple[Row[FollowUp], ...] = (
    Row(S.DECIDED, "follow_up_opened", S.DECIDED),
    Row(S.DECIDED, "decision_served", S.DELIVERED),
    Row(S.DELIVERED, "execution_begun", S.EXECUTING),
    Row(S.DELIVERED, "follow_up_closed", S.CLOSED),
    Row(S.EXECUTING, "measure_confirmed", S.EXECUTING),
    Row(S.EXECUTING, "measures_done", S.ARCHIVED),
    Row(S.ARCHIVED, "archive_completed", S.IMPACT_PERIOD),
    Row(S.IMPACT_PERIOD, "period_ended", S.IMPACT_ENDED, IMPACT_OVER),
    Row(S.IMPACT_PERIOD, "impact_settled", S.IMPACT_ENDED),
    Row(S.IMPACT_PERIOD, "evaluated", S.IMPACT_PERIOD),
    Row(S.IMPACT_PERIOD, "reinstatement_declined", S.IMPACT_PERIOD),
    Row(S.IMPACT_PERIOD, "follow_up_closed", S.CLOSED),
    Row(S.IMPACT_ENDED, "evaluated", S.IMPACT_ENDED),
    Row(S.IMPACT_ENDED, "fed_back", S.IMPACT_ENDED),
    Row(S.IMPACT_ENDED, "opinion_recorded", S.IMPACT_ENDED),
    Row(S.IMPACT_ENDED, "collectively_decided", S.IMPACT_ENDED),
    Row(S.IMPACT_ENDED, "reinstated", S.NORMAL_USE),
    Row(S.IMPACT_ENDED, "reinstatement_declined", S.IMPACT_ENDED),
    Row(S.IMPACT_ENDED, "tracking_begun", S.TRACKING),
    Row(S.IMPACT_ENDED, "follow_up_closed", S.CLOSED),
    Row(S.NORMAL_USE, "tracking_begun", S.TRACKING),
    Row(S.TRACKING, "follow_up_closed", S.CLOSED),
    Row(S.CLOSED, "reopened", S.IMPACT_ENDED, MAY_RETURN),
)
CORRECTING: tuple[Row[FollowUp], ...] = (
    *(Row(stage, "appeal_answered", S.CORRECTED, TO_BE_REVERSED) for stage in Stage),
    *(Row(stage, "decision_corrected", S.CORRECTED) for stage in Stage),
    Row(S.CORRECTED, "reversed", S.CORRECTED),
    Row(S.CORRECTED, "correction_completed", S.CLOSED, REVOKED),
    Row(S.CORRECTED, "correction_completed", S.DECIDED, NOT_SERVED),
    Row(S.CORRECTED, "correction_completed", S.EXECUTING),
)
TABLE: Table[FollowUp] = Table(rows=(*ONWARD, *CORRECTING), anywhere=ANYWHERE)
