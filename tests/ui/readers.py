"""Who looks at the prepared matters: one who may read all of it, and some who may not."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from starter import paths
from starter.keys import KeyRing
from starter.officers import FILE, SAMPLE
from starter.portal.tokens import token_for

SUPERVISOR = "guan"
"""Reads every matter, and names in it."""
NAMELESS = "jian"
"""Reads every matter in words without names."""
CLERK = "li"
"""Reads the matters of organ DW, and names in them."""
NEIGHBOUR = "lin"
"""Would read names in the matters of an organ that has none here."""
OUTSIDER = "ke"
"""Has a place in the directory and the right to nothing."""

MORE = """
[officers.guan]
organ = "SJW"
roles = ["case_management_department"]
reads = "all"
names = true

[officers.lin]
organ = "XJW"
roles = ["undertaking_department"]
names = true

[officers.ke]
organ = "DW"
roles = ["undertaking_department"]
reads = "none"
names = true
"""


def appoint(data: Path) -> None:
    """Write the officers' directory: those of the sample, and these."""
    (data / FILE).write_text(SAMPLE.read_text(encoding="utf-8") + MORE, encoding="utf-8")


def token_of(data: Path, officer: str) -> str:
    """Return what lets an officer in for an hour."""
    until = datetime.now(UTC) + timedelta(hours=1)
    return token_for(KeyRing.load(data / paths.KEYS), officer, until)
