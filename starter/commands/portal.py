"""`zhengming portal`: let an officer sign in to the portal."""

from datetime import UTC, datetime, timedelta

import click

from starter.failure import ServiceAway
from starter.keys import KeyRing, KeyRingError
from starter.language import say
from starter.officers import actor_of
from starter.portal.tokens import token_for
from starter.session import common, session
from starter.settings import Settings
from workflows.domain.calendars import SHANGHAI

MOST_DAYS = 366


@click.group(
    "portal",
    help=say(
        "查阅门户：发放登录凭证。\n\n示例：zhengming portal token --as zhao",
        "The portal: let officers sign in.\n\nExample: zhengming portal token --as zhao",
    ),
)
def command() -> None:
    """Group the commands of the portal."""


@common
@command.command(
    "token",
    help=say(
        "发放登录凭证，只输出凭证本身；请当面或加密交给本人。人员移出名录后立即失效。\n\n"
        "示例：zhengming portal token --as zhao --days 7",
        "Print a sign-in token and nothing else; hand it to its officer alone. It ends at once "
        "when the officer leaves the directory.\n\nExample: zhengming portal token --as zhao",
    ),
)
@click.option(
    "--as",
    "officer",
    envvar="ZHENGMING_OFFICER",
    metavar="OFFICER",
    help=say("给谁：名录中的编号。", "For whom: an id of the directory."),
)
@click.option(
    "--days",
    type=click.IntRange(1, MOST_DAYS),
    default=1,
    show_default=True,
    help=say("有效天数。", "For how many days."),
)
def token(officer: str | None, days: int) -> None:
    """Print a token."""
    settings = Settings.at(session().data)
    who = actor_of(settings.data, officer).officer
    until = datetime.now(UTC) + timedelta(days=days)
    try:
        signed = token_for(KeyRing.load(settings.keys), who, until)
    except KeyRingError as failure:
        raise ServiceAway(failure.message) from None
    if session().as_json:
        session().emit({"token": signed, "officer": who, "until": until})
        return
    click.echo(signed)
    end = f"{until.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    click.echo(say(f"有效至 {end}（上海）。", f"Good until {end} in Shanghai."), err=True)
