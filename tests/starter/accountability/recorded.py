"""Lives of every kind of an accountability case, as the shell would have recorded them."""

from datetime import UTC, datetime

from activities.store import RecordStore
from tests.domain.accountability.builders import a_case, opened
from tests.domain.accountability.parts import lead, wronged
from tests.domain.appeal import builders as appeal
from tests.domain.follow_up import builders as follow_up
from tests.domain.parts import noon
from tests.domain.probation import builders as probation
from tests.domain.procedure_life import ProcedureLife
from tests.domain.rectification import builders as rectification
from workflows.messages.records import RecordBatch
from workflows.picture import document_records, event_record, matter_view, notice_records

PERSON = "张三"
CASE, REMOVED, CORRECTED = "ACC-2024-0001", "ACC-2024-0001-S1", "ACC-2024-0001-S2"
UNDER_WAY, UNTRUE = "ACC-2026-0001", "ACC-2026-0009"


def corrected() -> ProcedureLife:
    """A removal that an appeal changed to an admonition talk in June 2024."""
    life = follow_up.opened(number=CORRECTED, case=CASE).do("serve", follow_up.SERVED)
    life = follow_up.filed(follow_up.executed(life))
    life.do("file_appeal", "2024-03-25")
    report = {**follow_up.concluded("CHANGED", "2024-06-03", "ADMONITION_TALK")}
    return life.do("appeal_concluded", "2024-06-03", **{**report, "appeal": f"{CORRECTED}-A1"})


def decided() -> ProcedureLife:
    """A case whose decision of March 2024 was served on its two subjects."""
    received = "2024-02-19"
    return a_case("RECTIFYING", number=CASE, day=received, lead=lead(registered_on=received))


def untrue() -> ProcedureLife:
    """A case that was closed without ground: what was said of one person is untrue."""
    life = opened(number=UNTRUE).to("VERIFYING").later()
    points = [{"id": "P1", "matter": "反映收受礼金", "finding": "UNTRUE", "main": True}]
    return life.act(
        "record_verification", proposal="NO_GROUND", points=points, untrue_of=[wronged("U1", "P1")]
    )


LIVES: dict[str, tuple[ProcedureLife, str]] = {
    CASE: (decided(), "2024-06-10"),
    UNDER_WAY: (a_case("INVESTIGATING"), "2026-03-20"),
    UNTRUE: (untrue(), "2026-03-20"),
    REMOVED: (follow_up.carried_out(case=CASE), "2024-06-10"),
    CORRECTED: (corrected(), "2024-06-10"),
    "ACC-2026-0001-S1-A1": (appeal.a_life("CONCLUDED"), "2026-04-11"),
    "ACC-2026-0001-P1": (probation.a_life("RUNNING"), "2026-04-08"),
    "ACC-2026-0001-R1": (rectification.a_life("REPORTED"), "2026-06-01"),
}
"""By number: a life, and the day that its clock shows."""


async def fill(store: RecordStore, lives: dict[str, tuple[ProcedureLife, str]]) -> None:
    """Record lives up to noon of their days, and set the clock of each to that moment."""
    for number, (life, day) in lives.items():
        assert life.state.number == number
        life.wait(day)
        await store.record(whole(life))
        skew = int((noon(day) - datetime.now(UTC)).total_seconds())
        await store.set_clock_skew(number, skew)


def whole(life: ProcedureLife) -> RecordBatch:
    """Return everything that a life puts on record."""
    decider = life.decider
    return RecordBatch(
        matter=life.state.number,
        events=tuple(event_record(step.event) for step in life.steps),
        view=matter_view(decider, life.state),
        notices=tuple(n for step in life.steps for n in notice_records(decider, step)),
        documents=tuple(d for step in life.steps for d in document_records(decider, step)),
    )
