"""From what somebody wrote to what a matter answers: one path for clerks, rehearsals, demo."""

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import Any

from starter.calendar_files import load_calendar
from starter.desk import Answer, Desk
from starter.failure import Invalid, NoSuchMatter
from starter.kinds import KINDS as GROUPS
from starter.kinds import Group
from starter.payloads import command_of
from starter.rulepack_files import load_pack
from starter.sending import answered, digest_of, key_of, seen_on_record, send_signal, send_update
from starter.starting import send_opening, start_with_application
from workflows.domain.authority import check_uninvolved
from workflows.domain.clarification.commands import Apply
from workflows.domain.lifecycle import Actor, Command
from workflows.domain.text import Text
from workflows.kinds import KINDS, Kind
from workflows.messages.records import MatterView
from workflows.opening import Opening

OPENING_SECONDS = 3.0
"""How long a clerk waits for a matter whose opener is on record, but not it itself yet."""
LOOK_AGAIN = 0.1
OTHER_KIND = Text(
    "CASE：{number} 是{label.zh}，它的命令是 zhengming {name} …。",
    "CASE: {number} is a {label.en}; its commands are zhengming {name} …",
)


@dataclass(frozen=True)
class Prepared:
    """A command that is whole and well-formed, and the opening it brings along, if any."""

    group: Group
    number: str
    command: Command
    opening: Opening | None = None

    @property
    def kind(self) -> Kind:
        """Return the kind of matter that it is for."""
        return KINDS[self.group.kind]


def prepare(
    group: Group,
    asked: type[Command],
    number: str,
    payload: dict[str, Any],
    actor: Actor,
    on: date | None = None,
    rule_pack: str = "",
) -> Prepared:
    """Return the command that a payload writes down for a matter; raises Invalid.

    Without `rule_pack` a matter opens under the pack of its kind.
    """
    kind, pack = KINDS[group.kind], rule_pack or group.rule_pack
    if asked is kind.request:
        opening = _opening(kind, number, payload, actor, on, pack)
        return Prepared(group, number, opening.request, opening)
    fields = {name: value for name, value in payload.items() if name != "opening"}
    command: Command = command_of(asked, fields if asked is Apply else payload, actor, on)
    if not isinstance(command, Apply) or "opening" not in payload:
        return Prepared(group, number, command)
    written = _with_application(payload["opening"], command)
    return Prepared(group, number, command, _opening(kind, number, written, actor, on, pack))


def _opening(
    kind: Kind, number: str, payload: dict[str, Any], actor: Actor, on: date | None, pack: str
) -> Opening:
    if payload.get("number", number) != number:
        raise Invalid(
            Text("number：与命令行的编号不一致。", "number: differs from the CASE of the command.")
        )
    request = command_of(kind.request, {**payload, "number": number}, actor, on)
    return Opening(kind, request, load_pack(pack), load_calendar())


def _with_application(written: object, command: Apply) -> dict[str, Any]:
    """Return an opening by application: the application is the one that is handed in."""
    if not isinstance(written, dict):
        raise Invalid(Text("opening：应为一组字段", "opening: must be a group of fields"))
    if written.get("entry") != "APPLICATION" or "application" in written:
        return written
    return {**written, "application": command.application.model_dump(mode="json")}


async def deliver(desk: Desk, prepared: Prepared, key: str = "") -> Answer | None:
    """Hand a command in; None for a message that is taken in but not on record yet."""
    command, opening, kind = prepared.command, prepared.opening, prepared.kind
    if opening is not None and isinstance(command, kind.request):
        return await send_opening(desk, opening)
    await _require_kind(desk, prepared)
    if type(command) not in kind.signals:
        return await send_update(desk, prepared.number, command, key)
    known = await answered(desk, prepared.number, key_of(command), digest_of(command))
    if known is not None:
        return known
    await _require_uninvolved(desk, prepared)
    try:
        await send_signal(desk, prepared.number, command)
    except NoSuchMatter:
        if opening is None:
            raise
        await start_with_application(desk, opening, command)
    return await seen_on_record(desk, prepared.number, command)


async def _require_kind(desk: Desk, prepared: Prepared) -> None:
    """Refuse a command of another kind of matter; raises Invalid."""
    view = await _view(desk, prepared.number)
    own = GROUPS.get(view.kind) if view is not None else None
    if own is not None and own is not prepared.group:
        raise Invalid(OTHER_KIND.format(number=prepared.number, label=own.label, name=own.name))


async def _view(desk: Desk, number: str) -> MatterView | None:
    """Return a matter's picture; one that another matter opens just now is waited for."""
    view = await desk.store.view(number)
    opener = number.rpartition("-")[0]
    if view is not None or await desk.store.view(opener) is None:
        return view
    for _ in range(int(OPENING_SECONDS / LOOK_AGAIN)):
        await asyncio.sleep(LOOK_AGAIN)
        if (view := await desk.store.view(number)) is not None:
            break
    return view


async def _require_uninvolved(desk: Desk, prepared: Prepared) -> None:
    """Refuse who acts on nothing here, before a message is sent that the matter cannot refuse.

    What is a person's own right is taken from whoever hands it in. Raises Rejected.
    """
    view = await desk.store.view(prepared.number)
    if view is not None and prepared.command.kind not in prepared.group.rights:
        check_uninvolved(prepared.command.actor, None, view.excluded)
