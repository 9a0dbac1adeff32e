"""What came of the ways of one notice, and what that means for the notice as a whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from activities.delivery.ways import Way
from activities.store.deliveries import Trial


@dataclass(frozen=True)
class Outcome:
    """What one way has come to; `again_in` says when a closed one opens, where that is known."""

    trial: Trial
    code: str = ""
    """Why it is closed, short enough for everybody."""
    again_in: timedelta | None = None


Outcomes = Mapping[Way, Outcome]


def lost(outcomes: Outcomes) -> tuple[str, ...]:
    """Return who has no way that can ever work, each with the codes: `zhao email 550`."""
    return tuple(
        " ".join([officer or "outbox", *(f"{way.channel} {outcome.code}" for way, outcome in own)])
        for officer, own in _by_officer(outcomes)
        if all(outcome.trial.state == "undeliverable" for _, outcome in own)
    )


def waiting(outcomes: Outcomes) -> tuple[Outcome, ...]:
    """Return the ways that are closed for a while; each is gone, however long it takes."""
    return tuple(outcome for outcome in outcomes.values() if outcome.trial.state == "queued")


def _by_officer(outcomes: Outcomes) -> Iterator[tuple[str, list[tuple[Way, Outcome]]]]:
    officers = dict.fromkeys(officer for way in outcomes for officer in way.officers)
    for officer in officers:
        yield officer, [(way, out) for way, out in outcomes.items() if officer in way.officers]


def again_in(closed: tuple[Outcome, ...]) -> timedelta | None:
    """Return when the first way opens; None leaves it to the retry policy, if one gave no moment.

    To ask another one too early is harmless: it is closed still, and says so again.
    """
    named = [outcome.again_in for outcome in closed if outcome.again_in is not None]
    return min(named) if len(named) == len(closed) else None
