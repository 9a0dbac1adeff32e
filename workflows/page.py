"""The status page of a matter for the Temporal UI: short markdown, Chinese with English beside it.

The UI sends the page in a URL, so it stays under a few thousand characters, and its tables have no
borders, so every cell ends with an ideographic space. It names no person.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from workflows.domain.deadlines import Deadline
from workflows.domain.lifecycle import Decider, S, Standing, WorkItem
from workflows.domain.roles import ROLE_LABELS
from workflows.domain.tag_labels import TAG_LABELS

PAD = "\u3000"
NO_BREAK = "\u00a0"
"""Keeps the head of a column on one line, and so wide that the days below are on one, too."""
LATEST = 12
"""How many steps the page shows; the case file shows all."""
ENDED = 6
"""How many terms that have ended it shows, the newest of them."""

Dues = Mapping[str, date | None]
"""The due days of the running terms by their keys; None while a term is suspended."""


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
    dues = {d.key: d.due(state.calendar) for d in deadlines if d.ended_on is None}
    awaited = [_awaited_line(item, dues) for item in standing.work_items]
    terms = [_term_line(state, deadline) for deadline in _shown(deadlines, dues)]
    parts = [
        f"## `{state.number}` {decider.label.both()}",
        _headline(standing, [dues[d.key] for d in deadlines if d.key in dues and not d.period]),
        _track(standing),
        _table("待办 Awaited", ("到期 due (UTC+8)", "事项 what", "由谁 whom"), awaited),
        _table("期限 Terms", ("期限 term", "到期 due (UTC+8)"), terms),
        _table("办理经过 Steps", ("日期 day (UTC+8)", "步骤 step"), list(steps[-LATEST:])[::-1]),
        f"规则 rules: `{state.pack.label}` `{state.pack.hash[:12]}`",
    ]
    return "\n\n".join(part for part in parts if part)


def _by(due: date | None) -> date:
    return due or date.max


def _shown(deadlines: Sequence[Deadline], dues: Dues) -> list[Deadline]:
    """Return the running terms, first due first, then those that ended last."""
    running = [deadline for deadline in deadlines if deadline.ended_on is None]
    ended = [deadline for deadline in deadlines if deadline.ended_on is not None]
    ended.sort(key=lambda deadline: _by(deadline.ended_on), reverse=True)
    return [*sorted(running, key=lambda deadline: _by(dues[deadline.key])), *ended[:ENDED]]


def _headline(standing: Standing, duties: Sequence[date | None]) -> str:
    first = min(duties, key=_by, default=None)
    over, tags = standing.impact_end, standing.tags
    parts = (
        f"> **{standing.shown}**",
        f"期限 due **{first}**" if first else "",
        f"影响期至 impact period through **{over - timedelta(days=1)}**" if over else "",
        *(TAG_LABELS[tag].both() if tag in TAG_LABELS else tag for tag in tags),
    )
    return " · ".join(part for part in parts if part)


def _track(standing: Standing) -> str:
    """Return the way through the stages; their leading numbers say what lies behind."""
    here = standing.shown[:2]
    return " → ".join(
        f"**【{stage}】**" if stage[:2] == here else f"~~{stage}~~" if stage[:2] < here else stage
        for stage in standing.track
    )


def _awaited_line(item: WorkItem, dues: Dues) -> str:
    due = dues.get(item.term)
    day = f"`{due}`" if due else "—"
    whom = f"{ROLE_LABELS[item.role].both()} `{item.organ}`"
    return f"| {day}{PAD}| {escaped(item.text.both())}{PAD}| {whom}{PAD}|"


def _term_line(state: S, deadline: Deadline) -> str:
    due = deadline.due(state.calendar)
    shown = f"`{due}`" if due else "中止 suspended"
    if deadline.overdue:
        shown += " **逾期 overdue**"
    if deadline.ended_on is not None:
        how = "结束 ended" if deadline.period else "办结 done"
        shown += f" · {how} `{deadline.ended_on}`"
    return f"| {deadline.label.both()}{PAD}| {shown}{PAD}|"


def _table(title: str, heads: Sequence[str], rows: Sequence[str]) -> str:
    if not rows:
        return ""
    named = "".join(f"| {head.replace(' ', NO_BREAK)}{PAD}" for head in heads)
    return f"### {title}\n\n{named}|\n{'|:--' * len(heads)}|\n" + "\n".join(rows)
