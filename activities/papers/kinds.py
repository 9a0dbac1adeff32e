"""The kinds of documents that are made here: their full names, and what each needs to be told."""

from dataclasses import dataclass

from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its full name, and the keys of `content` that its template prints."""

    name: Text
    needs: tuple[str, ...]


FINDING = ("subject", "addressee", "points", "verified_on")

SUBJECT = ("accountable", "addressee")
FORM = ("accountable", "decision", "measures", "impact")

KINDS: dict[str, Kind] = {
    "clarification_letter": Kind(
        Text("失实检举控告予以澄清的函", "letter clarifying an untrue accusation"),
        (*FINDING, "methods"),
    ),
    "commission_letter": Kind(
        Text("委托当面澄清的函", "letter commissioning a clarification in person"),
        FINDING,
    ),
    "meeting_notice": Kind(
        Text("澄清会议通知", "notice of a clarification meeting"),
        ("addressee", "meeting"),
    ),
    "minutes": Kind(
        Text("澄清会议纪要", "minutes of a clarification meeting"),
        ("subject", "points", "verified_on", "meeting"),
    ),
    "circular": Kind(
        Text("澄清情况的通报", "circular that clarifies"),
        FINDING,
    ),
    "press_notice": Kind(
        Text("媒体澄清稿", "clarification for the media"),
        ("subject", "points", "verified_on"),
    ),
    "reply": Kind(
        Text("对申请人的书面答复", "reasoned reply to the applicant"),
        ("subject", "addressee", "reply_outcome", "reasons"),
    ),
    "prior_notice": Kind(
        Text("事前通报（听取意见）函", "prior notice that hears an opinion"),
        (*FINDING, "methods"),
    ),
    "post_notice": Kind(
        Text("事后通报函", "notice after clarification"),
        (*FINDING, "methods"),
    ),
    "initiation_approval": Kind(
        Text("问责启动审批表", "form approving the start of accountability"),
        ("subjects", "facts", "duty_basis", "grounds"),
    ),
    "investigation_opinion": Kind(
        Text("问责调查处理意见", "opinion after the investigation"),
        ("addressee", "facts", "basis", "liabilities", "statements", "circumstances", "proposals"),
    ),
    "decision": Kind(
        Text("问责决定书", "accountability decision"),
        (
            *SUBJECT,
            *("facts", "basis", "liability", "charges", "decision_reasons", "outcome"),
            *("restrictions", "appeals"),
        ),
    ),
    "delivery_receipt": Kind(
        Text("问责决定送达回证", "proof that the decision was delivered"),
        ("accountable", "decision"),
    ),
    "appeal_decision": Kind(
        Text("申诉复查决定书", "decision on an appeal"),
        (
            *SUBJECT,
            *("decision", "filed_on", "accepted_on", "appeal_grounds", "findings", "basis"),
            *("conclusion", "remaining", "may_aggravate", "appeals"),
        ),
    ),
    "recommendation_letter": Kind(
        Text("纪检监察建议书", "letter of recommendations"),
        ("addressee", "portrait", "recommendations", "deadline", "nodes"),
    ),
    "revisit_form": Kind(
        Text("回访登记表", "record of a revisit"),
        (*FORM, "outline", "visit"),
    ),
    "correction_notice": Kind(
        Text("问责纠正通知书", "notice that corrects a decision"),
        (
            *SUBJECT,
            *("decision", "cause", "withdrawn", "remaining", "corrected_on", "ended"),
            *("archives", "published"),
        ),
    ),
    "feedback_letter": Kind(
        Text("影响期满情况反馈函", "letter to the organisation department after the impact period"),
        (*FORM, "addressee", "performance", "visits"),
    ),
}
