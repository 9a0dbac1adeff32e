"""The stages of an accountability case (rulebook 3.4), numbered so that lists sort by progress."""

from enum import StrEnum

from workflows.domain.procedure.stages import Stages
from workflows.domain.text import Text


class Stage(StrEnum):
    """Where a case stands. `START` is the moment before it exists."""

    START = "START"
    RECEIVED = "RECEIVED"
    TRIAGED = "TRIAGED"
    VERIFYING = "VERIFYING"
    LIGHT_TOUCH = "LIGHT_TOUCH"
    ON_PROBATION = "ON_PROBATION"
    INITIATION_REVIEW = "INITIATION_REVIEW"
    INVESTIGATING = "INVESTIGATING"
    FACTS_MEETING = "FACTS_MEETING"
    OPINION_DRAFTED = "OPINION_DRAFTED"
    JOINT_CONSULT = "JOINT_CONSULT"
    ELEVATED_FILING = "ELEVATED_FILING"
    ELEVATED_REVIEW = "ELEVATED_REVIEW"
    DECIDING = "DECIDING"
    DECIDED = "DECIDED"
    RECTIFYING = "RECTIFYING"
    PUBLICATION = "PUBLICATION"
    CLOSED = "CLOSED"
    CLOSED_NO_GROUND = "CLOSED_NO_GROUND"
    TRANSFERRED = "TRANSFERRED"


ENDED = frozenset({Stage.CLOSED, Stage.CLOSED_NO_GROUND, Stage.TRANSFERRED})

STAGES = Stages(
    named={
        Stage.START: (0, Text("立案前", "Start")),
        Stage.RECEIVED: (10, Text("受理登记", "Received")),
        Stage.TRIAGED: (15, Text("分办", "Triaged")),
        Stage.VERIFYING: (20, Text("核实", "Verifying")),
        Stage.LIGHT_TOUCH: (25, Text("谈话提醒、批评教育", "Light touch")),
        Stage.ON_PROBATION: (26, Text("考验期", "On probation")),
        Stage.INITIATION_REVIEW: (30, Text("启动审批", "Initiation review")),
        Stage.INVESTIGATING: (40, Text("调查", "Investigating")),
        Stage.FACTS_MEETING: (45, Text("事实材料见面", "Facts meeting")),
        Stage.OPINION_DRAFTED: (50, Text("拟定意见", "Opinion drafted")),
        Stage.JOINT_CONSULT: (55, Text("会商", "Joint consultation")),
        Stage.ELEVATED_FILING: (60, Text("提级备案", "Elevated filing")),
        Stage.ELEVATED_REVIEW: (61, Text("提级审核", "Elevated review")),
        Stage.DECIDING: (70, Text("待决定", "Deciding")),
        Stage.DECIDED: (75, Text("已决定、待送达", "Decided, being served")),
        Stage.RECTIFYING: (80, Text("执行和整改", "Rectifying")),
        Stage.PUBLICATION: (85, Text("公开审核", "Publication review")),
        Stage.CLOSED: (90, Text("办结", "Closed")),
        Stage.CLOSED_NO_GROUND: (91, Text("结束·不予问责", "Closed: no ground")),
        Stage.TRANSFERRED: (92, Text("结束·转办", "Transferred")),
    },
    smooth=(
        Stage.RECEIVED,
        Stage.TRIAGED,
        Stage.VERIFYING,
        Stage.INITIATION_REVIEW,
        Stage.INVESTIGATING,
        Stage.FACTS_MEETING,
        Stage.OPINION_DRAFTED,
        Stage.JOINT_CONSULT,
        Stage.DECIDING,
        Stage.DECIDED,
        Stage.RECTIFYING,
        Stage.CLOSED,
    ),
    ended=ENDED,
)
