"""Bodies of requests, read no further than honest ones go."""

from starlette.requests import Request


async def whole_body(request: Request, largest: int) -> bytes | None:
    """Return the whole body, or None once it has more bytes than `largest`."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            return None
    return bytes(body)
