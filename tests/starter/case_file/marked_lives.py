"""Lives with a marker wherever somebody types, which together come past every kind of fact.

A file may show `TYPED` to readers with names and to nobody else, `FACTOR` to nobody at all.
"""

from typing import Any

from tests.domain.builders import a_life, opened
from tests.domain.life import Life
from tests.domain.parts import (
    CIRCULAR,
    FIFTH,
    FIRST,
    FOURTH,
    LETTER,
    MEETING,
    SECOND,
    SEVENTH,
    SIXTH,
    THIRD,
    application,
    changed_pack,
    draft,
    plan,
    point,
    subject,
    verification,
)
from workflows.domain.clarification.particulars import Factor

FACTOR = "FACTORMARK"
NAME, UNIT, FILE_NUMBER, ALLEGATION, REASON, PLACE, ATTENDEE, ADDRESSEE = TYPED = (
    "NAMEMARK", "UNITMARK", "FILEMARK", "ALLEGATIONMARK", "REASONMARK", "PLACEMARK",
    "ATTENDEEMARK", "ADDRESSEEMARK",
)  # fmt: skip
FACTORS = {factor.value: FACTOR for factor in Factor}
PERSON = subject(name=NAME, unit=UNIT, reference=FILE_NUMBER)
FOUND = verification("2026-03-02", {**point(main=True), "matter": ALLEGATION})
METHODS = plan(LETTER, MEETING, CIRCULAR)
EVERY_SITUATION = [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, {**SEVENTH, "reason": REASON}]


def _evaluated(number: str, **opinion: Any) -> Life:
    life = a_life(
        "EVALUATING",
        number=number,
        subject=PERSON,
        verification=FOUND,
        application=application("2026-03-09", None),
        situations=EVERY_SITUATION,
        effect={"range": "INDUSTRY", "large_social_effect": True},
        plan=METHODS,
    )
    life.do("complete_materials", "2026-03-14")
    life.do("give_opinion", "2026-03-20", factors=FACTORS, reasons=REASON, **opinion)
    return life


def cleared() -> Life:
    """From an application to the end, past an objection, a recusal and documents made here."""
    life = _evaluated("CLAR-2026-0101")
    life.do("record_study", "2026-03-23", participants=[NAME, "wu"])
    life.do("review", "2026-03-24", remark=REASON)
    life.do("approve", "2026-03-25", remark=REASON)
    life.do("record_objection", "2026-03-26", reasons=REASON)
    life.do("approve", "2026-03-27")
    life.do("hear_opinion", "2026-03-28", view="ADVERSE", opinion=REASON)
    life.do("approve", "2026-03-29")
    meeting = {"held_on": "2026-03-29", "place": PLACE, "attendees": [ATTENDEE]}
    life.do("draft_document", "2026-03-29", **draft("WRITTEN"), addressee=ADDRESSEE)
    life.makes("2026-03-29")
    life.do("draft_document", "2026-03-29", doc_kind="minutes", meeting=meeting)
    life.makes("2026-03-29")
    for day in ("2026-03-30", "2026-03-31", "2026-04-01"):
        life.do("carry_out", day)
    life.do("give_post_notice", "2026-04-15")
    life.do("recuse_officer", "2026-04-16", officer="chen", reasons=REASON)
    life.do("note_false_accusation", "2026-04-17")
    life.do(
        "follow_up_effect", "2026-07-01", restored=False, findings=REASON, further_action=REASON
    )
    return life


def not_started() -> Life:
    """Not started, countersigned, a notice that cannot arrive, a reply served."""
    life = _evaluated("CLAR-2026-0102", start=False, plan=None)
    life.wait("2026-05-30")
    life.do("countersign", "2026-06-01", reasons=REASON)
    life.bounces("2026-06-02")
    life.do("settle_notice", "2026-06-03", how=REASON)
    life.do("serve_reply", "2026-06-04")
    return life


def returned_and_rejected() -> Life:
    """An opinion that was returned once, then rejected."""
    life = _evaluated("CLAR-2026-0103")
    life.do("return_opinion", "2026-03-21", by="wu", reasons=REASON)
    life.do("give_opinion", "2026-03-22", factors=FACTORS, reasons=REASON)
    life.do("record_study", "2026-03-23")
    life.do("review", "2026-03-24")
    life.do("reject", "2026-03-25", reasons=REASON)
    return life


def deferred() -> Life:
    """Verified late, deferred for another lead, then studied anew and withdrawn."""
    life = opened(
        number="CLAR-2026-0104",
        subject=PERSON,
        verification=verification(None),
        application=application("2026-03-09"),
    )
    life.do("record_verification", "2026-03-11", points=FOUND["points"])
    life.do("screen", "2026-03-12", other_leads=["L-7"], reasons=REASON)
    life.do("close_other_lead", "2026-04-20", lead="L-7")
    life.do("screen", "2026-04-21")
    life.do("register_lead", "2026-04-22", lead="L-8")
    life.do("close_other_lead", "2026-05-06", lead="L-8")
    life.do("apply", "2026-05-07", application=application("2026-05-07"))
    life.do("screen", "2026-05-08", situations={"held": []}, reasons=REASON)
    return life


def withdrawn() -> Life:
    """An application that was withdrawn before anything was carried out."""
    life = _evaluated("CLAR-2026-0105")
    life.do("withdraw_application", "2026-03-21")
    return life


def settled() -> Life:
    """Not started under a pack that asks for no countersignature."""
    pack = changed_pack("clarification", "options", "countersign_not_start", "value", value=False)
    life = a_life(
        "EVALUATING", number="CLAR-2026-0106", subject=PERSON, verification=FOUND, pack=pack
    )
    life.do("give_opinion", "2026-03-20", start=False, plan=None, factors=FACTORS, reasons=REASON)
    return life


def marked_lives() -> tuple[Life, ...]:
    """Return all of them."""
    return (
        cleared(), not_started(), returned_and_rejected(), deferred(), withdrawn(), settled()
    )  # fmt: skip
