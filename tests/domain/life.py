"""One life of a clarification to test with: who usually does what, and what they usually say."""

from datetime import date, datetime
from typing import Any

import pytest

from tests.domain.parts import (
    DOCUMENTS,
    FIRST,
    HOME,
    OFFICERS,
    application,
    draft,
    noon,
    plan,
    point,
)
from workflows.domain.clarification.commands import SIGNALS, UPDATES
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.clarification.planning import addressee
from workflows.domain.clarification.seats import seat_of
from workflows.domain.clarification.state import Clarification, RunningTerm
from workflows.domain.clock_facts import NoticeUndeliverable
from workflows.domain.deadlines import Deadline
from workflows.domain.lapses import lapses
from workflows.domain.lifecycle import (
    CALENDAR,
    REGISTRY,
    Actor,
    Command,
    Document,
    Draft,
    Effects,
    Fact,
    Notice,
    Paper,
    Rejected,
    Step,
    happen,
)
from workflows.domain.paper_facts import DocumentMade
from workflows.domain.roles import Role

COMMANDS: dict[str, type[Command]] = {command.kind: command for command in (*UPDATES, *SIGNALS)}


WHO_APPROVES: dict[tuple[Role, bool], str] = {
    (Role.LEADER_IN_CHARGE, True): "qian",
    (Role.LEADER_IN_CHARGE, False): "zhao",
    (Role.COMMISSION_SECRETARY, True): "sun",
}
"""Who has the last word, by role and whether the handling organ has it itself."""


