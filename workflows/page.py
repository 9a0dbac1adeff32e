"""The status page of a matter for the Temporal UI: short markdown, Chinese with English beside it.

The UI sends the page in a URL, so it stays under a few thousand characters, and its tables have no
borders, so every cell ends with an ideographic space. It names no person.
"""

from collections.abc import Sequence

from workflows.domain.deadlines import Deadline
from workflows.domain.lifecycle import Decider, S, Standing
from workflows.domain.roles import ROLE_LABELS

PAD = "\u3000"
LATEST = 12
"""How many steps the page shows; the case file shows all."""


def escaped(text: object) -> str:
    """Return text that neither breaks a table nor acts as markup."""
    shown = str(text).replace("\\", "\\\\").replace("\n", " ")
    for mark in "<>&|*_`[]{}~#":
        shown = shown.replace(mark, "\\" + mark)
    return shown


def step_line(day: object, officer: str, text_zh: str, text_en: str) -> str:
    """Return one step as a line of the page."""
    return f"| `{day}`{PAD}| {escaped(text_zh)} {escaped(text_en)} `{officer}`{PAD}|"


def status_page(decider: Decider[S], state: S, steps: Sequence[str]) -> str:
    """Return the page: where it stands, what is awaited from whom, the terms, the last steps."""
    standing = decider.standing(state)
    deadlines = decider.deadlines(state)
    awaited = [
        f"| {escaped(item.text.both())}{PAD}| {ROLE_LABELS[item.role].both()} `{item.organ}`{PAD}|"
        for item in standing.work_items
    ]
    terms = [_term_line(state, deadline) for deadline in deadlines]
    parts = [
        f"## `{state.number}` {decider.label.both()}",
        _headline(state, standing, deadlines),
        _track(standing),
        _table("待办 Awaited", "事项 what", "由谁 whom", awaited),
        _table("期限 Terms", "期限 term", "到期 due (UTC+8)", terms),
        _table("办理经过 Steps (UTC+8)", "日期 day", "步骤 step", list(steps[-LATEST:])[::-1]),
        f"规则 rules: `{state.pack.label}` `{state.pack.hash[:12]}`",
    ]
    return "\n\n".join(part for part in parts if part)


def _headline(state: S, standing: Standing, deadlines: Sequence[Deadline]) -> str:
    running = [d.due(state.calendar) for d in deadlines if d.ended_on is None]
    due = f"期限 due **{running[0]}**" if running and running[0] else ""
    return " · ".join(part for part in (f"> **{standing.shown}**", due, *standing.tags) if part)


def _track(standing: Standing) -> str:
    """Return the way through the stages; their leading numbers say what lies behind."""
    here = standing.shown[:2]
    return " → ".join(
        f"**【{stage}】**" if stage[:2] == here else f"~~{stage}~~" if stage[:2] < here else stage
        for stage in standing.track
    )


def _term_line(state: S, deadline: Deadline) -> str:
    due = deadline.due(state.calendar)
    shown = f"`{due}`" if due else "中止 suspended"
    if deadline.overdue:
        shown += " **逾期 overdue**"
    if deadline.ended_on is not None:
        shown += f" · 办结 done `{deadline.ended_on}`"
    return f"| {deadline.label.both()}{PAD}| {shown}{PAD}|"


def _table(title: str, left: str, right: str, rows: list[str]) -> str:
    if not rows:
        return ""
    return f"### {title}\n\n| {left}{PAD}| {right}{PAD}|\n|:--|:--|\n" + "\n".join(rows)
