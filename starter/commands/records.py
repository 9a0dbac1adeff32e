"""`zhengming records verify|rebuild`: is the record what was written, and its pictures anew."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

import click
from sqlalchemy.exc import SQLAlchemyError

from starter.asking import STORE_AWAY, helped, record_store
from starter.failure import CommandFailed, ServiceAway
from starter.findings import plain_finding
from starter.labels import worded
from starter.language import say, spoken
from starter.mending import CannotBeTold, checked, mended, with_store
from starter.session import common, session
from starter.waiting import run_shown
from workflows.domain.text import Text

if TYPE_CHECKING:
    from activities.store import RecordStore
    from activities.store.verify import Finding

Work = Callable[["RecordStore"], Coroutine[Any, Any, tuple[int, int, "list[Finding]"]]]

HELP = Text("核验记录，或由日志重建现状。", "Verify the records, or rebuild them from the journal.")
VERIFY = Text(
    "核验日志的哈希链、链头、各现状表、通知、文书和回执；有问题的逐条指出事项和行，退出码 1。",
    "Check the journal's hash chain, its heads, every projection and receipt; names what is wrong, "
    "exit 1.",
)
REBUILD = Text(
    "由日志重建全部现状、通知和文书清单，再核验一遍；通知保留原送达情况，补登的另行标明。",
    "Rebuild all projections from the journal and verify; a notice keeps what came of it, one that "
    "was lost is marked as restored.",
)
WORKING = Text("正在逐行核对……", "Going through the records …")
INTACT = Text(
    "{matters} 件事项、{events} 条记录，完好。", "{matters} matters, {events} events intact."
)
BROKEN = Text("共 {count} 处问题。", "Findings: {count}.")
UNTOLD = Text(
    "{matter} 的日志无法重述（{error}），已停止，该事项保持原状："
    "请先运行 zhengming records verify。",
    "The journal of {matter} cannot be retold ({error}); stopped, that matter is left as it was:"
    " run zhengming records verify.",
)


@click.group(
    help=helped(HELP, "zhengming records verify", "zhengming records rebuild"),
)
def command() -> None:
    pass


@command.command(name="verify", help=helped(VERIFY, "zhengming records verify --json"))
@common
def verify_command() -> int:
    return _run(checked)


@command.command(name="rebuild", help=helped(REBUILD, "zhengming records rebuild"))
@common
def rebuild_command() -> int:
    return _run(mended)


def _run(work: Work) -> int:
    # A reader first: SQLAlchemy would make an empty file where there is no store.
    with record_store() as reader:
        reader.clock_skew("")
    try:
        matters, events, findings = run_shown(with_store(session().database_url, work), WORKING)
    except SQLAlchemyError as error:
        # The error's own text may quote the URL with its password.
        raise ServiceAway(STORE_AWAY.format(why=type(error).__name__)) from None
    except CannotBeTold as error:
        why = type(error.__cause__).__name__
        raise CommandFailed(UNTOLD.format(matter=error.matter, error=why)) from None
    _report(matters, events, [plain_finding(finding) for finding in findings])
    return 1 if findings else 0


def _report(matters: int, events: int, findings: list[dict[str, Any]]) -> None:
    if session().as_json:
        counts = {"matters": matters, "events": events, "intact": not findings}
        session().emit({**counts, "findings": findings})
        return
    for found in findings:
        place = found["matter"] or say("记录库", "record store")
        row = say(f"第 {found['seq']} 行", f"row {found['seq']}") if found["seq"] else ""
        click.echo(
            " ".join(filter(None, (place, row))) + say("：", ": ") + worded(found, "problem")
        )
    total = BROKEN.format(count=len(findings)) if findings else INTACT
    click.echo(spoken(total.format(matters=matters, events=events)))
