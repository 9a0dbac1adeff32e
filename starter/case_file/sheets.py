"""The tables that a kind of matter has of its own, for its case file and for `show`."""

from importlib import import_module

from starter.case_file.journal import Journal
from starter.case_file.model import Sheet
from starter.kinds import KINDS


def sheets(journal: Journal) -> tuple[Sheet, ...]:
    """Return the tables that the kind of a matter has; none for most."""
    modules = (import_module(name) for name in KINDS[journal.decider.kind].told_by)
    return tuple(module.sheet(journal) for module in modules)
