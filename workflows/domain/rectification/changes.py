"""What each fact changes in a rectification; no rule is judged here."""

from workflows.domain.lifecycle import Event, Fact
from workflows.domain.procedure.folding import Change
from workflows.domain.rectification import facts as f
from workflows.domain.rectification.state import Rectification


def _progress(matter: Rectification, event: Event, fact: f.ProgressReported) -> Rectification:
    return matter.but(nodes_reported=matter.nodes_reported + 1)


def _verified(matter: Rectification, event: Event, fact: f.VerifiedOnSite) -> Rectification:
    verified_by = tuple(dict.fromkeys((*fact.visitors, event.actor.officer)))
    return _returned(matter.but(verified_by=verified_by), event, fact.unfinished)


def _looked_back(matter: Rectification, event: Event, fact: f.LookBackRecorded) -> Rectification:
    return _returned(matter, event, fact.relapsed)


def _returned(matter: Rectification, event: Event, items: tuple[str, ...]) -> Rectification:
    """Return the matter back at its plan, if items are left; a new term counts from that day."""
    returned_on = event.effective_on if items else matter.returned_on
    return matter.but(unfinished=items, returned_on=returned_on)


CHANGES: dict[type[Fact], Change[Rectification]] = {
    f.ProgressReported: _progress,
    f.VerifiedOnSite: _verified,
    f.LookBackRecorded: _looked_back,
}
