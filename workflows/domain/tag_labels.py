"""What the short marks of lists are called. Standard library only: commands that read know it."""

from workflows.domain.text import Text

TAG_LABELS: dict[str, Text] = {
    "overdue": Text("逾期", "overdue"),
    "provisional": Text("期限暂定", "provisional date"),
    "suspended": Text("中止", "suspended"),
    "reply-due": Text("待答复申请人", "reply due"),
    "undeliverable": Text("通知无法送达", "undeliverable notice"),
    "late": Text("逾期申诉", "late appeal"),
    "impact": Text("影响期内", "in the impact period"),
    "award-barred": Text("当年不得评优", "no award this year"),
    "appeal": Text("申诉中", "appealed against"),
    "corrected": Text("已纠正", "corrected"),
}
