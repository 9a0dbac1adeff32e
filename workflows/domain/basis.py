"""On what a step of a matter rests: a rule of the rulebook, and what of the pack it applied."""

from dataclasses import dataclass

from workflows.domain.sourced import Rule
from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the rule pack: where it comes from, and how firm that is (T, P, C, D)."""

    source: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """A rule in its own words, with the entries of the pack that were applied."""

    rule: str
    """Its id in the rulebook."""
    words: Text
    entries: tuple[Entry, ...] = ()


def entries(*rules: Rule | None) -> tuple[Entry, ...]:
    """Return the entries behind rules of the pack, each once, in order; None stands for none."""
    found = (Entry(rule.source, rule.mark) for rule in rules if rule is not None)
    return tuple(dict.fromkeys(found))
