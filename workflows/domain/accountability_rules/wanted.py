"""The entries that each part of the accountability rules must have, no more and no fewer.

Lists that a jurisdiction may write as it likes (charges, measures, channels) are not here.
"""

WANTED: dict[str, frozenset[str]] = {
    "terms": frozenset(
        {
            "triage", "verification", "light_touch", "initiation", "investigation", "supplement",
            "tolerance", "facts_meeting", "opinion", "consultation", "elevated_filing",
            "elevated_review", "decision", "delivery", "execution", "archive",
            "touchpoint_after_delivery", "touchpoint_quarterly", "revisit_first",
            "revisit_repeat", "revisit_final", "help_item", "impact_evaluation", "hr_feedback",
            "reinstatement_step", "tracking", "publication_review", "rectification",
            "rectification_plan", "rectification_verification", "look_back", "appeal_acceptance",
            "appeal_grace", "correction", "probation_evaluation", "probation_approval",
            "probation_notice", "new_fault", "rectification_redo", "rectification_write_off",
            "set_probation", "hand_on", "notification", "clarification_offer", "involved",
            "recommendation", "unit_assessment", "publication",
        }
    ),
    "triage": frozenset(
        {
            "TO_VERIFICATION", "TO_LIGHT_TOUCH", "TO_PROBATION", "TO_TALK", "TO_LEAD_FAST",
            "TO_TOLERANCE_CHECK", "TO_RE_ACCOUNTABILITY", "CLOSED_NO_GROUND",
        }
    ),
    "approvals": frozenset({"INITIATION", "INVESTIGATION", "DECISION", "NO_LIABILITY"}),
    "decisions": frozenset(
        {"form", "organisational", "party_sanction", "administrative_sanction", "talk", "judicial"}
    ),
    "elevation": frozenset({"FILING", "REVIEW"}),
    "archives": frozenset({"INTEGRITY_FILE", "PERSONNEL_FILE", "UNIT_ASSESSMENT"}),
    "traits": frozenset(
        {"COMPLEX", "SENSITIVE", "HIGH_ATTENTION", "LARGE_SOCIAL_IMPACT", "OWN_NAME", "MEDICAL"}
    ),
    "faults": frozenset({"INTENT", "NEGLIGENCE"}),
    "causes": frozenset({"CANNOT", "NO_MEANS", "NOT_WELL", "UNWILLING"}),
    "appeals": frozenset(
        {
            "ACCOUNTABILITY_DECISION", "PARTY_SANCTION", "ADMINISTRATIVE_SANCTION",
            "OWN_BODY_SANCTION", "SOE_SANCTION", "ORGANISATIONAL_MEASURE",
        }
    ),
    "options": frozenset(
        {
            "combine_for_teams", "filing_by_silence",
            "one_officer_one_step", "review_may_be_deviated_from", "tolerance_opens_correction",
            "warn_instead_of_rectification", "warn_execution_only",
        }
    ),
}  # fmt: skip
