"""Deep links into the portal of this installation, for answers that people read."""

import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starter import paths


def addresses(data: Path) -> dict[str, Any]:
    """Return what `zhengming up` wrote about its pages; empty if it never ran here."""
    try:
        return tomllib.loads((data / paths.ADDRESSES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def is_rehearsal(data: Path) -> bool:
    """Say whether the matters of this data directory live in virtual time."""
    return addresses(data).get("rehearsal") is True


def matter_page(data: Path, number: str, run_id: str = "") -> str:
    """Return the address of a matter's page in the Temporal UI; empty where no portal is known."""
    known = addresses(data)
    if not known.get("ui"):
        return ""
    namespace = quote(str(known.get("namespace", "default")), safe="")
    page = f"{known['ui']}/namespaces/{namespace}/workflows/{quote(number, safe='')}"
    return f"{page}/{quote(run_id, safe='')}/user-metadata" if run_id else page


def case_page(data: Path, number: str) -> str:
    """Return the address of a matter's case file; empty where no portal is known."""
    portal = addresses(data).get("ui")
    return f"{portal}/matters/{quote(number, safe='')}" if portal else ""
