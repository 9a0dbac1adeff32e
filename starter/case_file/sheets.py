"""The tables that a kind of matter has of its own, for its case file and for `show`."""

from importlib import import_module

from starter.case_file.journal import Journal
from starter.case_file.model import Sheet
from starter.kinds import KINDS
from starter.reading import Reader
from starter.rights import Viewer


def sheets(journal: Journal) -> tuple[Sheet, ...]:
    """Return the tables that the kind of a matter has; none for most."""
    modules = (import_module(name) for name in KINDS[journal.decider.kind].told_by)
    return tuple(sheet for module in modules if (sheet := module.sheet(journal)))


def sheets_of_linked(journal: Journal, reader: Reader, viewer: Viewer) -> tuple[Sheet, ...]:
    """Return the tables that a matter has of those linked to it, as far as the viewer may read."""
    modules = (import_module(name) for name in KINDS[journal.decider.kind].told_of_linked)
    return tuple(sheet for module in modules if (sheet := module.sheet(journal, reader, viewer)))
