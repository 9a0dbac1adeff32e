"""What the calculator suggests for the subjects of a case (S049); a human decides."""

from workflows.domain.accountability.fitting import pack_kind, probation_result
from workflows.domain.accountability.particulars_of_opinion import Proposal, Suggested
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.subject_files import SubjectFile
from workflows.domain.accountability_rules.codes import Fault, Manner
from workflows.domain.accountability_rules.verdicts import ToleranceResult
from workflows.domain.calculator import Suggestion, Weighed, suggest

Case = AccountabilityCase
GRANTED = {
    ToleranceResult.TOLERATED_EXEMPT: Manner.EXEMPT,
    ToleranceResult.TOLERATED_REDUCED: Manner.REDUCED,
}


def suggestion(matter: Case, file: SubjectFile) -> Suggestion | None:
    """Return the suggestion for a subject; None while it is not charged and weighed."""
    if file.weighing is None or file.charging is None:
        return None
    fault = file.statement.fault if file.statement else None
    weighed = Weighed(
        kind=pack_kind(file),
        charges=tuple(charge.code for charge in file.charging.charges),
        harm=file.weighing.harm,
        liabilities=file.weighing.liabilities,
        fault=fault or Fault.NEGLIGENCE,
        cause=file.weighing.cause,
        variables=file.weighing.variables,
        factors=file.weighing.factors,
        granted=_granted(matter, file),
    )
    return suggest(matter.rules, weighed)


def _granted(matter: Case, file: SubjectFile) -> Manner | None:
    tolerated = GRANTED.get(file.tolerance.result) if file.tolerance else None
    result = probation_result(matter, file)
    passed = Manner(result) if result in ("LIGHTER", "REDUCED", "EXEMPT") else None
    return tolerated or passed


def suggested(matter: Case) -> tuple[Suggested, ...]:
    """Return the suggestions as the opinion keeps them."""
    found = ((file, suggestion(matter, file)) for file in matter.pursued)
    return tuple(
        Suggested(
            subject=file.ref,
            band=hint.band,
            manner=hint.manner,
            measures=hint.measures,
            reasons=hint.reasons,
        )
        for file, hint in found
        if hint is not None
    )


def deviates(matter: Case, file: SubjectFile, proposal: Proposal) -> bool:
    """Say whether a proposal needs a reason: it differs, or is below the ladder (A22)."""
    hint = suggestion(matter, file) if file.pursued else None
    if hint is None:
        return False
    codes = [measure.code for measure in proposal.measures]
    return proposal.band is not hint.band or hint.deviates(codes) or hint.needs_reason
