"""`zhengming demo`: three clarifications and an accountability case, whole, in virtual time."""

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click
from click.core import ParameterSource

from starter import paths
from starter.demo.show import Totals, perform
from starter.failure import CommandFailed, Invalid
from starter.keys import KeyRingError
from starter.language import LANGUAGE, say
from starter.logs import configure_logging
from starter.server_plan import ServerFailed
from starter.session import Session, common, session
from starter.settings import Settings
from workflows.domain.text import Text


@common
@click.command(
    "demo",
    help=say(
        "演示三件澄清和一件问责案件的一生：真实的服务端，虚拟的时间，一分钟以内。\n\n"
        "示例：zhengming demo --data 演示 --keep-open",
        "Three clarifications and an accountability case: a real server, virtual time, "
        "under a minute.\n\nExample: zhengming demo --data demo --keep-open",
    ),
)
@click.option(
    "--keep-open/--no-keep-open",
    default=None,
    help=say(
        "讲完后页面保持打开；在终端里默认如此。",
        "Keep the pages open afterwards; a terminal does so by itself.",
    ),
)
@click.pass_context
def command(context: click.Context, keep_open: bool | None) -> None:
    """Tell four lives, in a directory that is thrown away unless `--data` names one."""
    asked, began = session(), time.monotonic()
    if keep_open is None:
        keep_open = sys.stdin.isatty() and sys.stdout.isatty() and not asked.as_json
    if not _data_was_named(context):
        with tempfile.TemporaryDirectory(prefix="zhengming-demo-") as folder:
            _perform(asked, Path(folder), keep_open, began, kept=False)
        return
    if (asked.data / paths.RECORDS).exists():
        raise Invalid(
            Text(
                f"--data：{asked.data} 已有事项，演示请另选空目录。",
                f"--data: {asked.data} holds matters already; the demo wants an empty directory.",
            )
        )
    _perform(asked, asked.data, keep_open, began, kept=True)


def _data_was_named(context: click.Context) -> bool:
    given = (context.get_parameter_source("data"), context.find_root().get_parameter_source("data"))
    return ParameterSource.COMMANDLINE in given


def _perform(asked: Session, data: Path, keep_open: bool, began: float, *, kept: bool) -> None:
    records = f"sqlite:///{data / paths.RECORDS}"
    settings = Settings(data=data, database_url=records, keys=data / paths.KEYS, log_level="ERROR")
    configure_logging(settings)
    tell = _say_nothing if asked.as_json else click.echo
    try:
        totals = asyncio.run(perform(settings, tell, began, keep_open=keep_open))
    except (ServerFailed, KeyRingError) as failure:
        raise CommandFailed(failure.message) from None
    if asked.as_json:
        asked.emit({**asdict(totals), "data": str(data) if kept else None})
        return
    _look(data, totals, kept)
    click.echo("\n" + totals.line())
    if not keep_open:
        _say_where(totals)


def _say_where(totals: Totals) -> None:
    """Name the pages, which are closed by now: whoever reads this was no terminal."""
    click.echo(
        say(
            "\n这些页面随演示一起关闭；要看，请运行 zhengming demo --keep-open：",
            "\nThese pages closed with the demo; to look, run zhengming demo --keep-open:",
        )
    )
    for line in totals.pages.lines():
        click.echo(line)


def _say_nothing(line: str) -> None:
    """Leave standard output to the JSON document."""


def _look(data: Path, totals: Totals, kept: bool) -> None:
    """Show what the read commands say of the matter that is still open."""
    number = next((lived.matter for lived in totals.matters if not lived.closed), "")
    if not number:
        return
    for arguments in (["show", number], ["why", number, "evaluation"]):
        click.echo("\n$ zhengming " + " ".join(arguments))
        _read([*arguments, "--data", str(data), "--lang", LANGUAGE])
    where = data if kept else say("目录", "DIR")
    first = "" if kept else f"zhengming demo --data {where}; "
    whole = f"{first}zhengming file {number} --data {where}"
    click.echo(say(f"\n全部经过：{whole}", f"\nThe whole file: {whole}"))


def _read(arguments: Sequence[str]) -> None:
    from starter.__main__ import main_group

    main_group.main(list(arguments), prog_name="zhengming", standalone_mode=False)
