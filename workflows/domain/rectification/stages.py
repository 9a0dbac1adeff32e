"""The stages of a rectification (rulebook 3.11), numbered so that lists sort by progress."""

from enum import StrEnum

from workflows.domain.procedure.stages import Stages
from workflows.domain.text import Text


class Stage(StrEnum):
    """Where a rectification stands. `START` is the moment before it exists."""

    START = "START"
    ISSUED = "ISSUED"
    PLANNED = "PLANNED"
    REPORTED = "REPORTED"
    ON_SITE_VERIFIED = "ON_SITE_VERIFIED"
    WRITTEN_OFF = "WRITTEN_OFF"
    LOOK_BACK = "LOOK_BACK"
    CLOSED = "CLOSED"


S = Stage
STAGES = Stages(
    named={
        S.START: (0, Text("立项", "Start")),
        S.ISSUED: (10, Text("已发建议书", "Recommendation issued")),
        S.PLANNED: (20, Text("按方案整改", "Under the plan")),
        S.REPORTED: (30, Text("已报告完成", "Reported")),
        S.ON_SITE_VERIFIED: (40, Text("现场核查通过", "Verified on site")),
        S.WRITTEN_OFF: (50, Text("已销号", "Written off")),
        S.LOOK_BACK: (60, Text("回头看", "Look-back")),
        S.CLOSED: (90, Text("办结", "Closed")),
    },
    smooth=(
        S.ISSUED,
        S.PLANNED,
        S.REPORTED,
        S.ON_SITE_VERIFIED,
        S.WRITTEN_OFF,
        S.LOOK_BACK,
        S.CLOSED,
    ),
    ended=frozenset({S.CLOSED}),
)
