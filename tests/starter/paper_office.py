"""An office whose matters have documents, made by the real activity; no server is needed."""

from pathlib import Path
from typing import Any

from temporalio.testing import ActivityEnvironment

from activities.store import RecordStore, open_store
from starter.keys import KeyRing
from starter.settings import Settings
from tests.domain.builders import a_life
from tests.domain.life import Life
from tests.domain.parts import LETTER, TALK, draft, noon, plan, point, subject, verification
from tests.starter.reading.lives import whole
from worker import document_activities
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.lifecycle import REGISTRY
from workflows.picture import paper_orders
from workflows.press import fact_of

FIRST, SECOND, BARE = "CLAR-2026-0001", "CLAR-2026-0002", "CLAR-2026-0003"
PERSON, ALLEGATION, OTHER_POINT = "林正清", "反映其在干部选拔中收受礼金", "反映其违规经商"
NUMBERS = [f"某纪驻函〔2026〕{serial}号" for serial in (1, 2, 3)]
OFFICERS = """
[organs.DW]
name = "某市纪委监委驻市某局纪检监察组"
mark = "某纪驻"
[officers]
li = { organ = "DW", department = "D3", roles = ["undertaking_department"], names = true }
wu = { organ = "DW", department = "D3", roles = ["undertaking_department"], names = true }
jian = { organ = "SJW", roles = ["case_management_department"], reads = "all" }
he = { organ = "OTHER", roles = ["principal"], names = true }
"""


def implementing(number: str) -> Life:
    return a_life(
        "IMPLEMENTING",
        number=number,
        subject=subject(name=PERSON),
        verification=verification(
            "2026-03-02",
            {**point(main=True), "matter": ALLEGATION},
            {**point("P2", "NOT_ESTABLISHED"), "matter": OTHER_POINT},
        ),
        situations=[{"code": "MOSTLY_OR_MAINLY_UNTRUE", "ground": "MAIN", "adverse_effect": True}],
        plan=plan(LETTER, TALK),
    )


async def furnish(data: Path) -> None:
    """Fill a data directory: one document void, two valid, one that is still being made."""
    KeyRing.create(data / "keys.toml")
    (data / "officers.toml").write_text(OFFICERS, encoding="utf-8")
    store = open_store(Settings.at(data).database_url)
    await store.migrate()
    first, second, bare = (implementing(number) for number in (FIRST, SECOND, BARE))
    first.do("recuse_officer", "2026-03-26", officer="wu")
    await make(data, store, first, **draft("WRITTEN"))
    await make(data, store, first, **draft("WRITTEN"), replaces=NUMBERS[0])
    await make(data, store, second, **draft("WRITTEN"), copies=["某部"])
    second.do("draft_document", "2026-03-28", **draft("FACE_TO_FACE"))
    for life in (first, second, bare):
        await store.record(whole(life))
    await store.close()


async def make(data: Path, store: RecordStore, life: Life, **fields: Any) -> None:
    """Let a life draft a document, and the worker's own activity make it."""
    activities = document_activities(Settings.at(data), store)
    (step,) = life.do("draft_document", "2026-03-27", **fields)
    (order,) = paper_orders(CLARIFICATION, step)
    made = await ActivityEnvironment().run(activities.make_document, order)
    life.happens(fact_of(order, made), noon("2026-03-27").date(), noon("2026-03-27"), REGISTRY)
