"""The codec door: opens sealed payloads for the Temporal UI and CLI, for those who may read them.

A payload names its matter under its seal, and names stand in payloads: so a reader needs the right
to names in every matter of a request, or gets none of it. Payloads from before matters were named,
or of matters that are not on record, are for those who read all.
"""

import asyncio
import time
from collections.abc import Iterable, Sequence

from google.protobuf import json_format
from starlette.requests import Request
from starlette.responses import Response
from temporalio.api.common.v1 import Payload, Payloads

from starter.codec import EncryptionCodec, Undecipherable, is_sealed, matter_of
from starter.keys import KeyRingError
from starter.portal.bodies import whole_body
from starter.portal.context import ask_store, note, plan_of, right_in, viewer_of
from starter.portal.trouble import trouble
from starter.reading import Reader
from workflows.domain.text import Text

LARGEST_BODY = 32 * 1024 * 1024
"""Bytes; a history page of the engine is far smaller."""
WHAT = "payloads"
"""The door's name in the read log."""
ONE_READ = 60.0
"""Seconds in which one reader's requests for one matter are one read: a page asks many times."""

TOO_MUCH = Text("一次要求解密的内容过多。", "Too many payloads at once.")
NO_PAYLOADS = Text("请求内容不是 payload 列表。", "Not a list of payloads.")
NO_RIGHT = Text(
    "您无权查看这些内容：需要该事项的查阅权和姓名权限，请改看案卷页。",
    "You may not read this: it takes the right to the matter and to names. See its case file.",
)


class Reads:
    """What was noted in the last minute, so that a page that asks ten times is one read."""

    def __init__(self) -> None:
        self.at_work = asyncio.Lock()
        self._noted: dict[tuple[str, str], float] = {}

    def due(self, who: str, matters: Iterable[str], now: float) -> list[str]:
        """Return the matters whose read by `who` is not on record yet."""
        self._noted = {read: at for read, at in self._noted.items() if now - at < ONE_READ}
        return [matter for matter in matters if (who, matter) not in self._noted]

    def noted(self, who: str, matter: str, now: float) -> None:
        """Remember that a read is on record."""
        self._noted[who, matter] = now


async def decode(request: Request) -> Response:
    """Answer proto-JSON payloads with what they hold; all of them, or none."""
    body = await whole_body(request, LARGEST_BODY)
    if body is None:
        return trouble(request, 413, TOO_MUCH)
    try:
        asked = json_format.Parse(body, Payloads(), ignore_unknown_fields=True).payloads
    except (json_format.ParseError, UnicodeDecodeError, RecursionError):
        return trouble(request, 400, NO_PAYLOADS)
    matters = sorted({matter_of(payload) for payload in asked if is_sealed(payload)})
    if not await _may_read(request, matters):
        return trouble(request, 403, NO_RIGHT)
    return await _opened(request, asked, matters)


async def _opened(request: Request, asked: Sequence[Payload], matters: list[str]) -> Response:
    """Open payloads that may be read, and put the read on record first."""
    try:
        plain = await EncryptionCodec(plan_of(request).ring).decode(asked)
    except (KeyRingError, Undecipherable) as refusal:
        return trouble(request, 400, Text(f"无法解密：{refusal}", str(refusal)))
    await _note(request, matters)
    answer = json_format.MessageToJson(Payloads(payloads=plain))
    return Response(answer, media_type="application/json")


async def _may_read(request: Request, matters: Sequence[str]) -> bool:
    """Say whether the viewer reads names in all of these matters; an empty number is no matter."""
    if not matters:
        return True

    def views(reader: Reader) -> list[dict[str, object] | None]:
        return [reader.matter(number) if number else None for number in matters]

    viewer = viewer_of(request)
    of_any = viewer.reads == "all" and viewer.names
    found = await ask_store(request, views)
    return all(of_any if view is None else right_in(request, view).names for view in found)


async def _note(request: Request, matters: Sequence[str]) -> None:
    reads: Reads = request.app.state.reads
    who, now = viewer_of(request).officer, time.monotonic()
    async with reads.at_work:  # what is asked at the same time is the same read
        for matter in reads.due(who, matters, now):
            await note(request, matter, WHAT)
            reads.noted(who, matter, now)
