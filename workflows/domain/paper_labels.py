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
}
