"""Writes the generated parts of the docs from the rules themselves: `make docs`.

A part stands between `<!-- generated: NAME -->` and `<!-- end -->`; all else there is prose. The
tests compare the page with what this module would write.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from docs import draw_accountability, draw_kinds, draw_pack, draw_packs
from docs.markdown import both, table
from workflows.domain.clarification.clock import TERMS_OF_STAGE
from workflows.domain.clarification.deadlines import TERM_LABELS
from workflows.domain.clarification.duties import DUTY_OF_STAGE
from workflows.domain.clarification.stages import ENDED, STAGE_LABELS, STAGE_NUMBERS, Stage
from workflows.domain.clarification.table import ANYWHERE, PROCEDURE, Guard, Row
from workflows.domain.text import Text

DOCS = Path(__file__).parent
SHARED = 3
"""A fact that leads the same way from so many stages is a line of a table, not as many arrows."""

FACT_LABELS: dict[str, Text] = {
    "opened": Text("立项", "opened"),
    "verification_recorded": Text("核查结束", "verification ended"),
    "screened": Text("筛查", "screened"),
    "other_lead_closed": Text("其他线索查结", "other lead closed"),
    "lead_registered": Text("登记其他线索", "other lead registered"),
    "opinion_given": Text("提出意见", "opinion given"),
    "procedure_opened": Text("启动程序", "procedure opened"),
    "not_start_settled": Text("不启动确定", "not starting settled"),
    "countersigned": Text("签批", "countersigned"),
    "study_recorded": Text("研判通过", "study passed"),
    "reviewed": Text("审核通过", "reviewed"),
    "opinion_returned": Text("退回", "returned"),
    "approved": Text("批准", "approved"),
    "rejected": Text("不予批准", "rejected"),
    "opinion_heard": Text("听取意见", "opinion heard"),
    "objection_recorded": Text("本人异议", "objection"),
    "method_done": Text("一种方式实施完毕", "one method done"),
    "implementation_completed": Text("全部实施完毕", "all methods done"),
    "document_drafted": Text("拟制文书", "document drafted"),
    "document_made": Text("文书制成", "document made"),
    "post_notice_given": Text("已事后通报", "post notice given"),
    "reply_served": Text("答复已送达", "reply served"),
    "effect_followed_up": Text("已回访", "followed up"),
    "application_withdrawn": Text("撤回申请", "application withdrawn"),
    "application_joined": Text("申请并入", "application joined"),
    "materials_completed": Text("材料补齐", "materials complete"),
    "officer_recused": Text("人员回避", "officer recused"),
    "false_accusation_noted": Text("登记涉嫌诬告陷害线索", "suspected false accusation noted"),
    "file_closed": Text("归档", "file closed"),
    "reminded": Text("提醒", "reminded"),
    "went_overdue": Text("逾期", "went overdue"),
    "notice_undeliverable": Text("通知无法送达", "notice undeliverable"),
    "notice_settled": Text("通知另行送达", "notice settled"),
}


def stage_label(stage: Stage) -> str:
    """Return number and both names of a stage: `40 评估 Evaluation`."""
    return f"{STAGE_NUMBERS[stage]:02d} {both(STAGE_LABELS[stage])}"


def shared_rows() -> dict[tuple[str, Guard | None, Stage | None], list[Row]]:
    """Return the rows that lead the same way from many stages; None means: the stage stays."""
    ways: dict[tuple[str, Guard | None, Stage | None], list[Row]] = defaultdict(list)
    for row in PROCEDURE:
        ways[row.fact, row.guard, None if row.to is row.stage else row.to].append(row)
    return {way: rows for way, rows in ways.items() if len(rows) >= SHARED}


def diagram() -> str:
    """Return the state diagram: every row that is not shared is one arrow."""
    shared = {id(row) for rows in shared_rows().values() for row in rows}
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f'    state "{stage_label(s)}" as {s}' for s in Stage if s is not Stage.START]
    lines += [_arrow(row) for row in PROCEDURE if id(row) not in shared]
    lines += [f"    {stage} --> [*]" for stage in Stage if stage in ENDED]
    return "\n".join([*lines, "```"])


def _arrow(row: Row) -> str:
    start = "[*]" if row.stage is Stage.START else row.stage.value
    guard = f" [{both(row.guard.words)}]" if row.guard else ""
    return f"    {start} --> {row.to} : {both(FACT_LABELS[row.fact])}{guard}"


def from_many() -> str:
    """Return the shared rows as a table."""
    rows = (
        (
            both(FACT_LABELS[fact]),
            " · ".join(f"{STAGE_NUMBERS[row.stage]:02d}" for row in found),
            both(guard.words) if guard else "",
            stage_label(to) if to else "不变 stays",
        )
        for (fact, guard, to), found in shared_rows().items()
    )
    return table(("事实 fact", "从 from", "条件 if", "到 to"), rows)


def anywhere() -> str:
    """Return what may come true in any stage, and moves the matter only where a row says so."""
    return " · ".join(both(FACT_LABELS[fact]) for fact in FACT_LABELS if fact in ANYWHERE)


def stages() -> str:
    """Return every stage with what it waits for and which term runs."""
    rows = ((stage_label(s), *_duty(s), _terms(s)) for s in Stage if s is not Stage.START)
    heads = ("阶段 stage", "等待 awaited", "命令 command", "期限 term")
    return table(heads, rows)


def _duty(stage: Stage) -> tuple[str, str]:
    if stage in DUTY_OF_STAGE:
        action, text, _ = DUTY_OF_STAGE[stage]
        return both(text), f"`{action}`"
    if stage is Stage.IMPLEMENTING:
        return "逐一实施批准的方式 carry out each approved method", "`carry-out`"
    if stage is Stage.COMPLETED:
        return "回访澄清效果 follow up the effect", "`follow-up-effect`"
    return (
        ("书面答复申请人 reply to the applicant", "`serve-reply`") if stage in ENDED else ("", "")
    )


def _terms(stage: Stage) -> str:
    at_end = {
        Stage.COMPLETED: ("follow_up",),
        **dict.fromkeys(ENDED - {Stage.COMPLETED}, ("reply",)),
    }
    keys = TERMS_OF_STAGE.get(stage, ()) or at_end.get(stage, ())
    return " · ".join(both(TERM_LABELS[key]) for key in keys)


def _drawn(part: Callable[[], draw_pack.Part]) -> Callable[[], str]:
    return lambda: table(*part())


Parts = Mapping[str, Callable[[], str]]
PARTS: Parts = {
    "diagram": diagram,
    "from many stages": from_many,
    "anywhere": anywhere,
    "stages": stages,
    **{name: _drawn(part) for name, part in draw_pack.PARTS.items()},
}
RULES_PARTS: Parts = {name: _drawn(part) for name, part in draw_accountability.PARTS.items()}


DRAWN: dict[Path, Parts] = {
    DOCS / "clarification.md": PARTS,
    DOCS / "accountability.md": draw_kinds.parts(),
    DOCS / "accountability-rules.md": RULES_PARTS,
    DOCS / "rule-packs.md": {"packs": _drawn(draw_packs.packs)},
}


def written(page: str, parts: Parts) -> str:
    """Return the page with every generated part written anew; KeyError for an unknown part."""
    return re.sub(
        r"<!-- generated: (.+?) -->.*?<!-- end -->",
        lambda found: f"<!-- generated: {found[1]} -->\n\n{parts[found[1]]()}\n\n<!-- end -->",
        page,
        flags=re.DOTALL,
    )


if __name__ == "__main__":
    for path, parts in DRAWN.items():
        path.write_text(written(path.read_text(encoding="utf-8"), parts), encoding="utf-8")
