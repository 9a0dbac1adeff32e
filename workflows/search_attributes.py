"""The namespace's search attributes: the one list for registration, workflows and commands.

The server reads their values in clear: short words and ids only, never a person's name.
"""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from temporalio.common import SearchAttributeKey, SearchAttributeUpdate

from workflows.domain.calendars import SHANGHAI
from workflows.domain.lifecycle import Decider, S, Standing

CASE_NUMBER = SearchAttributeKey.for_keyword("CaseNumber")
MATTER_KIND = SearchAttributeKey.for_keyword("MatterKind")
STAGE = SearchAttributeKey.for_keyword("Stage")
DUE_AT = SearchAttributeKey.for_datetime("DueAt")
ORGAN = SearchAttributeKey.for_keyword("Organ")
OFFICER = SearchAttributeKey.for_keyword("Officer")
AWAITED_ROLE = SearchAttributeKey.for_keyword("AwaitedRole")
RULE_PACK = SearchAttributeKey.for_keyword("RulePack")
IMPACT_END = SearchAttributeKey.for_datetime("ImpactEnd")
TAGS = SearchAttributeKey.for_keyword_list("Tags")
RELATED = SearchAttributeKey.for_keyword_list("Related")

ALL = (
    CASE_NUMBER,
    MATTER_KIND,
    STAGE,
    DUE_AT,
    ORGAN,
    OFFICER,
    AWAITED_ROLE,
    RULE_PACK,
    IMPACT_END,
    TAGS,
    RELATED,
)

MOST_RELATED = 40
"""So many related matters fit into the 2 kB that the server takes, and it ends a matter that sends
more. A case with more follow-ups than that is found from each of them."""


def attributes_of(decider: Decider[S], state: S) -> list[SearchAttributeUpdate[Any]]:
    """Return the columns of a matter as it stands."""
    standing = decider.standing(state)
    related = list(standing.related[:MOST_RELATED])
    due = min(_dues(decider, state), default=None)
    awaited = standing.work_items[0].role.value if standing.work_items else None
    return [
        CASE_NUMBER.value_set(state.number),
        MATTER_KIND.value_set(decider.kind),
        STAGE.value_set(standing.shown),
        DUE_AT.value_set(due) if due else DUE_AT.value_unset(),
        ORGAN.value_set(standing.organ),
        AWAITED_ROLE.value_set(awaited) if awaited else AWAITED_ROLE.value_unset(),
        RULE_PACK.value_set(state.pack.label),
        TAGS.value_set(list(standing.tags)) if standing.tags else TAGS.value_unset(),
        RELATED.value_set(related) if related else RELATED.value_unset(),
        *_impact_end(standing),
    ]


def _dues(decider: Decider[S], state: S) -> Iterator[datetime]:
    """Yield the moments at which duties are due; that a period runs out is nobody's work."""
    for deadline in decider.deadlines(state):
        moment = deadline.term.due_at(state.calendar)
        if moment is not None and deadline.ended_on is None and not deadline.period:
            yield moment


def _impact_end(standing: Standing) -> list[SearchAttributeUpdate[Any]]:
    """Return when the impact period is over; kinds without such periods never name it."""
    if standing.impact_end is None:
        return []
    return [IMPACT_END.value_set(datetime.combine(standing.impact_end, time(), tzinfo=SHANGHAI))]
