"""Lives in which documents are drafted, for the tests of drafting and of numbers."""

from typing import Any

from tests.domain.builders import a_life
from tests.domain.life import Life
from tests.domain.parts import CIRCULAR, LETTER, MEDIA, MEETING, TALK, application, plan

DAY = "2026-03-27"
EVERY_METHOD = (LETTER, TALK, MEETING, CIRCULAR, MEDIA)
LOUD: dict[str, Any] = {"range": "SOCIETY", "public_opinion": True}
METHODS = [
    ("WRITTEN", "clarification_letter"),
    ("FACE_TO_FACE", "commission_letter"),
    ("MEETING", "meeting_notice"),
    ("MEETING", "minutes"),
    ("CIRCULAR", "circular"),
    ("MEDIA", "press_notice"),
]


def implementing(*methods: dict[str, Any], **fields: Any) -> Life:
    return a_life("IMPLEMENTING", effect=LOUD, plan=plan(*(methods or EVERY_METHOD)), **fields)


def ended(**fields: Any) -> Life:
    """A matter that ended without success, whose applicant waits for a reply."""
    life = a_life("AWAITING_APPROVAL", application=application("2026-03-09"), **fields)
    life.do("reject", "2026-03-26")
    return life
