"""The case file for a terminal or a text file: chapter by chapter, in the process's language."""

import unicodedata
from collections.abc import Iterable, Sequence

import click

from starter.case_file.model import CaseFile, Detail, Linked, Notice, Paper, Sheet, Step
from starter.case_file.sentences import (
    HOW_TO_CHECK,
    MARKS,
    NAMELESS,
    NAMES,
    REHEARSED,
    UNSOUND,
    delivered,
    said_by,
    term_line,
)
from starter.columns import Line, print_columns, print_fields
from starter.language import LANGUAGE, say
from workflows.domain.text import Text

MARGIN = 4


def print_case_file(file: CaseFile) -> None:
    """Print the file for people."""
    click.secho(say("案　卷", "CASE FILE"), bold=True)
    click.secho(f"{spoken(file.title)} · {spoken(file.stage)}", bold=True)
    if not file.head.sound:
        click.secho(spoken(UNSOUND), fg="red")
    click.echo(spoken(NAMES if file.names else NAMELESS))
    _chapter(say("一、本件", "1. The matter"))
    _print_details(file.about)
    _chapter(say("二、现状", "2. Where it stands"))
    _print_details(file.standing)
    _print_awaited(file)
    for sheet in file.sheets:
        print_sheet(sheet)
    _chapter(say("三、经过", "3. What happened"))
    click.echo(spoken(MARKS))
    for step in file.steps:
        _print_step(step)
    _chapter(say("四、期限说明", "4. Terms explained"), file.terms)
    for term in file.terms:
        click.echo(f"{spoken(term.label)} · {spoken(term.result)}")
        print_fields(((say(zh, en), spoken(text)) for zh, en, text in term_line(term)), MARGIN)
    _chapter(say("五、通知与送达", "5. Notices and deliveries"), file.notices)
    _print_notices(file)
    _chapter(say("六、文书", "6. Documents"), file.papers)
    _print_papers(file.papers)
    _chapter(say("七、关联事项", "7. Linked matters"), file.linked)
    _print_linked(file.linked)
    _chapter(say("八、核对", "8. Proof"))
    _print_proof(file)


def _chapter(title: str, rows: Sequence[object] | None = None) -> None:
    click.echo()
    empty = rows is not None and not rows
    click.secho(title + (say("：无", ": none") if empty else ""), bold=True)


def spoken(text: Text) -> str:
    """Return a text in this process's language, without what could steer a terminal."""
    return _safe(text.in_(LANGUAGE))


def _safe(text: str) -> str:
    return "".join(
        "�" if sign != "\n" and unicodedata.category(sign).startswith("C") else sign
        for sign in text
    )


def _print_details(details: Iterable[Detail]) -> None:
    print_fields((_heading(detail.label), spoken(detail.text)) for detail in details)


def _heading(label: Text) -> str:
    said = spoken(label)
    return said[:1].upper() + said[1:]


def _print_awaited(file: CaseFile) -> None:
    if not file.awaited:
        return
    click.echo()
    heads = say("到期,待办人,要做的事", "Due,Who,What").split(",")
    rows = ((item.due or "—", spoken(item.who), spoken(item.text)) for item in file.awaited)
    print_columns(heads, map(Line, rows))


def print_sheet(sheet: Sheet) -> None:
    """Print a table that only some kinds have, below its caption."""
    click.echo()
    click.secho(spoken(sheet.caption), bold=True)
    if sheet.rows:
        print_columns([*map(spoken, sheet.heads)], (Line([*map(spoken, r)]) for r in sheet.rows))


def _print_step(step: Step) -> None:
    click.echo()
    click.secho(f"{step.seq:>2}  {step.on}  {spoken(step.what)}", bold=True)
    print_fields(_step_fields(step), MARGIN)


def _step_fields(step: Step) -> Iterable[tuple[str, str]]:
    yield say("办理", "By"), spoken(said_by(step))
    open_ground = [detail for detail in step.ground if not detail.guarded]
    yield say("事由", "Ground"), say("；", "; ").join(map(_pair, open_ground))
    for detail in step.ground:
        if detail.guarded:
            yield "" if open_ground else say("事由", "Ground"), _pair(detail)
    rule = say("规则 ", "rule ") + spoken(step.basis.cited)
    yield say("依据", "Basis"), f"{rule}  {_basis(step)}"
    yield from ((say("出处", "Source"), source) for source in step.basis.sources)
    for change in step.dates:
        yield say("期限", "Dates"), f"{spoken(change.label)}{say('：', ': ')}{spoken(change.words)}"
    for notice in step.notices:
        yield say("通知", "Notice"), f"{notice.key}  {spoken(notice.to)} · {_state(notice)}"
    for paper in step.papers:
        yield say("文书", "Paper"), f"{spoken(paper.label)} {_safe(paper.number)}"


def _basis(step: Step) -> str:
    return spoken(step.basis.words)


def _pair(detail: Detail) -> str:
    return f"{spoken(detail.label)}{say('：', ': ')}{spoken(detail.text)}"


def _state(notice: Notice) -> str:
    return spoken(notice.state_label)


def _print_notices(file: CaseFile) -> None:
    if not file.notices:
        return
    if file.rehearsed:
        click.echo(spoken(REHEARSED))
    heads = say("编号,种类,收件人,结果,内容", "Key,Purpose,To,Result,Words").split(",")
    print_columns(heads, map(_notice_line, file.notices))


def _notice_line(notice: Notice) -> Line:
    cells = (notice.key, spoken(notice.purpose_label), spoken(notice.to), _state(notice))
    below = "\n    ".join(spoken(text) for text in delivered(notice))
    urgent = notice.state == "undeliverable"
    return Line((*cells, spoken(notice.body)), below=below, urgent=urgent)


def _print_papers(papers: Sequence[Paper]) -> None:
    if not papers:
        return
    heads = say("步,文书,文号,日期", "Step,Document,Number,Dated").split(",")
    print_columns(heads, map(_paper_line, papers))


def _paper_line(paper: Paper) -> Line:
    void = say("（作废）", " (void)") if paper.void else ""
    below = f"sha256:{paper.sha256}" if paper.sha256 else ""
    return Line(
        (paper.seq, spoken(paper.label), _safe(paper.number) + void, paper.dated), below=below
    )


def _print_linked(matters: Sequence[Linked]) -> None:
    for matter in matters:
        known = [spoken(text) for text in (matter.kind, matter.stage) if text is not None]
        click.echo(" · ".join(filter(None, (matter.number, *known, matter.opened))))
        if matter.latest is not None:
            due = say(f" 下一到期 {matter.due}", f" Next due {matter.due}") if matter.due else ""
            click.echo("    " + spoken(matter.latest) + due)


def _print_proof(file: CaseFile) -> None:
    steps = say(f"{file.head.seq} 步", f"{file.head.seq} steps")
    print_fields(
        (
            (say("日志", "Journal"), f"{steps} · sha256:{file.head.hash}"),
            (say("案卷哈希", "File hash"), f"sha256:{file.hash}"),
            (say("核对", "To check"), spoken(HOW_TO_CHECK.format(number=file.number))),
        )
    )
