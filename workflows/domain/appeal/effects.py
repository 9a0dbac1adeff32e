"""What an appeal tells the follow-up, and who hears of a request that came to nothing."""

from collections.abc import Sequence

from workflows.domain.appeal import facts as f
from workflows.domain.appeal.seats import reviewing
from workflows.domain.appeal.state import Appeal, Concluded
from workflows.domain.lifecycle import Event, MatterMessage, Notice
from workflows.domain.procedure.telling import told
from workflows.domain.text import Text

NOTHING_ABOVE = Text(
    "又收到复核申请，但此途径没有可开启的下一级复核：请作为来信登记办理。",
    "another request for review came in, but no further stage is open: handle it as a letter.",
)
WITHDRAWN = "申诉人撤回申诉，原决定不变。"


def messages(before: Appeal | None, after: Appeal, event: Event) -> tuple[MatterMessage, ...]:
    """Return what the follow-up is told: taken or referred, concluded, withdrawn, final."""
    fact = event.fact
    if isinstance(fact, f.AppealAccepted | f.AppealReferred):
        return (_taken(after, event, referred=after.current.referred),)
    if isinstance(fact, f.AppealConcluded):
        return (_concluded(after, after.conclusions[-1], final=not after.may_go_further),)
    if isinstance(fact, f.AppealWithdrawn):
        return (_withdrawn(after, event),)
    if isinstance(fact, f.AppealClosed) and _was_open(after):
        return (_concluded(after, after.conclusions[-1], final=True),)
    return ()


def _was_open(matter: Appeal) -> bool:
    """Say whether the last conclusion was told as one that might still be reviewed."""
    return matter.may_go_further if matter.first is None else matter.current.concluded is None


def _taken(matter: Appeal, event: Event, *, referred: bool) -> MatterMessage:
    payload = {
        "appeal": matter.number,
        "taken_on": event.effective_on.isoformat(),
        "in_time": matter.in_time,
        "referred": referred,
        "serial": 2 if matter.first else 1,
    }
    return MatterMessage(to=matter.request.follow_up, name="appeal_taken", payload=payload)


def _concluded(matter: Appeal, concluded: Concluded, *, final: bool) -> MatterMessage:
    payload = {
        "appeal": matter.number,
        "concluded_on": concluded.on.isoformat(),
        **concluded.conclusion.model_dump(mode="json", include={"outcome", "measures", "reasons"}),
        "final": final,
    }
    return MatterMessage(to=matter.request.follow_up, name="appeal_concluded", payload=payload)


def _withdrawn(matter: Appeal, event: Event) -> MatterMessage:
    """Return that what was decided before the withdrawn stage stands."""
    if matter.conclusions:
        return _concluded(matter, matter.conclusions[-1], final=True)
    payload = {
        "appeal": matter.number,
        "concluded_on": event.effective_on.isoformat(),
        "outcome": "UPHELD",
        "reasons": WITHDRAWN,
        "withdrawn": True,
    }
    return MatterMessage(to=matter.request.follow_up, name="appeal_concluded", payload=payload)


def notices(before: Appeal | None, after: Appeal, event: Event) -> Sequence[Notice]:
    """Return that a request for review came to nothing, for whoever examined last."""
    asked = isinstance(event.fact, f.ReReviewRequested)
    if (
        not asked
        or before is None
        or (before.first, before.further) != (after.first, after.further)
    ):
        return ()
    seat = reviewing(after)
    return (told(after, seat.roles[0], seat.organ, NOTHING_ABOVE),)
