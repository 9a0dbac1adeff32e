"""Who reads at the command line, `--as` an officer of the directory, and what he may see."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starter.failure import Refused
from starter.officers import actor_of, directory_of, viewer_in
from starter.rights import Right, Viewer, right_to
from workflows.domain.text import Text

NOT_HIS = Text(
    "{who} 不能查阅 {matter}：由承办或批准机关中未回避的人员查阅，见人员名录的 reads。",
    "{who} may not read {matter}: officers of its organs may who are not recused; see reads in the"
    " officers' directory.",
)
NO_NAMES = Text(
    "{who} 不能查阅 {matter} 的姓名和文书：需要时由机关在人员名录中写明 names = true。",
    "{who} may not read names and documents of {matter}: the office grants it with names = true in"
    " the officers' directory.",
)


def reader_of(data: Path, officer: str | None) -> Viewer:
    """Return who reads; raises Invalid without `--as`, or where the directory has no such id."""
    actor = actor_of(data, officer)
    viewer = viewer_in(directory_of(data), actor.officer)
    assert viewer is not None
    return viewer


def check_right(
    viewer: Viewer, number: str, view: Mapping[str, Any], *, names: bool = False
) -> Right:
    """Return what the viewer may see; raises Refused where that is not enough."""
    right = right_to(viewer, view)
    if not right.matter:
        raise Refused("access", NOT_HIS.format(who=viewer.officer, matter=number))
    if names and not right.names:
        raise Refused("access", NO_NAMES.format(who=viewer.officer, matter=number))
    return right
