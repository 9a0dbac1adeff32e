"""Who must do what in an appeal now, and which fact follows by itself."""

from datetime import date

from workflows.domain.appeal import facts as f
from workflows.domain.appeal.seats import concluding, reviewing
from workflows.domain.appeal.stages import Stage
from workflows.domain.appeal.state import Appeal
from workflows.domain.lifecycle import Fact, WorkItem
from workflows.domain.procedure.telling import duty, lost_items
from workflows.domain.text import Text

ACCEPT = Text("受理申诉，或者登记转办", "accept the appeal, or refer it")
REFER = Text("登记转办", "record and refer it")
BEGIN = Text("安排原承办人员以外的人员复查", "have others than the original handlers re-examine")
PROPOSE = Text("复查并提出意见", "re-examine and propose a conclusion")
CONCLUDE = Text("作出申诉处理决定", "conclude on the appeal")
ANSWER = Text(
    "书面答复申诉人及其所在党组织", "answer the appellant and his Party organisation in writing"
)


def work_items(matter: Appeal) -> tuple[WorkItem, ...]:
    """Return everything that waits for somebody, the stage's own duty first."""
    return (*_of_stage(matter), *lost_items(matter, reviewing(matter)))


def _of_stage(matter: Appeal) -> tuple[WorkItem, ...]:
    seat = reviewing(matter)
    if matter.stage is Stage.FILED:
        acceptable = matter.in_time and matter.request.by_subject
        if acceptable:
            return (duty("accept-appeal", ACCEPT, seat, "acceptance"),)
        return (duty("refer-appeal", REFER, seat, "acceptance"),)
    if matter.stage is Stage.ACCEPTED:
        return (duty("begin-re-examination", BEGIN, seat, "decision"),)
    if matter.stage is Stage.RE_EXAMINING:
        if matter.current.proposal is None:
            return (duty("propose-conclusion", PROPOSE, seat, "decision"),)
        return (duty("conclude-appeal", CONCLUDE, concluding(matter), "decision"),)
    if matter.stage in (Stage.CONCLUDED, Stage.REFERRED):
        return (duty("serve-answer", ANSWER, seat, "answer"),)
    return ()


def following(matter: Appeal, on: date) -> Fact | None:
    """Return the closing, once the answer is served and nothing further may come in time."""
    if matter.stage is Stage.SERVED and not matter.waits_for_further:
        return f.AppealClosed()
    return None
