"""The shipped rule packs, as a table for `docs/rule-packs.md`."""

from docs import draw_accountability, draw_pack
from docs.draw_pack import Part
from workflows.domain.text import Text

SHIPPED = (draw_accountability.PACK, draw_pack.PACK)


def packs() -> Part:
    """Return what `zhengming rulepack list` shows."""
    return ("编号 id", "版本 version", "生效 from", "哈希 hash", "名称 title"), [
        (
            f"`{pack.id}`",
            pack.version,
            pack.effective_from.isoformat(),
            f"`{pack.hash[:12]}`",
            Text(pack.title_zh, pack.title_en),
        )
        for pack in SHIPPED
    ]
