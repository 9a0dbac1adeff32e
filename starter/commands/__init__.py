"""The commands of `zhengming`: one module each, and one for all kinds of matter.

This table is all that `--help` needs to load.
"""

from starter.kinds import GROUPS
from workflows.domain.text import Text

COMMANDS: dict[str, tuple[str, Text]] = {
    "up": ("starter.commands.up", Text("启动全部服务", "Run everything on one machine")),
    "demo": ("starter.commands.demo", Text("演示四件事项的一生", "Four lives in virtual time")),
    **{name: ("starter.commands.procedure", group.summary) for name, group in GROUPS.items()},
    "show": ("starter.commands.show", Text("查看一件事项", "Where a matter stands")),
    "why": ("starter.commands.why", Text("逐日说明一个期限", "Count the days of a term")),
    "eligible": (
        "starter.commands.eligible",
        Text("某日可否提任、任职、评优", "May a subject be promoted, and why"),
    ),
    "archive": (
        "starter.commands.archive",
        Text("载入各类档案的情况", "Entries in files, with their history"),
    ),
    "due": ("starter.commands.due", Text("待办，先到期者在前", "The work queue, first due first")),
    "file": ("starter.commands.file", Text("案卷：全部经过", "The readable case file")),
    "document": (
        "starter.commands.document",
        Text("文书：清单、查阅、导出、核验", "Documents: list, open, export, verify"),
    ),
    "notice": (
        "starter.commands.notice",
        Text("通知：预览、送达情况、测试", "Notices: preview, what came of them, test"),
    ),
    "advance": ("starter.commands.advance", Text("推进演练时间", "Move a rehearsal's clock")),
    "schema": ("starter.commands.schema", Text("命令的 JSON 模式", "JSON schema of a payload")),
    "rulepack": ("starter.commands.rulepack", Text("规则包", "List, show, check rule packs")),
    "records": ("starter.commands.records", Text("核验或重建记录", "Verify or rebuild records")),
    "portal": (
        "starter.commands.portal",
        Text("查阅门户：登录凭证", "Sign-in tokens of the portal"),
    ),
    "keys": ("starter.commands.keys", Text("加密密钥", "The payload key ring")),
    "completion": ("starter.commands.completion", Text("命令补全脚本", "Shell completion")),
}
