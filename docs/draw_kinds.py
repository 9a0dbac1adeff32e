"""The generated parts of `docs/accountability.md`: each kind made from the kit, from its tables."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any

from docs.markdown import both, table
from starter.commands.procedure import described
from starter.kinds import GROUPS, KINDS, Group
from workflows.domain.kinds import DECIDERS
from workflows.domain.lifecycle import Command
from workflows.domain.procedure.decider import ProcedureDecider
from workflows.domain.procedure.shared import Linked
from workflows.domain.procedure.table import Guard, Row
from workflows.domain.text import Text

SHARED = 3
"""A fact that leads the same way from so many stages is a line of a table, not as many arrows."""

BY_ITSELF: dict[str, Text] = {
    "case_opened": Text("立项", "opened"),
    "filing_deemed": Text("备案期满未提出异议", "no objection in time"),
    "case_closed": Text("办结", "closed"),
    "follow_up_opened": Text("立项", "opened"),
    "execution_begun": Text("开始执行", "execution begins"),
    "measures_done": Text("措施执行到位", "measures carried out"),
    "archive_completed": Text("应归档的均已归档", "entered in every file"),
    "impact_settled": Text("没有尚未届满的影响期", "no impact period is left"),
    "tracking_begun": Text("开始跟踪", "tracking begins"),
    "correction_completed": Text("纠正事项办妥", "everything is reversed"),
    "follow_up_closed": Text("办结", "closed"),
    "appeal_opened": Text("立项", "opened"),
    "appeal_closed": Text("办结", "closed"),
    "probation_opened": Text("立项", "opened"),
    "probation_closed": Text("办结", "closed"),
    "rectification_opened": Text("立项", "opened"),
    "rectification_closed": Text("办结", "closed"),
    "period_ended": Text("期间届满", "period over"),
    "document_drafted": Text("拟制文书", "document drafted"),
    "document_made": Text("文书制成", "document made"),
}
"""Facts that no command makes true."""

Kind = ProcedureDecider[Any]
Way = tuple[str, Guard[Any] | None, str | None]


def kinds() -> dict[str, Kind]:
    """Return the deciders made from the kit, by the names of their groups of commands."""
    return {
        KINDS[kind].name: decider
        for kind, decider in DECIDERS.items()
        if isinstance(decider, ProcedureDecider)
    }


def fact_label(kind: Kind, fact: str) -> Text:
    """Return what a fact is called: as its command, or by itself; KeyError for an unknown one."""
    for rule in kind.steps.rules:
        if rule.fact_kind == fact:
            return _short(rule.command)
    return BY_ITSELF[fact]


def _short(command: type[Command]) -> Text:
    return Text(described(command).zh.partition("（")[0], command.kind.replace("_", " "))


def moving(kind: Kind) -> tuple[Row[Any], ...]:
    """Return the rows that lead to another stage."""
    return tuple(row for row in kind.steps.table.rows if row.to != row.stage)


def shared_rows(kind: Kind) -> dict[Way, list[Row[Any]]]:
    """Return the moving rows that lead the same way from many stages."""
    ways: dict[Way, list[Row[Any]]] = defaultdict(list)
    for row in moving(kind):
        ways[row.fact, row.guard, row.to].append(row)
    return {way: rows for way, rows in ways.items() if len(rows) >= SHARED}


def diagram(kind: Kind) -> str:
    """Return the state diagram: every row that moves and is not shared is one arrow."""
    stages = kind.steps.stages
    shared = {id(row) for rows in shared_rows(kind).values() for row in rows}
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f'    state "{_stage(kind, s)}" as {s}' for s in stages.named if s != "START"]
    lines += [_arrow(kind, row) for row in moving(kind) if id(row) not in shared]
    lines += [f"    {stage} --> [*]" for stage in stages.named if stage in stages.ended]
    return "\n".join([*lines, "```"])


def _stage(kind: Kind, stage: str) -> str:
    number = kind.steps.stages.shown(stage).partition(" ")[0]
    return f"{number} {both(kind.steps.stages.label(stage))}"


def _arrow(kind: Kind, row: Row[Any]) -> str:
    start = "[*]" if row.stage == "START" else row.stage
    guard = f" [{both(row.guard.words)}]" if row.guard else ""
    return f"    {start} --> {row.to} : {both(fact_label(kind, row.fact))}{guard}"


def from_many(kind: Kind) -> str:
    """Return the shared rows as a table."""
    rows = (
        (
            both(fact_label(kind, fact)),
            " · ".join(_stage(kind, row.stage).partition(" ")[0] for row in found),
            both(guard.words) if guard else "",
            _stage(kind, str(to)),
        )
        for (fact, guard, to), found in shared_rows(kind).items()
    )
    return table(("事实 fact", "从 from", "条件 if", "到 to"), rows)


def stages(kind: Kind) -> str:
    """Return every stage with the commands that it takes."""
    named = (stage for stage in kind.steps.stages.named if stage != "START")
    rows = ((_stage(kind, stage), _taken(kind, stage)) for stage in named)
    return table(("阶段 stage", "可以办理 what can be done"), rows)


def _taken(kind: Kind, stage: str) -> str:
    facts = kind.steps.table.facts_from(stage)
    taken = (r for r in kind.steps.rules if r.fact_kind in facts and not _reported(r.command))
    return " · ".join(dict.fromkeys(f"`{r.command.kind.replace('_', '-')}`" for r in taken))


def _reported(command: type[Command]) -> bool:
    return issubclass(command, Linked)


def anywhere(kind: Kind) -> str:
    """Return what may come true in any stage, beside what every kind has."""
    facts = sorted(kind.steps.table.anywhere)
    return " · ".join(both(fact_label(kind, fact)) for fact in facts) or "—"


def commands(group: Group) -> str:
    """Return every command of a group, with an example."""
    rows = (
        (f"`{group.name} {name}`", described(kind), _example(group, name))
        for name, kind in group.classes().items()
    )
    return table(("命令 command", "作用 what it does", "示例 example"), rows)


def _example(group: Group, name: str) -> str:
    line = f"zhengming {group.name} {name} {group.example} --as li"
    file = "" if name in group.wordless else f" --file {group.scenarios}/{name}.yaml"
    return f"`{line}{file}`"


Part = Callable[[], str]


def parts() -> dict[str, Part]:
    """Return the parts of the page by name: `case diagram`."""
    drawn: dict[str, Callable[[Kind], str]] = {
        "diagram": diagram,
        "from many": from_many,
        "stages": stages,
        "anywhere": anywhere,
    }
    return {
        **{
            f"{name} {part}": partial(draw, kind)
            for name, kind in kinds().items()
            for part, draw in drawn.items()
        },
        **{f"{name} commands": partial(commands, GROUPS[name]) for name in kinds()},
    }
