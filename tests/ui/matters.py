"""The matters that the browser looks at, each brought to its stage by the usual commands.

Every field that may be personal holds a marker of the privacy test, so that no page can show one
unseen.
"""

from dataclasses import dataclass
from typing import Any

from starter.officers import directory_of
from tests.domain.parts import CIRCULAR, LETTER, application, plan, subject, verification
from tests.starter.cli import Zhengming
from tests.workflows.lives import Matter, Office, ago, clock_today, request
from tests.workflows.test_privacy import NAMES

NUMBER = "CLAR-2026-{:04}"
PACE = {"COLLECTIVE_STUDY": 4, "AWAITING_APPROVAL": 5, "IMPLEMENTING": 4, "COMPLETED": 28}
"""How many days the closed matter stood at some of its stages."""


@dataclass(frozen=True)
class Matters:
    """The numbers of the prepared matters."""

    evaluating: str
    """In evaluation, with a reminder behind it."""
    overdue: str
    suspended: str
    """Waits for another lead."""
    objected: str
    """Approved anew after an objection, one letter sent, a circular still to come."""
    closed: str
    """Through to the end, with its documents."""
    other: str
    """Of another organ, on application."""

    @property
    def all(self) -> tuple[str, ...]:
        """Return all numbers."""
        return tuple(vars(self).values())

    @property
    def open(self) -> tuple[str, ...]:
        """Return the numbers of those that are not at their end."""
        return tuple(number for number in self.all if number != self.closed)


async def prepare(office: Office, zhengming: Zhengming) -> Matters:
    """Let every matter live until its stage."""
    opened = [await _opened(office, serial) for serial in range(1, 6)]
    evaluating, overdue, suspended, objected, closed = opened
    await evaluating.reach("EVALUATING")
    _let_pass(zhengming, evaluating, 20)
    await overdue.reach("EVALUATING")
    _let_pass(zhengming, overdue, 40)
    await suspended.tell("register_lead", lead="L-1")
    await _object(objected)
    await _close(closed, zhengming)
    other = await _of_another_organ(office, zhengming)
    return Matters(*(matter.number for matter in (*opened, other)))


def _marked(serial: int) -> dict[str, Any]:
    point = {"id": "P1", "matter": NAMES["allegation"], "finding": "UNTRUE", "main": True}
    found = verification(str(ago(serial)))  # each matter has a due day of its own
    return {
        "number": NUMBER.format(serial),
        "subject": subject(name=NAMES["name"], unit=NAMES["unit"], full_position=True),
        "verification": found | {"reference": f"V-{serial}", "points": [point]},
    }


async def _opened(office: Office, serial: int) -> Matter:
    matter = await office.starts(request("DISPATCHED", **_marked(serial)))
    await matter.handle.execute_update("opened")
    matter.effect, matter.plan = {"range": "INDUSTRY"}, plan(LETTER, CIRCULAR)
    return matter


def _let_pass(zhengming: Zhengming, matter: Matter, days: int) -> None:
    said = zhengming("advance", matter.number, "--days", str(days))
    assert said.code == 0, said.err


async def _to_implementation(matter: Matter) -> None:
    await matter.reach("EVALUATING")
    await matter.do("give_opinion", reasons=NAMES["reason"], factors={"INTEGRITY": NAMES["factor"]})
    await matter.reach("PRIOR_NOTICE")
    await matter.do("hear_opinion", view="ADVERSE", opinion=NAMES["opinion"])
    await matter.reach("IMPLEMENTING")


async def _object(matter: Matter) -> None:
    await _to_implementation(matter)
    await matter.do("record_objection", reasons=NAMES["reason"])
    await matter.reach("IMPLEMENTING")
    await _draft(matter)
    await matter.do("carry_out")


async def _draft(matter: Matter) -> None:
    """Have the next document drafted, numbered and made."""
    await matter.do("draft_document")
    while len(await matter.facts("document_made")) < len(await matter.facts("document_drafted")):
        await matter.recorded()


async def _close(matter: Matter, zhengming: Zhengming) -> None:
    """Let the matter take its time, so that its bars have a length; the evaluation is late."""
    await matter.reach("EVALUATING")
    _let_pass(zhengming, matter, 33)
    await matter.do("give_opinion", reasons=NAMES["reason"], factors={"INTEGRITY": NAMES["factor"]})
    for stage, days in PACE.items():
        await matter.reach(stage)
        _let_pass(zhengming, matter, days)
        if stage == "IMPLEMENTING":
            await _draft(matter)
    await matter.reach("end")


async def _of_another_organ(office: Office, zhengming: Zhengming) -> Matter:
    clerk = directory_of(zhengming.data).actor("he")
    asked = request(
        "ORGAN",
        **_marked(6),
        actor=clerk,
        handling_organ="SJW",
        approving_organ=None,
        undertaking_department="D6",
        application=application(str(clock_today())),
    )
    matter = await office.starts(asked)
    await matter.handle.execute_update("opened")
    return matter
