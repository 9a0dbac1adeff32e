"""Which entries of its rule pack a clarification applied when a fact came true."""

from collections.abc import Callable
from typing import Any

from workflows.domain.basis import Entry, entries
from workflows.domain.clarification.stages import Stage
from workflows.domain.clarification.state import Clarification

Applied = Callable[[Clarification, Any], tuple[Entry, ...]]
"""Finds the entries from the matter as the fact met it, and the fact."""


def nothing(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    """Return nothing: the pack leaves this to the rulebook."""
    return ()


def term(key: str) -> Applied:
    return lambda matter, fact: entries(matter.rules.terms[key])


def chain_step(step: str) -> Applied:
    return lambda matter, fact: entries(matter.chain_step(step))


def option(name: str) -> Applied:
    return lambda matter, fact: entries(matter.rules.options[name])


def route(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    return entries(matter.route)


def prior_notice(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    return entries(matter.route.prior_notice)


def post_notice(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    return entries(matter.route.post_notice)


def situations(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    return entries(*(matter.rules.situations[code] for code in fact.situations.codes))


def opinion(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    methods = fact.plan.methods if fact.plan else ()
    return entries(
        matter.rules.terms["evaluation"],
        *(matter.rules.situations[code] for code in fact.situations_upheld),
        *(matter.rules.methods[planned.method] for planned in methods),
    )


def approval(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    methods = (matter.rules.methods[planned.method] for planned in fact.plan.methods)
    return entries(matter.chain_step("AWAITING_APPROVAL"), *methods)


def method(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    return entries(matter.rules.methods[fact.method])


def returned_from(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    """Return the link of the chain that the opinion came back from."""
    return entries(matter.chain_step(matter.stage.value))


def reminder(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    rule = matter.rules.terms[fact.term]
    return (*entries(rule), Entry(matter.rules.ladders[rule.ladder].source))


def delivery(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    return entries(matter.pack.notices)


def document(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    rules = matter.pack.documents
    return () if rules is None else entries(rules.kinds.get(fact.doc_kind), rules.numbering)


def end(matter: Clarification, fact: Any) -> tuple[Entry, ...]:
    key = "follow_up" if matter.stage is Stage.COMPLETED else "reply"
    return entries(matter.rules.terms[key])
