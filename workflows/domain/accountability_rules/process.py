"""From intake to decision: channels, triage, four musts, approvals, elevation, deciding body."""

from typing import Literal

from pydantic import Field, model_validator

from workflows.domain.accountability_rules.codes import Nature
from workflows.domain.accountability_rules.named import Named
from workflows.domain.roles import Role
from workflows.domain.sourced import Rule

Organ = Literal["handling", "deciding", "upper"]


class ChannelRule(Named):
    """Where a lead comes from."""

    may_demand: bool = False
    """Whether it often asks for accountability: such a demand is a lead and nothing more."""


class TriageRule(Named):
    """An outcome of triage."""

    ends: bool
    """Whether the case has nothing further to do but what the outcome itself asks for."""


class FourMusts(Rule):
    """Where the four musts are a hard gate: before the opinion, or literally at the start (A04)."""

    position: Literal["OPINION", "INITIATION"]


class ApprovalLink(Rule):
    """One approval of a chain."""

    role: Role
    organ: Organ = "handling"


class ApprovalChain(Rule):
    """Who approves in which order (G7); the last one decides."""

    links: tuple[ApprovalLink, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_seat_one_step(self) -> "ApprovalChain":
        seats = [(link.role, link.organ) for link in self.links]
        if len(seats) != len(set(seats)):
            raise ValueError("links: one role cannot take two steps (separation of duties)")
        return self


class DecisionRule(Rule):
    """Who decides on measures of one nature, on whose proposal, and who carries them out."""

    body: Role
    proposed_by: Role
    carried_out_by: Role


class ElevatedTrigger(Rule):
    """What must go to the upper organ; any of its grounds is enough (A13)."""

    zh: str
    en: str
    applies: bool
    """Off: the practice of another place, kept for those who want the union (A26)."""
    every_case: bool = False
    traits: tuple[str, ...] = ()
    natures: tuple[Nature, ...] = ()
    measures: tuple[str, ...] = ()
    heavy: bool = False


class Elevation(Rule):
    """Elevated filing or elevated review (rulebook 3.6)."""

    to: Role
    triggers: dict[str, ElevatedTrigger]
