"""`zhengming up`: the whole system on one machine, until Ctrl-C or SIGTERM.

Standard output gets one line, when everything answers; all the rest goes to standard error.
"""

import asyncio
import logging
from contextlib import AsyncExitStack

import click
import structlog

from starter.ending import told_to_stop
from starter.failure import CommandFailed
from starter.keys import KeyRingError
from starter.language import say
from starter.logs import configure_logging
from starter.officers import write_sample
from starter.reconciling import matters_without_workflow
from starter.server_plan import ServerFailed
from starter.session import Session, common, session
from starter.settings import Settings
from starter.system import Ports, System, running_system
from starter.waiting import STARTING, shown

PORT = click.IntRange(0, 65535)
log = structlog.get_logger(__name__)


@common
@click.command(
    "up",
    help=say(
        "启动全部服务：Temporal 服务端、工作进程和门户，直到 Ctrl-C。\n\n"
        "示例：zhengming up --rehearsal --data 演练",
        "Run server, worker and portal on this machine until Ctrl-C.\n\n"
        "Example: zhengming up --rehearsal --data practice",
    ),
)
@click.option(
    "--rehearsal",
    is_flag=True,
    help=say("演练：时间可由 advance 推进。", "Virtual time: advance moves it."),
)
@click.option("--port", type=PORT, default=7233, show_default=True, help="Temporal")
@click.option("--ui-port", type=PORT, default=8233, show_default=True, help=say("门户", "Portal"))
def command(rehearsal: bool, port: int, ui_port: int) -> None:
    """Run everything until told to stop."""
    settings = Settings.at(session().data)
    configure_logging(settings)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # tables are not the office's business
    try:
        asyncio.run(serve(session(), settings, Ports(port, ui_port), rehearsal))
    except (ServerFailed, KeyRingError) as failure:
        raise CommandFailed(failure.message) from None


async def serve(asked: Session, settings: Settings, ports: Ports, rehearsal: bool) -> None:
    """Start everything, say so in one line, and wait for the end."""
    stop = told_to_stop()
    async with AsyncExitStack() as stack:
        with shown(STARTING):
            system = await stack.enter_async_context(
                running_system(settings, ports, rehearsal=rehearsal)
            )
        if write_sample(settings.data, in_force=rehearsal):
            log.info("officers_sample_written", file=str(settings.data / "officers.toml"))
        missing = await matters_without_workflow(system.client, system.store)
        if missing:
            log.warning("matters_without_workflow", numbers=missing)
        _announce(asked, system)
        await system.until(stop)
        log.info("stopping")


def _announce(asked: Session, system: System) -> None:
    where = {
        "temporal": system.server.address,
        "ui": system.portal,
        "codec": system.codec,
        "data": str(asked.data),
        "rehearsal": system.rehearsal,
    }
    if asked.as_json:
        asked.emit({"ready": where})
    else:
        click.echo("ready: " + " ".join(f"{name} {value}" for name, value in where.items()))