class Life:
    """One clarification with its whole history, and what its people would usually say."""

    decider = CLARIFICATION

    def __init__(self, steps: list[Step[Clarification]]) -> None:
        self.steps = steps
        self.situations: list[dict[str, Any]] = [FIRST]
        self.effect: dict[str, Any] = {}
        self.plan: dict[str, Any] = plan()

    @property
    def state(self) -> Clarification:
        return self.steps[-1].after

    @property
    def stage(self) -> str:
        return self.state.stage.value

    @property
    def facts(self) -> list[str]:
        """Return the kinds of all facts, oldest first."""
        return [step.event.fact.kind for step in self.steps]

    @property
    def notices(self) -> list[Notice]:
        return [notice for step in self.steps for notice in notices_of(step)]

    @property
    def documents(self) -> list[Document]:
        return [document for step in self.steps for document in effects_of(step).documents]

    @property
    def papers(self) -> list[Paper]:
        """Return the documents that were asked for, oldest first."""
        return [paper for step in self.steps for paper in effects_of(step).papers]

    @property
    def duties(self) -> list[str]:
        return [item.action for item in self.decider.standing(self.state).work_items]

    def do(
        self, kind: str, day: str | date, *, by: str | Actor = "", **fields: Any
    ) -> list[Step[Clarification]]:
        """Let somebody act at noon of a day, after the clock; unsaid fields are the usual ones."""
        self.wait(day)
        new = self.tried(kind, day, by=by, **fields)
        self.steps.extend(new)
        return new

    def tried(
        self, kind: str, day: str | date, *, by: str | Actor = "", **fields: Any
    ) -> list[Step[Clarification]]:
        """Return what a command would make happen, without letting it happen."""
        given = self.command(kind, day, by=by, **fields)
        drafts = self.decider.decide(self.state, given, noon(day))
        return happen(self.decider, self.state, drafts, given.actor, noon(day))

    def command(self, kind: str, day: str | date, *, by: str | Actor = "", **fields: Any) -> Any:
        actor = OFFICERS[by or self.usual_officer(kind)] if isinstance(by, str) else by
        content = {**self.usual_fields(kind, str(day)), **fields}
        return COMMANDS[kind].model_validate({"actor": actor, **content})

    def refused(
        self, kind: str, day: str | date, *, by: str | Actor = "", **fields: Any
    ) -> Rejected:
        """Return the refusal of a command, which must leave the matter as it was."""
        self.wait(day)
        before = self.state.model_dump_json()
        with pytest.raises(Rejected) as caught:
            self.tried(kind, day, by=by, **fields)
        assert self.state.model_dump_json() == before
        assert caught.value.message.zh
        assert caught.value.message.en
        return caught.value

    def wait(self, day: str | date) -> None:
        """Let the clock speak until noon of a day."""
        now = noon(day)
        for lapse in lapses(self.decider.deadlines(self.state), self.state.calendar, now):
            self.happens(lapse.fact, lapse.effective_on, now)

    def happens(self, fact: Fact, on: date, at: datetime, by: Actor = CALENDAR) -> None:
        """Let a fact of the clock, the post or the registry become true."""
        draft = Draft(fact=fact, effective_on=on)
        self.steps.extend(happen(self.decider, self.state, [draft], by, at))

    def makes(self, day: str | date) -> list[str]:
        """Let the registry make every document that is drafted, and return their numbers."""
        waiting = [paper for paper in self.state.papers if not paper.number]
        for paper in waiting:
            made = DocumentMade(
                drafted_seq=paper.seq,
                index=0,
                doc_kind=paper.doc_kind,
                number=f"某〔2026〕{paper.seq}号",
                dated=noon(day).date(),
                sha256="0" * 64,
                template="1" * 64,
                letterhead={"name": "某机关", "mark": "某"},
            )
            self.happens(made, noon(day).date(), noon(day), REGISTRY)
        return [f"某〔2026〕{paper.seq}号" for paper in waiting]

    def bounces(self, day: str, notice: str = "1/0") -> None:
        """Let the post report that a notice cannot be delivered."""
        seq, index = notice.split("/")
        fact = NoticeUndeliverable(
            notice_seq=int(seq), index=int(index), to_role=Role.APPLICANT, reason="no address"
        )
        self.happens(fact, date.fromisoformat(day), noon(day))

    def deadline(self, key: str) -> Deadline:
        """Return the running deadline with that key; AssertionError if none runs."""
        running = [d for d in self.decider.deadlines(self.state) if d.key == key and not d.ended_on]
        assert len(running) == 1, f"{key}: {len(running)} run"
        return running[0]

    def due(self, key: str = "evaluation") -> date | None:
        return self.deadline(key).due(self.state.calendar)

    def term(self, key: str = "evaluation") -> RunningTerm | None:
        return self.state.running(key)

    def usual_officer(self, kind: str) -> str:
        organ = self.state.route.chain[-1].organ == "handling"
        if kind == "review":
            return "chen" if organ else "wang"
        if kind in ("approve", "reject", "countersign"):
            return WHO_APPROVES[seat_of(self.state, "approve").roles[0], organ]
        if kind == "return_opinion" and self.stage == "AWAITING_APPROVAL":
            return self.usual_officer("approve")
        if kind == "return_opinion" and self.stage == "PRINCIPAL_REVIEW":
            return self.usual_officer("review")
        return "li"

    def usual_fields(self, kind: str, day: str) -> dict[str, Any]:
        state = self.state
        if kind == "hear_opinion":
            to = addressee(state, state.route.prior_notice) if state.route.prior_notice else "none"
            return {"informed": to, "informed_on": day, "view": "AGREES"}
        if kind == "give_post_notice":
            to = addressee(state, state.route.post_notice) if state.route.post_notice else "none"
            return {"informed": to, "informed_on": day}
        if kind == "carry_out":
            return self._execution(day)
        if kind == "draft_document":
            return self._draft()
        if kind == "give_opinion":
            return self._opinion()
        open_leads = [lead.reference for lead in state.open_leads]
        usual: dict[str, dict[str, Any]] = {
            "screen": {"situations": {"held": self.situations}},
            "close_other_lead": {
                "lead": (*open_leads, "L-9")[0],
                "closed_on": day,
                "result": "UNSUBSTANTIATED",
            },
            "countersign": {"agrees": True, "reasons": "同意"},
            "record_study": {
                "minutes": {"kind": "minutes", "number": "M-1"},
                "participants": ["li", "wu"],
            },
            "return_opinion": {"reasons": "请补充"},
            "reject": {"reasons": "不宜澄清"},
            "serve_reply": {
                "document": {"kind": "reply", "number": (*state.numbers_of("reply"), "R-1")[0]},
                "served_on": day,
            },
            "follow_up_effect": {"restored": True, "findings": "影响已消除"},
            "withdraw_application": {"reference": "W-1", "received_on": day},
            "record_objection": {"method": "CIRCULAR", "reasons": "不愿公开"},
            "recuse_officer": {"officer": "wu", "reasons": "近亲属"},
            "settle_notice": {"notice": "1/0", "how": "当面告知"},
            "complete_materials": {"completed_on": day},
            "record_verification": {
                "ended_on": str(self.state.verification.ended_on or day),
                "points": [point(main=True)],
            },
            "apply": {"application": application(day)},
            "register_lead": {"lead": "L-1", "registered_on": day},
            "note_false_accusation": {"lead": "FA-2", "noted_on": day},
        }
        return usual.get(kind, {})

    def _opinion(self) -> dict[str, Any]:
        return {
            "start": True,
            "factors": {"INTEGRITY": "内部评价"},
            "reasons": "具备情形",
            "situations_upheld": self.state.situations.codes,
            "effect": self.effect,
            "plan": self.plan,
        }

    def _next_method(self) -> str:
        planned = self.state.plan.methods if self.state.plan else ()
        done = {execution.method for execution in self.state.done}
        return (*(p.method.value for p in planned if p.method not in done), "WRITTEN")[0]

    def _draft(self) -> dict[str, Any]:
        here = {"PRIOR_NOTICE": "prior_notice", "POST_NOTICE": "post_notice"}
        if self.stage in here:
            return {"doc_kind": here[self.stage]}
        if self.stage == "IMPLEMENTING":
            return draft(self._next_method())
        return {"doc_kind": "reply", "reasons": "经核查，不具备澄清的情形。"}

    def _execution(self, day: str) -> dict[str, Any]:
        method = self._next_method()
        kind = DOCUMENTS[method]
        number = (*self.state.numbers_of(kind), f"D-{method}")[0]
        return {
            "method": method,
            "document": {"kind": kind, "number": number},
            "points": self.state.plan.points if self.state.plan else ("P1",),
            "clarifying_organ": HOME,
            "clarified_on": day,
            "confirmation": {"kind": "receipt", "number": f"R-{method}"},
        }


def effects_of(step: Step[Clarification]) -> Effects:
    return CLARIFICATION.effects(step.before, step.after, step.event)


def notices_of(step: Step[Clarification]) -> tuple[Notice, ...]:
    return effects_of(step).notices
