"""Who may read a matter, and who reads names in it: the officers' directory decides.

Standard library only here, so that every door, quick or not, asks the same question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Viewer:
    """Somebody who reads: an officer of the directory, or whoever sits at this machine."""

    officer: str
    organ: str = ""
    reads: Literal["none", "organ", "all"] = "none"
    names: bool = False
    language: Literal["zh", "en"] = "zh"


AT_THE_MACHINE = Viewer("loopback", reads="all", names=True)
"""Sign-in is off, which loopback alone allows: whoever reads here could read the files as well."""


@dataclass(frozen=True)
class Right:
    """What somebody may see of one matter."""

    matter: bool
    """Its steps, terms and notices, in words without names."""
    names: bool
    """Names, reasons and documents."""


NOTHING = Right(matter=False, names=False)


def right_to(viewer: Viewer, view: Mapping[str, Any]) -> Right:
    """Return what a viewer may see of a matter, given its view from the record store.

    Its subject and whoever is recused see nothing of it, whatever their organ.
    """
    if viewer.officer in view.get("excluded", ()):
        return NOTHING
    concerned = view.get("organs") or (view["organ"],)
    allowed = viewer.reads == "all" or (viewer.reads == "organ" and viewer.organ in concerned)
    return Right(matter=allowed, names=allowed and viewer.names)
