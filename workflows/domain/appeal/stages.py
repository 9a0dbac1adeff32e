"""The stages of an appeal (rulebook 3.11), numbered so that lists sort by progress."""

from enum import StrEnum

from workflows.domain.procedure.stages import Stages
from workflows.domain.text import Text


class Stage(StrEnum):
    """Where an appeal stands. `START` is the moment before it exists."""

    START = "START"
    FILED = "FILED"
    ACCEPTED = "ACCEPTED"
    REFERRED = "REFERRED"
    RE_EXAMINING = "RE_EXAMINING"
    CONCLUDED = "CONCLUDED"
    SERVED = "SERVED"
    CLOSED = "CLOSED"
    WITHDRAWN = "WITHDRAWN"


S = Stage
STAGES = Stages(
    named={
        S.START: (0, Text("立项", "Start")),
        S.FILED: (10, Text("收到申诉", "Filed")),
        S.ACCEPTED: (20, Text("已受理", "Accepted")),
        S.REFERRED: (25, Text("登记转办", "Referred")),
        S.RE_EXAMINING: (30, Text("复查", "Re-examination")),
        S.CONCLUDED: (40, Text("已作结论", "Concluded")),
        S.SERVED: (50, Text("已送达答复", "Answer served")),
        S.CLOSED: (90, Text("办结", "Closed")),
        S.WITHDRAWN: (91, Text("结束·已撤回", "Withdrawn")),
    },
    smooth=(S.FILED, S.ACCEPTED, S.RE_EXAMINING, S.CONCLUDED, S.SERVED, S.CLOSED),
    ended=frozenset({S.CLOSED, S.WITHDRAWN}),
)
