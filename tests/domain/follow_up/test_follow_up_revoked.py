"""Revocation where little or nothing stood: before service, or of an exemption (3.16)."""

from tests.domain.follow_up.builders import NUMBER, SERVED, concluded, opened, reversed_all

DAY = "2024-04-12"


def test_a_letter_that_waited_for_service_is_settled_by_the_revocation() -> None:
    """Given a letter before service, when the decision is revoked, its author is to be told."""
    life = opened().do("file_appeal", "2024-03-02").do("correct", "2024-03-04")
    bodies = [notice.body.zh for notice in life.notices]

    assert not life.state.open_appeals
    assert sum(f"{NUMBER}-A1 不再办理" in body for body in bodies) == 1
    assert reversed_all(life, "2024-03-05").over


def test_a_letter_after_such_a_revocation_opens_an_appeal_that_is_never_late() -> None:
    life = reversed_all(opened().do("correct", "2024-03-04"), "2024-03-05")

    life.do("file_appeal", "2024-03-12")

    last = life.steps[-1]
    (opening,) = life.decider.effects(last.before, last.after, last.event).openings
    assert opening.number == f"{NUMBER}-A1"
    assert opening.request["served_on"] is None
    assert not life.over


def test_an_exemption_that_an_appeal_revokes_is_corrected_too() -> None:
    """Given an exemption, when it is revoked, it is told and cleared, and nothing else is asked."""
    life = opened(outcome="EXEMPT").do("serve", SERVED).do("file_appeal", "2024-03-12")
    assert "finish-correction-item" in life.duties

    life.do("appeal_concluded", DAY, **concluded("REVOKED", DAY))

    assert life.state.undone == ("notices", "reputation")
    assert "finish-correction-item" not in life.duties
    assert reversed_all(life, "2024-04-15").over
    assert life.state.ending == "REVOKED"


def test_an_exemption_is_revoked_once() -> None:
    life = opened(outcome="EXEMPT").do("serve", SERVED).do("correct", DAY)

    assert life.stage == "CORRECTED"
    assert life.refused("correct", "2024-04-13").rule == "3.16"
