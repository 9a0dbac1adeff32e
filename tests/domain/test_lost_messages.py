"""A message that can never reach another matter is somebody's work, not a line in a log."""

from datetime import date

from tests.domain.parts import noon
from tests.domain.rectification.builders import LI, a_life
from workflows.domain.clock_facts import MessageLost
from workflows.domain.lifecycle import LINKED

DAY = date(2026, 12, 1)
LOST = MessageLost(message_seq=9, index=0, to="ACC-2026-0001", name="any", reason="closed")


def test_a_lost_message_is_work_until_somebody_says_how_it_was_told():
    life = a_life("CLOSED")
    assert life.over

    life.happens(LOST, DAY, noon(DAY), LINKED)

    (item,) = life.decider.work_items(life.state)
    assert item.action == "settle-notice"
    assert "ACC-2026-0001" in item.text.zh
    assert not life.over

    life.do("settle_notice", DAY, by=LI, notice="9/m0", how="电话告知")

    assert life.over
