"""What is to be reversed, reviewed, or judged again (3.16), and rights that are to be restored."""

from workflows.domain.follow_up import seats
from workflows.domain.follow_up.correcting import item_label
from workflows.domain.follow_up.observation import awaits_rights, last_day, observation, observed
from workflows.domain.follow_up.stages import Stage
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.tasks import Task, Tasks, bounded
from workflows.domain.text import Text

REVIEW = Text(
    "复查决定：纠正，或者登记无须纠正", "review the decision: correct it or end the review"
)
RIGHTS = Text("留党察看期满，登记恢复党员权利", "record when Party rights are restored")


def tasks(matter: FollowUp) -> Tasks:
    """Yield what corrections, reviews and disputed conclusions ask for."""
    yield from _reversals(matter)
    for appeal in matter.appeals:
        if appeal.disputed:
            yield Task("correct", _disputed(appeal.number), seats.committee(matter))
    if matter.review is not None:
        seat, asked_on = seats.committee(matter), matter.review.asked_on
        watch = bounded(matter, "correction", asked_on, seat, Text("复查", "review"), "review")
        yield Task("end-review", REVIEW, seat, watch)
    yield from _rights(matter)


def _reversals(matter: FollowUp) -> Tasks:
    since = [each.decided_on for each in matter.corrections if each.undone]
    for key in matter.undone:
        seat, label = seats.of_item(matter, key), Text("纠正", "correction")
        watch = bounded(matter, "correction", min(since), seat, label)
        yield Task("reverse", item_label(matter, key), seat, watch)


def _disputed(appeal: str) -> Text:
    return Text(
        f"申诉 {appeal} 的结论不能执行，请核实后依规纠正，或者登记无须纠正（end-review）",
        f"the conclusion of {appeal} cannot be applied: correct the decision as the rules allow, "
        "or record that nothing is to be corrected (end-review)",
    )


def _rights(matter: FollowUp) -> Tasks:
    if matter.served is None or matter.stage is Stage.CLOSED:
        return
    seat = seats.department(matter)
    for each in observed(matter):
        if awaits_rights(matter) and observation(matter, each).key in matter.periods_over:
            over, key = last_day(matter, each), f"rights/{each.measure.code}"
            watch = bounded(matter, "execution", over, seat, RIGHTS, key)
            yield Task("restore-rights", RIGHTS, seat, watch)
