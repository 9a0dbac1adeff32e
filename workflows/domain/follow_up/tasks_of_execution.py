"""What is to be done from the decision until it is carried out and on file (3.11, 3.13)."""

from workflows.domain.follow_up import archives, seats
from workflows.domain.follow_up.stages import Stage
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.tasks import Task, Tasks, bounded
from workflows.domain.subjects import Outcome
from workflows.domain.text import Text


def tasks(matter: FollowUp) -> Tasks:
    """Yield service, execution, entries in files, and the correction of a tolerated fault."""
    if matter.stage is Stage.DECIDED:
        yield _serving(matter)
    if matter.stage is Stage.EXECUTING:
        yield from _carrying_out(matter)
    if matter.stage in (Stage.EXECUTING, Stage.ARCHIVED):
        yield from _entering(matter)
    if awaits_correction_item(matter):
        yield _correcting_item(matter)


def awaits_correction_item(matter: FollowUp) -> bool:
    """Say whether a fault that was tolerated or exempted is still to be corrected (S101)."""
    pardoned = matter.request.tolerated or matter.outcome is Outcome.EXEMPT
    asked = matter.rules.options["tolerance_opens_correction"].value
    in_force = matter.served is not None and matter.stage not in (Stage.CORRECTED, Stage.CLOSED)
    return pardoned and asked and in_force and matter.item_done_on is None


def _serving(matter: FollowUp) -> Task:
    seat, label = seats.department(matter), Text("送达", "service")
    return Task(
        "serve",
        Text("送达决定、说明依据并取得回证", "serve and explain the decision, and keep the proof"),
        seat,
        bounded(matter, "delivery", matter.decided_on, seat, label),
    )


def _carrying_out(matter: FollowUp) -> Tasks:
    since = matter.since or matter.decided_on
    for each in matter.standing_measures:
        if each.done_on is not None:
            continue
        code = each.measure.code
        seat, label = seats.of_measure(matter, code), matter.rules.measures[code].label
        yield Task(
            "confirm-measure",
            Text(f"执行{label.zh}并登记", f"carry out and confirm: {label.en}"),
            seat,
            bounded(
                matter,
                "execution",
                since,
                seat,
                Text(f"执行{label.zh}", f"execution: {label.en}"),
                f"execution/{code}",
            ),
        )


def _entering(matter: FollowUp) -> Tasks:
    for code in archives.missing(matter):
        seat, label = seats.of_archive(matter, code), matter.rules.archives[code].label
        yield Task(
            "enter-archive",
            Text(f"载入{label.zh}", f"enter it in the {label.en}"),
            seat,
            bounded(
                matter,
                "archive",
                matter.served_on,
                seat,
                Text(f"载入{label.zh}", f"entry in the {label.en}"),
                f"archive/{code}",
            ),
        )


def _correcting_item(matter: FollowUp) -> Task:
    seat, label = seats.department(matter), Text("容错纠错", "correction of the tolerated fault")
    return Task(
        "finish-correction-item",
        Text("查明原因、纠正错误并登记", "find the cause, correct the fault, and record it"),
        seat,
        bounded(matter, "correction", matter.served_on, seat, label, "correction_item"),
    )
