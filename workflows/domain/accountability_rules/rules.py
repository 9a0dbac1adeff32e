"""Everything of the accountability case that a jurisdiction may set, and what must be there."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, model_validator

from workflows.domain.accountability_rules.aftercare import (
    ArchiveRule,
    ProbationRules,
    PublicationRules,
    RectificationRules,
    ReinstatementRules,
    RevisitRules,
)
from workflows.domain.accountability_rules.appeals import AppealRoute
from workflows.domain.accountability_rules.charging import ChargeRule, SubjectRule, TriggerRule
from workflows.domain.accountability_rules.codes import Fault
from workflows.domain.accountability_rules.factors import (
    Calculator,
    CauseRule,
    FactorRule,
    HarmRule,
    Leaning,
    LiabilityRule,
    ToleranceRules,
)
from workflows.domain.accountability_rules.impact import ImpactRules
from workflows.domain.accountability_rules.measures import MeasureRule
from workflows.domain.accountability_rules.named import Named
from workflows.domain.accountability_rules.process import (
    ApprovalChain,
    ChannelRule,
    DecisionRule,
    Elevation,
    FourMusts,
    TriageRule,
)
from workflows.domain.accountability_rules.wanted import WANTED
from workflows.domain.deadlines import Ladder
from workflows.domain.term_rules import Option, TermRule


class AccountabilityRules(BaseModel):
    """The rules of the accountability case; every entry names its source."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    terms: dict[str, TermRule]
    ladders: dict[str, Ladder]
    channels: dict[str, ChannelRule]
    triage: dict[str, TriageRule]
    subjects: dict[str, SubjectRule]
    charges: dict[str, ChargeRule]
    triggers: dict[str, TriggerRule]
    measures: dict[str, MeasureRule]
    impact: ImpactRules
    factors: dict[str, FactorRule]
    liabilities: dict[str, LiabilityRule]
    causes: dict[str, CauseRule]
    harms: dict[str, HarmRule]
    faults: dict[Fault, Leaning]
    variables: dict[str, Leaning]
    calculator: Calculator
    tolerance: ToleranceRules
    traits: dict[str, Named]
    four_musts: FourMusts
    approvals: dict[str, ApprovalChain]
    elevation: dict[str, Elevation]
    decisions: dict[str, DecisionRule]
    publication: PublicationRules
    archives: dict[str, ArchiveRule]
    rectification: RectificationRules
    revisits: RevisitRules
    reinstatement: ReinstatementRules
    probation: ProbationRules
    appeals: dict[str, AppealRoute]
    issues: dict[str, Named]
    options: dict[str, Option]

    @model_validator(mode="after")
    def _is_complete(self) -> "AccountabilityRules":
        for part in type(self).model_fields:
            if getattr(self, part) == {}:
                raise ValueError(f"{part}: at least one entry is needed")
        for part, wanted in WANTED.items():
            given = set(getattr(self, part))
            if missing := wanted - given:
                raise ValueError(f"{part}: {', '.join(sorted(missing))} is missing")
            if unknown := given - wanted:
                raise ValueError(f"{part}: {', '.join(sorted(unknown))} is unknown")
        return self

    @model_validator(mode="after")
    def _names_what_is_there(self) -> "AccountabilityRules":
        for place, named, part in self._names():
            if named not in getattr(self, part):
                raise ValueError(f"{place}: there is no {named!r} in {part}")
        return self

    @model_validator(mode="after")
    def _ends_with_the_last_node(self) -> "AccountabilityRules":
        if self.rectification.node_months[-1] != self.terms["rectification"].months:
            raise ValueError("rectification: the last of node_months is the end of its term")
        return self

    def _names(self) -> Iterator[tuple[str, str, str]]:
        """Yield each place that names an entry of another part: place, name, part."""
        for place, term in self._terms():
            yield f"{place}.ladder", term.ladder, "ladders"
        yield "probation.ladder", self.probation.ladder, "ladders"
        yield "impact", "impact", "ladders"
        yield "impact", "period", "ladders"
        for code, charge in self.charges.items():
            for name in charge.subjects:
                yield f"charges.{code}.subjects", name, "subjects"
            for name in charge.imports:
                yield f"charges.{code}.imports", name, "charges"
        for code, measure in self.measures.items():
            if measure.without_party_post:
                place = f"measures.{code}.without_party_post"
                yield place, measure.without_party_post, "measures"
        for code, elevation in self.elevation.items():
            for name, trigger in elevation.triggers.items():
                place = f"elevation.{code}.triggers.{name}"
                yield from ((f"{place}.traits", trait, "traits") for trait in trigger.traits)
                yield from ((f"{place}.measures", one, "measures") for one in trigger.measures)

    def _terms(self) -> Iterator[tuple[str, TermRule]]:
        for key, term in self.terms.items():
            yield f"terms.{key}", term
        for code, route in self.appeals.items():
            for at, step in (("first", route.first), ("second", route.second)):
                for name in ("window", "decision", "extension") if step else ():
                    if rule := getattr(step, name):
                        yield f"appeals.{code}.{at}.{name}", rule
