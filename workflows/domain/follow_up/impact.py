"""What the decision bars, until when, and what it barred before it was corrected (3.10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workflows.domain.accountability_rules.codes import RestrictionKind
from workflows.domain.consequences.eligibility import eligible
from workflows.domain.consequences.reckoning import consequences
from workflows.domain.consequences.values import (
    Consequences,
    Eligibility,
    Imposed,
    Imposition,
    Restriction,
)
from workflows.domain.follow_up.on_file import CorrectionOnFile, MeasureOnFile
from workflows.domain.follow_up.state import FollowUp


@dataclass(frozen=True, slots=True)
class Superseded:
    """A restriction as it stood until a correction replaced it."""

    restriction: Restriction
    correction: CorrectionOnFile


def reckoned(matter: FollowUp) -> FollowUp:
    """Return the matter with what follows from the measures that stand; raises `Rejected`.

    Whether the impact period is over is for the clock to say again.
    """
    return matter.but(
        consequences=following_from(matter, matter.standing_measures),
        periods_over=tuple(key for key in matter.periods_over if key != "impact"),
    )


def superseded(matter: FollowUp) -> tuple[Superseded, ...]:
    """Return the restrictions of the decision as it was before each correction, oldest first."""
    return tuple(
        Superseded(restriction, correction)
        for correction in matter.corrections
        for restriction in following_from(matter, correction.replaced).restrictions
    )


def eligibility(matter: FollowUp, kind: RestrictionKind, on: date) -> Eligibility:
    """Say whether a restriction of that kind bars the subject on a day in Shanghai."""
    return eligible(matter.consequences.restrictions, kind, on)


def following_from(matter: FollowUp, measures: Sequence[MeasureOnFile]) -> Consequences:
    """Return what would follow from these measures; raises `Rejected` for impossible ones."""
    imposition = Imposition(
        decided_on=matter.decided_on,
        measures=tuple(map(_imposed, measures)),
        running=matter.request.earlier,
        holds_party_post=matter.request.subject.holds_party_post,
    )
    return consequences(imposition, matter.rules, matter.calendar)


def _imposed(each: MeasureOnFile) -> Imposed:
    return Imposed(
        measure=each.measure.code,
        effective_on=each.measure.effective_on,
        months=each.measure.months,
        rights_restored_on=each.restored_on,
    )
