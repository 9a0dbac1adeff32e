"""Who must do what in a rectification now."""

from workflows.domain.authority import Seat
from workflows.domain.lifecycle import WorkItem
from workflows.domain.procedure.telling import duty, lost_items
from workflows.domain.rectification.seats import handling, leading, unit
from workflows.domain.rectification.stages import Stage
from workflows.domain.rectification.state import Rectification
from workflows.domain.rectification.terms import node_key
from workflows.domain.text import Text

PLAN = Text("报送整改方案", "submit the plan of rectification")
PROGRESS = Text("节点报告", "report progress at the node")
COMPLETE = Text("报告整改完成", "report completion")
VERIFY = Text("现场核查", "verify on site")
WRITE_OFF = Text("销号", "write the items off")
LOOK_BACK = Text("适时启动回头看，或者说明不开展的理由", "look back at some time, or say why not")
RECORD = Text("登记回头看结果", "record what the look-back found")


def work_items(matter: Rectification) -> tuple[WorkItem, ...]:
    """Return everything that waits for somebody, the stage's own duty first."""
    return (*_of_stage(matter), *lost_items(matter, handling(matter)))


def _of_stage(matter: Rectification) -> tuple[WorkItem, ...]:
    if matter.stage is Stage.PLANNED:
        return _under_plan(matter, unit(matter))
    return {
        Stage.ISSUED: (duty("submit-plan", PLAN, unit(matter), "rectification_plan"),),
        Stage.REPORTED: (
            duty("verify-on-site", VERIFY, handling(matter), "rectification_verification"),
        ),
        Stage.ON_SITE_VERIFIED: (
            duty("write-off", WRITE_OFF, leading(matter), "rectification_write_off"),
        ),
        Stage.WRITTEN_OFF: (duty("begin-look-back", LOOK_BACK, handling(matter), "look_back"),),
        Stage.LOOK_BACK: (duty("record-look-back", RECORD, handling(matter), "look_back"),),
    }.get(matter.stage, ())


def _under_plan(matter: Rectification, seat: Seat) -> tuple[WorkItem, ...]:
    end = "rectification_redo" if matter.returned_on else "rectification"
    completion = duty("report-completion", COMPLETE, seat, end)
    if not matter.nodes_left:
        return (completion,)
    term = node_key(matter.nodes_reported + 1)
    return (duty("report-progress", PROGRESS, seat, term), completion)
