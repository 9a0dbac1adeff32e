"""What happens when a clerk gives a command: payload, officer, rules, engine, receipt, in order.

Everything that can be refused without the engine is refused before anything is sent.
"""

from dataclasses import dataclass
from datetime import date

from starter.desk import Answer, open_desk
from starter.handing_in import Prepared, deliver, prepare
from starter.kinds import Group
from starter.officers import actor_of
from starter.payloads import read_payload
from starter.receipts import print_receipt, print_taken
from starter.sending import key_of
from starter.session import Session
from starter.settings import Settings
from starter.waiting import run_shown
from workflows.domain.lifecycle import Command
from workflows.domain.text import Text

DOING = Text("办理中……", "Carrying out …")


@dataclass(frozen=True)
class Asked:
    """The options of one command."""

    number: str
    file: str | None
    settings: tuple[str, ...]
    officer: str | None
    on: date | None
    wait: float
    key: str | None = None
    rule_pack: str = ""
    """For openings; the kind's own unless it is given."""


def act(session: Session, group: Group, kind: type[Command], asked: Asked) -> None:
    """Carry out one command and print its receipt; raises CommandFailed and kin."""
    payload = read_payload(asked.file, asked.settings)
    actor = actor_of(session.data, asked.officer)
    prepared = prepare(group, kind, asked.number, payload, actor, asked.on, asked.rule_pack)
    settings = Settings.at(session.data)
    answer = run_shown(_delivered(settings, asked, prepared), DOING)
    if answer is None:
        print_taken(session, asked.number, key_of(prepared.command))
    else:
        print_receipt(session, answer)


async def _delivered(settings: Settings, asked: Asked, prepared: Prepared) -> Answer | None:
    async with open_desk(settings, asked.wait) as desk:
        return await deliver(desk, prepared, asked.key or "")
