"""What happens when a clerk gives a command: payload, officer, rules, engine, receipt, in order.

Everything that can be refused without the engine is refused before anything is sent.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from starter.calendar_files import load_calendar
from starter.desk import Answer, open_desk
from starter.failure import Invalid, NoSuchMatter
from starter.officers import actor_of
from starter.opening import Opening, send_opening, start_with_application
from starter.payloads import command_of, read_payload
from starter.receipts import print_receipt
from starter.rulepack_files import DEFAULT, load_pack
from starter.sending import key_of, seen_on_record, send_signal, send_update
from starter.session import Session
from starter.settings import Settings
from starter.taken import print_taken
from starter.waiting import run_shown
from workflows.domain.clarification.commands import SIGNALS, Apply, Open
from workflows.domain.lifecycle import Actor, Command
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
    rule_pack: str = DEFAULT


def act(session: Session, kind: type[Command], asked: Asked) -> None:
    """Carry out one command and print its receipt; raises CommandFailed and kin."""
    payload = read_payload(asked.file, asked.settings)
    actor = actor_of(session.data, asked.officer)
    settings = Settings.at(session.data)
    if kind is Open:
        opening = opening_of(asked, payload, actor)
        print_receipt(session, run_shown(_open(settings, asked, opening), DOING))
        return
    if kind in SIGNALS:
        _tell(session, settings, kind, asked, payload, actor)
        return
    command = command_of(kind, payload, actor, asked.on)
    print_receipt(session, run_shown(_update(settings, asked, command), DOING))


def opening_of(asked: Asked, payload: dict[str, Any], actor: Actor) -> Opening:
    """Return the opening that a payload writes down, under its number; raises Invalid."""
    if payload.setdefault("number", asked.number) != asked.number:
        raise Invalid(
            Text("number：与命令行的编号不一致。", "number: differs from the CASE of the command.")
        )
    request: Open = command_of(Open, payload, actor, asked.on)
    return Opening(request, load_pack(asked.rule_pack), load_calendar())


async def _open(settings: Settings, asked: Asked, opening: Opening) -> Answer:
    async with open_desk(settings, asked.wait) as desk:
        return await send_opening(desk, opening)


async def _update(settings: Settings, asked: Asked, command: Command) -> Answer:
    async with open_desk(settings, asked.wait) as desk:
        return await send_update(desk, asked.number, command, asked.key or "")


def _tell(
    session: Session,
    settings: Settings,
    kind: type[Command],
    asked: Asked,
    payload: dict[str, Any],
    actor: Actor,
) -> None:
    written = payload.pop("opening", None) if kind is Apply else None
    message = command_of(kind, payload, actor, asked.on)
    opening = None if written is None else _opening_by(message, asked, written, actor)
    answer = run_shown(_hand_in(settings, asked, message, opening), DOING)
    if answer is None:
        print_taken(session, asked.number, key_of(message))
    else:
        print_receipt(session, answer)


def _opening_by(application: Apply, asked: Asked, written: object, actor: Actor) -> Opening:
    if not isinstance(written, dict):
        raise Invalid(Text("opening：应为一组字段", "opening: must be a group of fields"))
    if written.get("entry") == "APPLICATION":
        written.setdefault("application", application.application.model_dump(mode="json"))
    return opening_of(asked, written, actor)


async def _hand_in(
    settings: Settings, asked: Asked, message: Command, opening: Opening | None
) -> Answer | None:
    async with open_desk(settings, asked.wait) as desk:
        try:
            await send_signal(desk, asked.number, message)
        except NoSuchMatter:
            if opening is None or not isinstance(message, Apply):
                raise
            await start_with_application(desk, opening, message)
        return await seen_on_record(desk, asked.number, message)
