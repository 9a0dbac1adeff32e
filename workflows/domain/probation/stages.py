"""The stages of a probation (rulebook 5.1), numbered so that lists sort by progress."""

from enum import StrEnum

from workflows.domain.procedure.stages import Stages
from workflows.domain.text import Text


class Stage(StrEnum):
    """Where a probation stands. `START` is the moment before it exists."""

    START = "START"
    SET = "SET"
    RUNNING = "RUNNING"
    EVALUATING = "EVALUATING"
    PASSED = "PASSED"
    FAILED = "FAILED"
    CLOSED = "CLOSED"


S = Stage
STAGES = Stages(
    named={
        S.START: (0, Text("立项", "Start")),
        S.SET: (10, Text("已设置", "Set")),
        S.RUNNING: (20, Text("考验期内", "Running")),
        S.EVALUATING: (30, Text("评估", "Evaluation")),
        S.PASSED: (40, Text("考验通过", "Passed")),
        S.FAILED: (45, Text("考验未通过", "Failed")),
        S.CLOSED: (90, Text("办结", "Closed")),
    },
    smooth=(S.SET, S.RUNNING, S.EVALUATING, S.PASSED, S.CLOSED),
    ended=frozenset({S.CLOSED}),
)
