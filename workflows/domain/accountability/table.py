"""The transition table of the accountability case (rulebook 3.11): the procedure as data.

Rows of one stage and fact are tried in order; the first whose guard holds decides. A pair that is
not listed is against the rules.
"""

from workflows.domain.accountability import guards as g
from workflows.domain.accountability.stages import Stage as S
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.procedure.table import Row, Table

Case = AccountabilityCase


def _stays(*facts: str, at: tuple[S, ...]) -> tuple[Row[Case], ...]:
    return tuple(Row(stage, fact, stage) for stage in at for fact in facts)


TABLE: Table[Case] = Table(
    rows=(
        Row(S.START, "case_opened", S.RECEIVED),
        Row(S.RECEIVED, "triaged", S.TRIAGED),
        Row(S.TRIAGED, "triage_returned", S.RECEIVED),
        Row(S.TRIAGED, "assigned", S.VERIFYING, g.TO_VERIFICATION),
        Row(S.TRIAGED, "assigned", S.LIGHT_TOUCH, g.TO_LIGHT_TOUCH),
        Row(S.TRIAGED, "assigned", S.ON_PROBATION, g.TO_PROBATION),
        Row(S.TRIAGED, "assigned", S.CLOSED_NO_GROUND, g.TO_NO_GROUND),
        Row(S.TRIAGED, "assigned", S.TRANSFERRED, g.TO_OTHERS),
        Row(S.VERIFYING, "verified", S.INITIATION_REVIEW, g.START_PROPOSED),
        Row(S.VERIFYING, "verified", S.LIGHT_TOUCH, g.ONLY_SLIGHT),
        Row(S.VERIFYING, "verified", S.CLOSED_NO_GROUND, g.NOTHING_FOUND),
        Row(S.LIGHT_TOUCH, "talk_held", S.CLOSED),
        Row(S.ON_PROBATION, "triage_returned", S.RECEIVED),
        *_stays("probation_set", at=(S.ON_PROBATION,)),
        Row(S.ON_PROBATION, "probation_ended", S.ON_PROBATION, g.PROBATION_RUNS),
        Row(S.ON_PROBATION, "probation_ended", S.CLOSED, g.PASSED_EXEMPT),
        Row(S.ON_PROBATION, "probation_ended", S.INITIATION_REVIEW),
        Row(S.INITIATION_REVIEW, "verified", S.INITIATION_REVIEW, g.START_PROPOSED),
        Row(S.INITIATION_REVIEW, "verified", S.LIGHT_TOUCH, g.ONLY_SLIGHT),
        Row(S.INITIATION_REVIEW, "verified", S.CLOSED_NO_GROUND, g.NOTHING_FOUND),
        *_stays("start_proposed", at=(S.INITIATION_REVIEW,)),
        Row(S.INITIATION_REVIEW, "start_approved", S.INVESTIGATING, g.START_THROUGH),
        Row(S.INITIATION_REVIEW, "start_approved", S.INITIATION_REVIEW),
        Row(S.INITIATION_REVIEW, "not_started", S.LIGHT_TOUCH, g.NOT_STARTED_SLIGHT),
        Row(S.INITIATION_REVIEW, "not_started", S.CLOSED_NO_GROUND),
        *_stays(
            "subject_added",
            "must_recorded",
            "expert_reported",
            "tolerance_assessed",
            at=(S.INITIATION_REVIEW, S.INVESTIGATING, S.FACTS_MEETING),
        ),
        *_stays(
            "decision_layer_examined",
            "constituted",
            "charged",
            "weighed",
            "involved_included",
            "start_approved",
            "no_liability_proposed",
            "no_liability_returned",
            at=(S.INVESTIGATING, S.FACTS_MEETING),
        ),
        Row(S.INVESTIGATING, "facts_shown", S.FACTS_MEETING),
        *_stays("facts_shown", "reply_heard", at=(S.FACTS_MEETING,)),
        Row(S.INVESTIGATING, "no_liability_approved", S.CLOSED_NO_GROUND, g.NO_LIABILITY_THROUGH),
        Row(S.INVESTIGATING, "no_liability_approved", S.INVESTIGATING),
        Row(S.FACTS_MEETING, "no_liability_approved", S.CLOSED_NO_GROUND, g.NO_LIABILITY_THROUGH),
        Row(S.FACTS_MEETING, "no_liability_approved", S.FACTS_MEETING),
        Row(S.FACTS_MEETING, "opinion_drafted", S.OPINION_DRAFTED),
        *_stays(
            "opinion_drafted", "involved_included", "opinion_approved", at=(S.OPINION_DRAFTED,)
        ),
        Row(S.OPINION_DRAFTED, "opinion_submitted", S.JOINT_CONSULT),
        Row(S.OPINION_DRAFTED, "opinion_returned", S.INVESTIGATING),
        *_stays("adjudication_checked", at=(S.JOINT_CONSULT,)),
        Row(S.JOINT_CONSULT, "consulted", S.ELEVATED_FILING, g.FILING_DUE),
        Row(S.JOINT_CONSULT, "consulted", S.ELEVATED_REVIEW, g.REVIEW_DUE),
        Row(S.JOINT_CONSULT, "consulted", S.DECIDING),
        Row(S.JOINT_CONSULT, "opinion_returned", S.INVESTIGATING),
        Row(S.ELEVATED_FILING, "filing_acknowledged", S.JOINT_CONSULT, g.OBJECTED),
        Row(S.ELEVATED_FILING, "filing_acknowledged", S.ELEVATED_REVIEW, g.REVIEW_DUE),
        Row(S.ELEVATED_FILING, "filing_acknowledged", S.DECIDING),
        Row(S.ELEVATED_FILING, "opinion_returned", S.INVESTIGATING),
        Row(S.ELEVATED_FILING, "filing_deemed", S.ELEVATED_REVIEW, g.REVIEW_DUE),
        Row(S.ELEVATED_FILING, "filing_deemed", S.DECIDING),
        Row(S.ELEVATED_REVIEW, "elevated_reviewed", S.INVESTIGATING, g.RETURNED),
        Row(S.ELEVATED_REVIEW, "elevated_reviewed", S.DECIDING),
        Row(S.ELEVATED_REVIEW, "opinion_returned", S.INVESTIGATING),
        Row(S.ELEVATED_REVIEW, "filing_acknowledged", S.JOINT_CONSULT, g.OBJECTED),
        *_stays("filing_acknowledged", at=(S.ELEVATED_REVIEW,)),
        Row(S.DECIDING, "filing_acknowledged", S.JOINT_CONSULT, g.OBJECTED),
        *_stays("filing_acknowledged", at=(S.DECIDING,)),
        *_stays("decision_proposed", at=(S.DECIDING,)),
        Row(S.DECIDING, "opinion_returned", S.INVESTIGATING),
        Row(S.DECIDING, "decided", S.DECIDED, g.FOLLOWED_UP),
        Row(S.DECIDING, "decided", S.CLOSED_NO_GROUND),
        Row(S.DECIDED, "subject_served", S.RECTIFYING, g.ALL_SERVED),
        Row(S.DECIDED, "subject_closed", S.RECTIFYING, g.ALL_SERVED),
        Row(S.DECIDED, "publication_requested", S.PUBLICATION),
        Row(S.RECTIFYING, "publication_requested", S.PUBLICATION),
        Row(S.PUBLICATION, "publication_reviewed", S.RECTIFYING, g.ALL_SERVED),
        Row(S.PUBLICATION, "publication_reviewed", S.DECIDED),
        *_stays("published", at=(S.DECIDED, S.RECTIFYING)),
        *_stays(
            "recommendation_issued",
            "recommendation_waived",
            "assessment_entered",
            at=(S.DECIDED, S.RECTIFYING, S.PUBLICATION),
        ),
        *_stays(
            "involved_handled",
            at=(S.DECIDED, S.RECTIFYING, S.PUBLICATION, S.CLOSED_NO_GROUND),
        ),
        *_stays(
            "subject_notified",
            "clarification_offered",
            at=(S.DECIDED, S.RECTIFYING, S.PUBLICATION, S.CLOSED, S.CLOSED_NO_GROUND),
        ),
        *_stays("handed_on", at=(S.TRANSFERRED,)),
        Row(S.RECTIFYING, "case_closed", S.CLOSED),
        Row(S.CLOSED, "subject_reopened", S.RECTIFYING),
    ),
    anywhere=frozenset(
        {
            "subject_served",
            "subject_closed",
            "subject_reopened",
            "probation_ended",
            "rectification_ended",
            "lead_found",
            "leadership_case_settled",
            "lead_noted",
            "lead_settled",
            "supplement_added",
        }
    ),
)
"""Facts that move nothing: what linked matters report, new leads and cases, later material."""
