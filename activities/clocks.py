"""The clocks of matters: real ones share one, in a rehearsal each has its own."""

from collections.abc import Awaitable, Callable
from datetime import datetime

CatchUp = Callable[[str, datetime], Awaitable[None]]
"""Brings the clock of a running matter, by its number, to a moment that it has not reached yet."""


async def one_clock(number: str, moment: datetime) -> None:
    """Leave the clocks alone: real matters share one."""
