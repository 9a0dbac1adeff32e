"""`zhengming notice`: what notices look like, what came of those of a matter, and a test of one."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import click

from activities.delivery.errors import NotNow, code_of
from activities.delivery.words import Language
from starter import paths
from starter.asking import helped, number_argument, record_store
from starter.channels_file import means_of
from starter.columns import Line, print_columns
from starter.failure import Invalid
from starter.labels import CHANNELS, PURPOSES, awaited, delivered_as, named, shanghai_time
from starter.language import LANGUAGE, say, spoken
from starter.matter import Matter
from starter.notice_samples import WHAT, file_shown, mail_shown, post_shown, sample, staged
from starter.notice_trial import Tried, tried
from starter.reading_as import check_right, reader_of
from starter.session import common, session
from workflows.domain.text import Text

HELP = Text("通知：预览、送达情况、测试。", "Notices: preview, what came of them, a test.")
PREVIEW = Text(
    "预览一种通知，连同邮件头；人和事都是样例，文字用本机关的模板。",
    "Show a notice with its headers: sample people and matter, in your office's own words.",
)
LIST = Text(
    "一件事项的通知：送给谁、用什么方式、送了几次、对方怎么答；对方的原话只给可看姓名的人（--as）。",
    "The notices of a matter: to whom, on which way, how often tried, the code of the answer; its"
    " words for readers of names alone (--as).",
)
TEST = Text(
    "向一名人员的每个地址发一条测试消息；暂时送不出退出码 5，地址不可用退出码 2。",
    "Send a test message to each address of an officer; exit 5: one is away, 2: one never works.",
)
NOBODY = Text(
    "OFFICER：名录 officers.toml 中没有该编号，请核对。",
    "OFFICER: officers.toml has no officer with this id; check it.",
)
VERDICTS: dict[str, Text] = {
    "sent": Text("已送", "sent"),
    "away": Text("暂时送不出", "away"),
    "never": Text("地址不可用", "cannot work"),
}


@click.group(help=helped(HELP, "zhengming notice list CLAR-2026-0042"))
def command() -> None:
    pass


@command.command("preview", help=helped(PREVIEW, "zhengming notice preview reminder --lang en"))
@click.argument("purpose", type=click.Choice(list(WHAT)), metavar="PURPOSE")
@click.option(
    "--channel",
    type=click.Choice(["mail", "bot", "file"]),
    default="mail",
    help=say("mail 邮件（默认）、bot 群机器人、file 发件箱文件。", "mail (default), bot or file."),
)
@common
def preview(purpose: str, channel: str) -> None:
    language: Language = "en" if LANGUAGE == "en" else "zh"
    means = staged(means_of(session().data), language)
    parcel = sample(purpose, "CLAR-2026-0042", datetime.now(UTC).replace(microsecond=0))
    try:
        match channel:
            case "mail":
                shown = mail_shown(parcel, means)
            case "bot":
                shown = post_shown(parcel, means, language)
            case _:
                shown = file_shown(parcel, means)
    except NotNow as broken:
        raise Invalid(Text(broken.answer, broken.answer)) from None
    if session().as_json:
        session().emit({"purpose": purpose, "channel": channel, "shown": shown})
    else:
        click.echo(shown)


@command.command("list", help=helped(LIST, "zhengming notice list CLAR-2026-0042 --as li"))
@number_argument
@click.option(
    "--as",
    "officer",
    metavar="OFFICER",
    help=say("谁查阅（名录中的编号）。", "Who reads (id in the officers' directory)."),
)
@common
def list_command(number: str, officer: str | None) -> None:
    with record_store() as reader:
        view = Matter(reader, number).view
        notices, ways = reader.notices(number), reader.deliveries(number)
    if not _reads_names(officer, number, view):
        # What the other side said may repeat an address or a name.
        ways = [{**way, "answer": code_of(way["answer"])} for way in ways]
    listed = [{**_told(row), "deliveries": _ways_of(row, ways)} for row in notices]
    if session().as_json:
        session().emit({"matter": number, "notices": listed})
        return
    heads = say(
        "通知,种类,送给,方式,状态,次数,最近一次,答复", "Notice,What,To,Way,State,Tries,Last,Answer"
    )
    print_columns(heads.split(","), (line for notice in listed for line in _lines(notice)))


def _reads_names(officer: str | None, number: str, view: dict[str, Any]) -> bool:
    if not officer:
        return False
    return check_right(reader_of(session().data, officer), number, view).names


def _told(row: dict[str, Any]) -> dict[str, Any]:
    kept = ("seq", "index", "purpose", "to_role", "to_organ", "state", "attempts", "answer")
    return {name: row[name] for name in kept} | {"updated_at": row["updated_at"]}


def _ways_of(notice: dict[str, Any], ways: list[dict[str, Any]]) -> list[dict[str, Any]]:
    kept = ("recipient", "channel", "state", "attempts", "answer", "updated_at")
    own = [way for way in ways if (way["seq"], way["index"]) == (notice["seq"], notice["index"])]
    own.sort(key=lambda way: (way["recipient"], way["channel"]))
    return [{name: way[name] for name in kept} for way in own]


def _lines(notice: dict[str, Any]) -> list[Line]:
    """Return a line for each way; a notice that was never tried has one line too."""
    key, what = f"{notice['seq']}/{notice['index']}", named(PURPOSES, notice["purpose"])
    role = awaited(notice["to_role"], notice["to_organ"])
    ways = notice["deliveries"] or [{**notice, "recipient": "", "channel": ""}]
    return [
        Line(
            (
                key,
                what,
                way["recipient"] or role,
                named(CHANNELS, way["channel"]) or "—",
                spoken(delivered_as(way["state"], [way["channel"]])),
                way["attempts"],
                shanghai_time(way["updated_at"]),
                way["answer"],
            ),
            urgent=way["state"] == "undeliverable",
        )
        for way in ways
    ]


@command.command("test", help=helped(TEST, "zhengming notice test li"))
@click.argument("officer", metavar="OFFICER")
@common
def test_command(officer: str) -> int:
    data = session().data
    means = means_of(data)
    if officer not in means.directory.officers:
        raise Invalid(NOBODY)
    answers = asyncio.run(tried(means, officer, data / paths.OUTBOX))
    if session().as_json:
        session().emit({"officer": officer, "tried": [vars(answer) for answer in answers]})
    else:
        for answer in answers:
            click.echo(_line(answer))
    verdicts = {answer.verdict for answer in answers}
    return 2 if "never" in verdicts else 5 if "away" in verdicts else 0


def _line(answer: Tried) -> str:
    channel, verdict = named(CHANNELS, answer.channel), named(VERDICTS, answer.verdict)
    return say(
        f"{channel}：{verdict}（{answer.answer}）", f"{channel}: {verdict} ({answer.answer})"
    )
