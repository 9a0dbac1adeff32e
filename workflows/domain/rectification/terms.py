"""Which terms of a rectification run now, and who is awaited."""

from datetime import date

from workflows.domain.authority import Seat
from workflows.domain.procedure.watching import Watch, term_of
from workflows.domain.rectification.seats import handling, leading, unit
from workflows.domain.rectification.stages import Stage
from workflows.domain.rectification.state import Rectification
from workflows.domain.term_parts import Budget
from workflows.domain.term_rules import TermRule
from workflows.domain.terms import Term
from workflows.domain.text import Text

LABELS: dict[str, Text] = {
    "rectification_plan": Text("报送整改方案", "plan of rectification"),
    "rectification": Text("完成整改", "end of rectification"),
    "rectification_redo": Text("重新整改", "renewed rectification"),
    "rectification_verification": Text("现场核查", "verification on site"),
    "rectification_write_off": Text("销号", "writing off"),
    "look_back": Text("回头看", "look-back"),
}


def node_key(number: int) -> str:
    """Return the key of the term of a node, counted from 1."""
    return f"node_{number}"


def watches(matter: Rectification, on: date) -> tuple[Watch, ...]:
    """Return the terms that should run now, the stage's own first."""
    issued, came = matter.request.issued_on, matter.since
    if matter.stage is Stage.ISSUED:
        return (_watch(matter, "rectification_plan", issued, unit(matter)), _end(matter))
    if matter.stage is Stage.PLANNED:
        return (*_nodes(matter), _end(matter))
    if came is None:
        return ()
    if matter.stage is Stage.REPORTED:
        return (_watch(matter, "rectification_verification", came, handling(matter)),)
    if matter.stage is Stage.ON_SITE_VERIFIED:
        return (_watch(matter, "rectification_write_off", came, leading(matter)),)
    if matter.stage in (Stage.WRITTEN_OFF, Stage.LOOK_BACK):
        return (_watch(matter, "look_back", came, handling(matter)),)
    return ()


def _watch(matter: Rectification, key: str, anchor: date, seat: Seat) -> Watch:
    rule = matter.rules.terms[key]
    return Watch(LABELS[key], term_of(key, rule, anchor), rule.ladder, seat)


def _end(matter: Rectification) -> Watch:
    """Return the end: the last node after the letter, or the term for doing it again."""
    if matter.returned_on is not None:
        return _watch(matter, "rectification_redo", matter.returned_on, unit(matter))
    rule = matter.rules.terms["rectification"]
    months = matter.rules.rectification.node_months[-1]
    return _of_months(matter, "rectification", LABELS["rectification"], months, rule)


def _nodes(matter: Rectification) -> tuple[Watch, ...]:
    """Return the nodes before the end that have no report yet."""
    rule, done = matter.rules.terms["rectification"], matter.nodes_reported
    return tuple(
        _of_months(
            matter,
            node_key(number),
            Text(f"第{number}个节点报告", f"report at node {number}"),
            months,
            rule,
        )
        for number, months in enumerate(matter.nodes_left, start=done + 1)
    )


def _of_months(matter: Rectification, key: str, label: Text, months: int, rule: TermRule) -> Watch:
    term = Term(
        key=key,
        anchor=matter.request.issued_on,
        budget=Budget(months=months),
        basis=matter.rules.rectification.source,
        roll=rule.roll,
    )
    return Watch(label, term, rule.ladder, unit(matter))
