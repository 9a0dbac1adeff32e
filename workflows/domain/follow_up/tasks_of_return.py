"""The way to normal use, step by step (3.15): what comes next, or that it leads nowhere."""

from datetime import date, timedelta

from workflows.domain.follow_up import seats
from workflows.domain.follow_up.particulars_of_return import Giver
from workflows.domain.follow_up.stages import Ending, Stage
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.tasks import Task, Tasks, bounded
from workflows.domain.text import Text

EVALUATE = Text(
    "评估表现（态度、整改、群众反映）", "evaluate attitude, rectification and the masses' view"
)
FEED_BACK = Text("向组织人事部门反馈", "tell the organisation department")
OPINION = {
    Giver.DI_ORGAN: Text("纪检监察机关出具意见", "opinion of the DI organ"),
    Giver.UPPER_HR: Text(
        "上级组织人事部门出具意见", "opinion of the upper organisation department"
    ),
}
DECIDE = Text("集体研究是否使用", "decide collectively on normal use")
REINSTATE = Text("办理任用，或者登记不恢复使用", "appoint, or record that it is not reinstated")
DECLINE = Text("登记不恢复使用及理由", "record that it is not reinstated, and why")


def tasks(matter: FollowUp) -> Tasks:
    """Yield the next step; before the end of the impact period that is the evaluation."""
    if matter.declined is not None or matter.reinstated_on is not None:
        if feedback_owed(matter) and matter.stage is Stage.IMPACT_ENDED:
            yield _feedback(matter)
        return
    if matter.stage is Stage.IMPACT_PERIOD:
        if matter.consequences.permanent:
            yield _step(matter, "decline-reinstatement", "COLLECTIVE_DECISION", DECLINE)
        elif _to_be_evaluated(matter):
            yield _evaluation(matter)
    if matter.stage is Stage.IMPACT_ENDED:
        yield from _next(matter)


def leads_nowhere(matter: FollowUp) -> bool:
    """Say whether nothing is left but to record that the subject is not reinstated."""
    against = [one for one in matter.opinions if not one.agrees]
    refused = matter.collective is not None and not matter.collective.agrees
    poor = matter.evaluation is not None and not matter.evaluation.good
    return matter.is_team or not matter.within_reach or poor or bool(against) or refused


def feedback_owed(matter: FollowUp) -> bool:
    """Say whether the organisation department has still to hear of a good evaluation."""
    return matter.evaluation is not None and matter.evaluation.good and matter.feedback is None


def may_return(matter: FollowUp) -> bool:
    """Say whether what was declined can be asked for again (3.11)."""
    over_otherwise = matter.ending not in (None, Ending.NOT_REINSTATED)
    barred = matter.is_team or matter.consequences.permanent
    return matter.declined is not None and not barred and not over_otherwise


def missing_opinions(matter: FollowUp) -> tuple[Giver, ...]:
    """Return whose opinion is not there yet."""
    given = {one.giver for one in matter.opinions}
    return tuple(giver for giver in Giver if giver not in given)


def _next(matter: FollowUp) -> Tasks:
    if leads_nowhere(matter):
        if feedback_owed(matter):
            yield _feedback(matter)
        yield _step(matter, "decline-reinstatement", "COLLECTIVE_DECISION", DECLINE)
    elif matter.evaluation is None:
        yield _evaluation(matter)
    elif matter.feedback is None:
        yield _feedback(matter)
    elif missing_opinions(matter):
        for giver in missing_opinions(matter):
            step = seats.STEP_OF_GIVER[giver]
            yield _step(matter, "record-opinion", step, OPINION[giver], step.lower())
    elif matter.collective is None:
        yield _step(matter, "decide-collectively", "COLLECTIVE_DECISION", DECIDE)
    else:
        yield _step(matter, "reinstate", "APPOINTMENT", REINSTATE)


def _to_be_evaluated(matter: FollowUp) -> bool:
    return matter.evaluation is None and matter.within_reach and not matter.is_team


def _evaluation(matter: FollowUp) -> Task:
    """Return the evaluation: before the end of a period, which may be over, or as the next step."""
    first, seat = evaluation_opens(matter), seats.of_step(matter, "EVALUATION")
    if first is None:
        return _step(matter, "evaluate", "EVALUATION", EVALUATE)
    label = Text("影响期满前评估", "evaluation before the impact period ends")
    watch = bounded(matter, "impact_evaluation", first, seat, label)
    text = Text(f"{EVALUATE.zh}，{first} 起办理", f"{EVALUATE.en}, from {first} on")
    return Task("evaluate", text, seat, watch)


def evaluation_opens(matter: FollowUp) -> date | None:
    """Return the first day for the evaluation, in Shanghai; None where there is no period."""
    last_day = matter.consequences.last_day
    early = timedelta(days=matter.rules.terms["impact_evaluation"].days)
    return None if last_day is None else last_day - early


def _feedback(matter: FollowUp) -> Task:
    seat, evaluated = seats.of_step(matter, "HR_FEEDBACK"), matter.evaluation
    since = matter.since or matter.decided_on
    anchor = max(since, evaluated.evaluated_on) if evaluated else since
    return Task(
        "feed-back", FEED_BACK, seat, bounded(matter, "hr_feedback", anchor, seat, FEED_BACK)
    )


def _step(matter: FollowUp, action: str, step: str, text: Text, key: str = "") -> Task:
    seat = seats.of_step(matter, step)
    watch = bounded(
        matter, "reinstatement_step", _last_step(matter), seat, text, key or step.lower()
    )
    return Task(action, text, seat, watch)


def _last_step(matter: FollowUp) -> date:
    """Return the day of the latest step, or when the stage began."""
    days = [matter.since or matter.decided_on]
    days += [matter.evaluation.evaluated_on] if matter.evaluation else []
    days += [matter.feedback.sent_on] if matter.feedback else []
    days += [max(one.given_on for one in matter.opinions)] if not missing_opinions(matter) else []
    days += [matter.collective.decided_on] if matter.collective else []
    return max(days)
