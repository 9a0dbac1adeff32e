"""The gates of an accountability case (rulebook 3.5): what each still lacks, and what it guards.

A command whose fact a closed gate guards is refused with everything that is missing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from workflows.domain.accountability import requirements_of_inquiry as inquiry
from workflows.domain.accountability import requirements_of_opinion as opinion
from workflows.domain.accountability.missing import Missing, listed
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.procedure.steps import Check
from workflows.domain.refusals import refuse
from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate: its rule, its name, what it asks for, and the facts that it lets pass."""

    rule: str
    label: Text
    missing: Callable[[AccountabilityCase], tuple[Missing, ...]]
    guards: tuple[str, ...]
    """Empty where the table itself leaves no other way: the gate is then only shown."""


START, OPINION, SUBMIT = "start_approved", "opinion_drafted", "opinion_submitted"
CONSULTED, PROPOSED, DECIDED = "consulted", "decision_proposed", "decided"
PUBLISHED = "published"

GATES: tuple[Gate, ...] = (
    Gate(
        "3.5 G1",
        Text("四个不得：先核实", "must-nots: verified facts"),
        inquiry.verified_facts,
        ("start_proposed", START, OPINION),
    ),
    Gate("S037", Text("职责依据", "basis of duty"), inquiry.duty_basis, (START,)),
    Gate(
        "A04",
        Text("凡问四必（启动前）", "four musts, before the start"),
        inquiry.four_musts_at_start,
        (START,),
    ),
    Gate("3.5 G2", Text("凡问四必", "four musts"), inquiry.four_musts, (OPINION,)),
    Gate("3.5 G3", Text("责任构成", "constitution of liability"), inquiry.constitution, (OPINION,)),
    Gate("3.5 G4", Text("容错评估", "tolerance"), inquiry.tolerance, (OPINION,)),
    Gate("3.5 G5", Text("专业评估", "expert report"), inquiry.expert_report, (OPINION, DECIDED)),
    Gate("3.14 T1", Text("事实材料见面", "facts meeting"), inquiry.facts_meeting, (OPINION,)),
    Gate("3.5 G8", Text("领导责任区分", "leadership split"), opinion.leadership, (OPINION,)),
    Gate("3.5 G9", Text("决策层审查", "decision layer"), opinion.decision_layer, (OPINION,)),
    Gate(
        "3.5 G11",
        Text("情形和后果", "situations and their consequences"),
        opinion.consequences,
        (OPINION,),
    ),
    Gate("3.5 G6", Text("慎用较重处理", "heavy measures"), opinion.heavy_measures, (SUBMIT,)),
    Gate(
        "3.5 G7",
        Text("启动审批", "approval of the start"),
        opinion.start_approval,
        (OPINION,),
    ),
    Gate(
        "3.5 G7",
        Text("调查审批", "approval of the opinion"),
        opinion.investigation_approval,
        (SUBMIT,),
    ),
    Gate("S104", Text("涉案人员", "persons involved"), opinion.involved, (SUBMIT,)),
    Gate("3.4", Text("审理把关", "adjudication check"), opinion.adjudication, (CONSULTED,)),
    Gate("3.6", Text("提级备案和审核", "elevated filing and review"), opinion.elevated, ()),
    Gate(
        "3.5 G7",
        Text("决定审批", "proposal of the decision"),
        opinion.decision_approval,
        (DECIDED,),
    ),
    Gate("3.5 G10", Text("公开审核", "publication review"), opinion.publication, (PUBLISHED,)),
)


def gates(matter: AccountabilityCase) -> tuple[tuple[Gate, tuple[Missing, ...]], ...]:
    """Return every gate with what it still lacks; an empty list means that it is open."""
    return tuple((gate, gate.missing(matter)) for gate in GATES)


def passes(fact: str) -> Check[Any]:
    """Return the check that every gate that guards a fact is open."""
    guarding = [gate for gate in GATES if fact in gate.guards]

    def check(matter: AccountabilityCase, command: Any, today: date) -> None:
        for gate in guarding:
            missing = gate.missing(matter)
            if missing:
                words = listed(missing)
                raise refuse(
                    gate.rule,
                    f"{gate.label.zh}未完成，尚缺：{words.zh}。",
                    f"{gate.label.en}: still missing: {words.en}.",
                )

    return check
