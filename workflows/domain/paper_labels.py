"""What documents that are made here are called. Standard library only: commands that read know it.

Their codes are those of `paper_facts.PaperKind` and of the rule packs.
"""

from workflows.domain.text import Text

PAPER_LABELS: dict[str, Text] = {
    "clarification_letter": Text("澄清函", "clarification letter"),
    "commission_letter": Text("委托函", "commission letter"),
    "meeting_notice": Text("会议通知", "meeting notice"),
    "minutes": Text("纪要", "minutes"),
    "circular": Text("通报", "circular"),
    "press_notice": Text("媒体稿", "press notice"),
    "reply": Text("书面答复", "reasoned reply"),
    "prior_notice": Text("事前通报函", "prior notice"),
    "post_notice": Text("事后通报函", "post notice"),
    "initiation_approval": Text("问责启动审批表", "initiation approval form"),
    "investigation_opinion": Text("问责调查处理意见", "investigation opinion"),
    "decision": Text("问责决定书", "decision"),
    "delivery_receipt": Text("送达回证", "delivery receipt"),
    "appeal_decision": Text("申诉复查决定书", "appeal decision"),
    "recommendation_letter": Text("纪检监察建议书", "recommendation letter"),
    "revisit_form": Text("回访登记表", "revisit form"),
    "correction_notice": Text("纠正通知书", "correction notice"),
    "feedback_letter": Text("影响期满情况反馈函", "feedback letter"),
}
