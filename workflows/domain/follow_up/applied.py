"""Which entries of the pack a step of a follow-up applied, so that `why` can name them."""

from collections.abc import Callable
from typing import Any

from workflows.domain.basis import Entry, entries
from workflows.domain.follow_up.periods import routes
from workflows.domain.follow_up.seats import STEP_OF_GIVER
from workflows.domain.follow_up.state import FollowUp

Applied = Callable[[FollowUp, Any], tuple[Entry, ...]]


def nothing(matter: FollowUp, fact: Any) -> tuple[Entry, ...]:
    """Return no entry: the rulebook's own words are all there is."""
    return ()


def term(key: str) -> Applied:
    """Return the length of a term."""
    return lambda matter, fact: entries(matter.rules.terms[key])


def restrictions(matter: FollowUp, fact: Any) -> tuple[Entry, ...]:
    """Return where each restriction comes from, and how periods are counted."""
    found = (Entry(one.source, one.mark) for one in matter.consequences.restrictions)
    counted = entries(matter.rules.impact.last_day, matter.rules.impact.longest)
    return tuple(dict.fromkeys((*found, *counted)))


def measure(matter: FollowUp, fact: Any) -> tuple[Entry, ...]:
    """Return the measure and who carries it out."""
    rule = matter.rules.measures[fact.measure]
    return entries(rule, matter.rules.decisions[rule.nature], matter.rules.terms["execution"])


def archive(matter: FollowUp, fact: Any) -> tuple[Entry, ...]:
    """Return the file."""
    return entries(matter.rules.archives[fact.archive], matter.rules.terms["archive"])


def archives(matter: FollowUp, fact: Any) -> tuple[Entry, ...]:
    """Return every file."""
    return entries(*matter.rules.archives.values())


def talk(matter: FollowUp, fact: Any) -> tuple[Entry, ...]:
    """Return when the talk at a touchpoint is due."""
    keys = {"T2": "touchpoint_after_delivery", "T3": "touchpoint_quarterly"}
    return entries(matter.rules.terms[keys[fact.touchpoint]])


def revisit(matter: FollowUp, fact: Any) -> tuple[Entry, ...]:
    """Return how revisits are made, and when."""
    keys = ("revisit_first", "revisit_repeat", "revisit_final")
    rules, terms = matter.rules.revisits, matter.rules.terms
    return entries(rules, rules.grades[fact.grade], *(terms[key] for key in keys))


def step(key: str) -> Applied:
    """Return a step on the way to normal use."""
    return lambda matter, fact: entries(
        matter.rules.reinstatement, matter.rules.reinstatement.steps[key]
    )


def opinion(matter: FollowUp, fact: Any) -> tuple[Entry, ...]:
    """Return the step of whoever gave the opinion."""
    return step(STEP_OF_GIVER[fact.giver])(matter, fact)


def appeal(matter: FollowUp, fact: Any) -> tuple[Entry, ...]:
    """Return the routes that are open, with their windows."""
    found = routes(matter).values()
    return entries(*found, *(route.first.window for route in found))


def causes(matter: FollowUp, fact: Any) -> tuple[Entry, ...]:
    """Return what is wrong with the decision."""
    return entries(*(matter.rules.issues[code] for code in fact.causes))


def option(name: str) -> Applied:
    """Return a yes or no of the pack."""
    return lambda matter, fact: entries(matter.rules.options[name])
