"""Approvals link by link (G7): who is next, who is through, and what a new one changes."""

from workflows.domain.accountability.state import AccountabilityCase, Approvals
from workflows.domain.accountability_rules.process import ApprovalLink
from workflows.domain.lifecycle import Event


def decision_links(matter: AccountabilityCase) -> tuple[ApprovalLink, ...]:
    """Return who proposes and who decides: the chain, or the body of a lesser measure (Art. 18)."""
    rules = matter.rules
    chain = rules.approvals["DECISION"].links
    codes = matter.proposed_measures
    if not codes:
        return chain
    gravest = max((rules.measures[code] for code in codes), key=lambda rule: rule.severity)
    named = rules.decisions[gravest.nature]
    if named.body is chain[-1].role:
        return chain
    links = (named.proposed_by, named.body)
    return tuple(ApprovalLink(role=role, source=named.source, mark=named.mark) for role in links)


def links_of(matter: AccountabilityCase, chain: str) -> tuple[ApprovalLink, ...]:
    """Return the links of an approval in order."""
    if chain == "DECISION":
        return decision_links(matter)
    return matter.rules.approvals[chain].links


def next_link(matter: AccountabilityCase, chain: str) -> ApprovalLink | None:
    """Return the link that approves next; None if the chain is through."""
    links, done = links_of(matter, chain), len(matter.approved(chain).by)
    return links[done] if done < len(links) else None


def is_through(matter: AccountabilityCase, chain: str) -> bool:
    """Say whether every link of a chain has approved."""
    return bool(matter.approved(chain).proposed_by) and next_link(matter, chain) is None


def proposed(matter: AccountabilityCase, chain: str, event: Event) -> AccountabilityCase:
    """Return the case with an approval that begins anew."""
    begun = Approvals(proposed_by=event.actor.officer)
    return matter.but(approvals={**matter.approvals, chain: begun})


def approved(matter: AccountabilityCase, chain: str, event: Event) -> AccountabilityCase:
    """Return the case with one more approval of a chain."""
    so_far = matter.approved(chain)
    more = so_far.but(by=(*so_far.by, event.actor.officer))
    return matter.but(approvals={**matter.approvals, chain: more})


def anew(matter: AccountabilityCase, chain: str) -> AccountabilityCase:
    """Return the case with a proposal back at its first link, as it covers somebody new."""
    if chain not in matter.approvals:
        return matter
    unseen = matter.approved(chain).but(by=())
    return matter.but(approvals={**matter.approvals, chain: unseen})
