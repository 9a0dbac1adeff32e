"""Offices that mail: a data directory with officers who have addresses, and a mail server."""

from pathlib import Path

from starter.settings import Settings
from tests.domain.parts import CALENDAR_DATA, OFFICERS, PACK
from tests.workflows.lives import Matter, Office, request
from workflows.clarification import ClarificationWorkflow
from workflows.kinds.clarification import OpenClarification

ANY_HOUR = PACK.model_copy(update={"notices": None})
"""The pack without working hours, for tests that must not depend on the hour of the day."""


def mailing(installation: Settings, data: Path, port: int, *officers: str) -> Settings:
    """Return the settings of an office in which some officers, or all, are reached by mail."""
    entries = "".join(
        f'[officers.{who}]\norgan = "{OFFICERS[who].organ}"\n'
        f'roles = ["{OFFICERS[who].roles[0].value}"]\n'
        f'addresses = {{ email = "{who}@office.example" }}\n'
        for who in officers or ("li", "wang", "zhao")
    )
    (data / "officers.toml").write_text(entries)
    (data / "channels.toml").write_text(
        f'[smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'
        'sender = "zhengming@office.example"\n'
    )
    return installation.model_copy(update={"data": data})


async def at_any_hour(office: Office) -> Matter:
    """Open a matter whose notices go out at any hour."""
    asked = request()
    given = OpenClarification(request=asked, pack=ANY_HOUR, calendar=CALENDAR_DATA)
    matter = await office.runs(given, asked.number)
    await matter.handle.execute_update(ClarificationWorkflow.opened)
    return matter
