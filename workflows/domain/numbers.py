"""Numbers of matters: letters, year and serial, and after a dash what the matter belongs to.

`ACC-2026-0001` is a case, `ACC-2026-0001-S2` the follow-up of its second subject, and
`ACC-2026-0001-S2-A1` that subject's first appeal. Numbers name nobody.
"""

from typing import Annotated

from pydantic import Field

MATTER_NUMBER = r"^[A-Z]{2,8}-\d{4}-\d{1,8}(-[A-Z]\d{1,4}){0,3}$"
MatterNumber = Annotated[str, Field(pattern=MATTER_NUMBER)]


def child_number(parent: str, letter: str, serial: int) -> str:
    """Return the number of a matter that belongs to another, such as its `letter`=S, 1st."""
    return f"{parent}-{letter}{serial}"
