"""The stages of a subject's follow-up: their numbers and names, and where it ends (3.4, 3.11)."""

from enum import StrEnum

from workflows.domain.procedure.stages import Stages
from workflows.domain.text import Text


class Stage(StrEnum):
    """Where a follow-up stands."""

    DECIDED = "DECIDED"
    DELIVERED = "DELIVERED"
    EXECUTING = "EXECUTING"
    ARCHIVED = "ARCHIVED"
    IMPACT_PERIOD = "IMPACT_PERIOD"
    IMPACT_ENDED = "IMPACT_ENDED"
    NORMAL_USE = "NORMAL_USE"
    TRACKING = "TRACKING"
    CORRECTED = "CORRECTED"
    CLOSED = "CLOSED"


STAGES = Stages(
    named={
        Stage.DECIDED: (10, Text("已决定", "Decided")),
        Stage.DELIVERED: (11, Text("已送达", "Delivered")),
        Stage.EXECUTING: (12, Text("执行", "Carrying out")),
        Stage.ARCHIVED: (13, Text("归档", "Entering in the files")),
        Stage.IMPACT_PERIOD: (16, Text("影响期", "Impact period")),
        Stage.IMPACT_ENDED: (17, Text("影响期满", "Impact period over")),
        Stage.NORMAL_USE: (18, Text("正常使用", "Normal use")),
        Stage.TRACKING: (19, Text("跟踪", "Tracking")),
        Stage.CORRECTED: (21, Text("纠正", "Correction")),
        Stage.CLOSED: (20, Text("办结", "Closed")),
    },
    smooth=(
        Stage.DECIDED,
        Stage.DELIVERED,
        Stage.EXECUTING,
        Stage.ARCHIVED,
        Stage.IMPACT_PERIOD,
        Stage.IMPACT_ENDED,
        Stage.NORMAL_USE,
        Stage.TRACKING,
        Stage.CLOSED,
    ),
    ended=frozenset({Stage.CLOSED}),
)
"""The numbers are those of rulebook 3.4; a correction, which may come at any time, is apart."""


class Ending(StrEnum):
    """How a follow-up ended."""

    TRACKED = "TRACKED"
    NOT_REINSTATED = "NOT_REINSTATED"
    REVOKED = "REVOKED"
    EXEMPT = "EXEMPT"
    NO_LIABILITY = "NO_LIABILITY"


ENDING_LABELS: dict[Ending, Text] = {
    Ending.TRACKED: Text("恢复使用并完成跟踪", "returned to normal use and tracked"),
    Ending.NOT_REINSTATED: Text("不恢复使用", "not reinstated"),
    Ending.REVOKED: Text("决定已撤销并纠正", "the decision was revoked and reversed"),
    Ending.EXEMPT: Text("免予问责，错误已纠正", "exempt, and the fault was corrected"),
    Ending.NO_LIABILITY: Text("不承担责任", "not liable"),
}
