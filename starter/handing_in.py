"""From what somebody wrote to what a matter answers: one path for clerks, rehearsals, demo."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from starter.calendar_files import load_calendar
from starter.desk import Answer, Desk
from starter.failure import Invalid, NoSuchMatter
from starter.payloads import command_of
from starter.rulepack_files import DEFAULT, load_pack
from starter.sending import answered, digest_of, key_of, seen_on_record, send_signal, send_update
from starter.starting import send_opening, start_with_application
from workflows.domain.authority import check_uninvolved
from workflows.domain.clarification.commands import SIGNALS, Apply, Open
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.lifecycle import Actor, Command
from workflows.domain.text import Text
from workflows.kinds import KINDS
from workflows.opening import Opening
from workflows.picture import retold


@dataclass(frozen=True)
class Prepared:
    """A command that is whole and well-formed, and the opening it brings along, if any."""

    number: str
    command: Command
    opening: Opening | None = None


def prepare(
    kind: type[Command],
    number: str,
    payload: dict[str, Any],
    actor: Actor,
    on: date | None = None,
    rule_pack: str = DEFAULT,
) -> Prepared:
    """Return the command that a payload writes down for a matter; raises Invalid."""
    if kind is Open:
        opening = _opening(number, payload, actor, on, rule_pack)
        return Prepared(number, opening.request, opening)
    fields = {name: value for name, value in payload.items() if name != "opening"}
    command: Command = command_of(kind, fields if kind is Apply else payload, actor, on)
    if not isinstance(command, Apply) or "opening" not in payload:
        return Prepared(number, command)
    written = _with_application(payload["opening"], command)
    return Prepared(number, command, _opening(number, written, actor, on, rule_pack))


def _opening(
    number: str, payload: dict[str, Any], actor: Actor, on: date | None, rule_pack: str
) -> Opening:
    if payload.get("number", number) != number:
        raise Invalid(
            Text("number：与命令行的编号不一致。", "number: differs from the CASE of the command.")
        )
    request: Open = command_of(Open, {**payload, "number": number}, actor, on)
    return Opening(KINDS[CLARIFICATION.kind], request, load_pack(rule_pack), load_calendar())


def _with_application(written: object, command: Apply) -> dict[str, Any]:
    """Return an opening by application: the application is the one that is handed in."""
    if not isinstance(written, dict):
        raise Invalid(Text("opening：应为一组字段", "opening: must be a group of fields"))
    if written.get("entry") != "APPLICATION" or "application" in written:
        return written
    return {**written, "application": command.application.model_dump(mode="json")}


async def deliver(desk: Desk, prepared: Prepared, key: str = "") -> Answer | None:
    """Hand a command in; None for a message that is taken in but not on record yet."""
    command, opening = prepared.command, prepared.opening
    if isinstance(command, Open) and opening is not None:
        return await send_opening(desk, opening)
    if type(command) not in SIGNALS:
        return await send_update(desk, prepared.number, command, key)
    known = await answered(desk, prepared.number, key_of(command), digest_of(command))
    if known is not None:
        return known
    await _require_uninvolved(desk, prepared.number, command)
    try:
        await send_signal(desk, prepared.number, command)
    except NoSuchMatter:
        if opening is None:
            raise
        await start_with_application(desk, opening, command)
    return await seen_on_record(desk, prepared.number, command)


async def _require_uninvolved(desk: Desk, number: str, command: Command) -> None:
    """Refuse who acts on nothing here, before a message is sent that the matter cannot refuse.

    An application is the person's own right, whoever hands it in. Raises Rejected.
    """
    events = await desk.store.events(number)
    if events and not isinstance(command, Apply):
        matter = retold(CLARIFICATION, events)[-1].after
        check_uninvolved(command.actor, matter.request.subject.officer, matter.recused)
