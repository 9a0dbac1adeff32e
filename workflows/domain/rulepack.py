"""A rule pack: every number, chain and list that differs between jurisdictions, each with a source.

A pack is data that a rules office reads and reviews (`rulepacks/*.toml`). The matter carries the
pack it was opened under, whole, so that a later version never changes a matter under way.
"""

from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.canonical import digest
from workflows.domain.deadlines import Ladder
from workflows.domain.document_rules import DocumentRules
from workflows.domain.notice_rules import NoticeRules
from workflows.domain.roles import Role
from workflows.domain.sourced import Rule, Source
from workflows.domain.term_rules import Option, TermRule


class ChainStep(Rule):
    """One approval: at which stage, by which role, of the handling or the approving organ."""

    step: Literal["COLLECTIVE_STUDY", "PRINCIPAL_REVIEW", "AWAITING_APPROVAL"]
    role: Role
    organ: Literal["handling", "approving"] = "handling"
    raised_to: Role | None = None
    raised_when: tuple[
        Literal["full_position", "public_method", "large_social_effect", "situation_7"], ...
    ] = ()

    @model_validator(mode="after")
    def _raised_both(self) -> "ChainStep":
        if (self.raised_to is None) != (not self.raised_when):
            raise ValueError("raised_to and raised_when belong together")
        return self


class NoticeRule(Rule):
    """Whom to inform, and when that is required; an empty `when` means always."""

    to: Role
    when: tuple[Literal["full_position", "public_method", "large_social_effect"], ...] = ()


OFFICE_ROLES = frozenset(
    {
        Role.UNDERTAKING_DEPARTMENT,
        Role.DEPARTMENT_PRINCIPAL,
        Role.PRINCIPAL,
        Role.LEADER_IN_CHARGE,
        Role.COMMISSION_SECRETARY,
    }
)
"""Roles that may take a step of a chain; the others are addressees."""
STEP_ORDER = ("COLLECTIVE_STUDY", "PRINCIPAL_REVIEW", "AWAITING_APPROVAL")


class RouteRule(Rule):
    """The organisational route: who approves in which order, who is told before and after."""

    chain: tuple[ChainStep, ...]
    approving_organ: bool
    """Whether the last word is with another organ than the handling one."""
    prior_notice: NoticeRule | None = None
    post_notice: NoticeRule | None = None

    @model_validator(mode="after")
    def _chain_is_possible(self) -> "RouteRule":
        steps = [STEP_ORDER.index(link.step) for link in self.chain]
        if steps != sorted(set(steps)):
            raise ValueError("chain: each step once, in the order " + " → ".join(STEP_ORDER))
        if not self.chain or self.chain[-1].step != "AWAITING_APPROVAL":
            raise ValueError("chain: the last step must be AWAITING_APPROVAL")
        seats = [(link.role, link.organ) for link in self.chain]
        if len(seats) != len(set(seats)):
            raise ValueError("chain: one role cannot take two steps (separation of duties)")
        if any(link.organ == "approving" for link in self.chain[:-1]):
            raise ValueError("chain: only the last step can be with the approving organ")
        if self.approving_organ != (self.chain[-1].organ == "approving"):
            raise ValueError("chain: approving_organ and the organ of the last step disagree")
        roles = {role for link in self.chain for role in (link.role, link.raised_to) if role}
        if outside := sorted(roles - OFFICE_ROLES):
            raise ValueError(f"chain: {', '.join(outside)} holds no office that approves")
        return self


class MethodRule(Rule):
    """When a method may be used, what must be on file, and whether it is public."""

    condition: Literal["none", "adverse_effect_in_range", "situation_1_in_area", "public_opinion"]
    documents: tuple[str, ...] = Field(min_length=1)
    public: Literal["never", "always", "with_outsiders"]
    with_letter: bool = False
    """Whether a letter must go with it."""


class SituationRule(Rule):
    """One of the situations that call for clarification."""

    zh: str
    en: str
    higher_approval: bool = False


class Supervisor(Rule):
    """Who is told when the effect of a clarification lingers."""

    role: Role


class ClarificationRules(BaseModel):
    """Everything of the clarification procedure that a jurisdiction may set."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    terms: dict[str, TermRule]
    ladders: dict[str, Ladder]
    routes: dict[str, RouteRule]
    methods: dict[str, MethodRule]
    situations: dict[str, SituationRule]
    options: dict[str, Option]
    supervisor: Supervisor

    @model_validator(mode="after")
    def _is_complete(self) -> "ClarificationRules":
        for part, wanted in WANTED.items():
            given = set(getattr(self, part))
            if missing := wanted - given:
                raise ValueError(f"{part}: {', '.join(sorted(missing))} is missing")
            if unknown := given - wanted:
                raise ValueError(f"{part}: {', '.join(sorted(unknown))} is unknown")
        for key, term in self.terms.items():
            if term.ladder not in self.ladders:
                raise ValueError(f"terms.{key}.ladder: there is no ladder {term.ladder!r}")
        return self


WANTED: dict[str, frozenset[str]] = {
    "terms": frozenset(
        {"evaluation", "approval", "implementation", "post_notice", "reply", "follow_up"}
    ),
    "routes": frozenset({"ORGAN", "DISPATCHED", "TOWNSHIP", "SOE_INSTITUTION"}),
    "methods": frozenset({"WRITTEN", "FACE_TO_FACE", "MEETING", "CIRCULAR", "MEDIA"}),
    "situations": frozenset(
        {
            "ELECTION_OR_SELECTION_AFFECTED",
            "RIGHTS_OR_LIFE_HARMED",
            "PUBLIC_OR_LOCAL_ADVERSE_EFFECT",
            "MOSTLY_OR_MAINLY_UNTRUE",
            "REPEATED_AFTER_CONCLUSION",
            "FALSE_ACCUSATION_VICTIM",
            "OTHER_NECESSARY",
        }
    ),
    "options": frozenset(
        {"partly_true_needs_situation_4", "countersign_not_start", "one_officer_one_step"}
    ),
}
"""The entries that each part of the clarification rules must have, no more and no fewer."""


LATER_PARTS = ("accountability", "notices", "documents")
"""The parts of a pack that did not exist from the beginning."""


class RulePack(BaseModel):
    """A named, dated set of rules with its version."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    version: str = Field(pattern=r"^\d+(\.\d+)*$")
    title_zh: str
    title_en: str
    effective_from: date
    source: Source
    clarification: ClarificationRules | None = None
    accountability: AccountabilityRules | None = None
    notices: NoticeRules | None = None
    """Without it notices go out at once, to whoever holds the role."""
    documents: DocumentRules | None = None
    """Without it no document is made here; the office numbers its papers elsewhere."""

    @cached_property
    def hash(self) -> str:
        """Return the digest of the pack's content: two packs with one hash say the same.

        A part that came later and is not in the pack leaves no trace: older packs keep their hash.
        """
        later = {name for name in LATER_PARTS if getattr(self, name) is None}
        return digest(self.model_dump(mode="json", exclude=later))

    @property
    def label(self) -> str:
        """Return the short name of the Temporal UI: `xuchang-2023@1`."""
        return f"{self.id}@{self.version}"
