"""Questions that several checks of a case ask: known subjects, known codes, independence."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.subject_files import SubjectFile
from workflows.domain.authority import check_independent
from workflows.domain.lifecycle import Rejected
from workflows.domain.procedure.steps import Check
from workflows.domain.refusals import refuse

Case = AccountabilityCase


def known_file(matter: Case, ref: str, field: str = "subject") -> SubjectFile:
    """Return the file of a subject; refuse one that the case does not have."""
    file = matter.file(ref)
    if file is None:
        known = "、".join(each.ref for each in matter.files) or "—"
        raise refuse(
            "3.11",
            f"{field}：本案没有对象 {ref}，现有：{known}。",
            f"{field}: the case has no subject {ref}; there are: {known}.",
        )
    return file


def pursued_file(matter: Case, ref: str) -> SubjectFile:
    """Return the file of a subject that may still be held accountable."""
    file = known_file(matter, ref)
    if not file.pursued:
        raise _no_subject_any_more(ref)
    return file


def constituted_file(matter: Case, ref: str) -> SubjectFile:
    """Return the file of a subject that is liable, or was so but for its objection (A17)."""
    file = known_file(matter, ref)
    if not file.can_be_liable:
        raise _no_subject_any_more(ref)
    return file


def _no_subject_any_more(ref: str) -> Rejected:
    return refuse(
        "3.5 G3",
        f"subject：{ref} 已认定不承担责任，不再作为问责对象。",
        f"subject: {ref} was found not liable and is no subject any more.",
    )


def check_codes(given: Iterable[str], known: Collection[str], field: str, part: str) -> None:
    """Refuse a code that the part of the pack does not have."""
    for code in given:
        if code not in known:
            raise refuse(
                "0.1",
                f"{field}：规则包没有 {code}。可用：{'、'.join(known)}。",
                f"{field}: the rule pack has no {code} in {part}. There are: {', '.join(known)}.",
            )


def check_once(given: Collection[str], field: str) -> None:
    """Refuse a list in which something comes twice."""
    if len(set(given)) != len(given):
        raise refuse("3.11", f"{field}：每项只写一次。", f"{field}: each of them once.")


def check_points(matter: Case, given: Collection[str], field: str) -> None:
    """Refuse points that verification does not know."""
    known = {point.id for point in matter.verification.points} if matter.verification else set()
    for point in given:
        if point not in known:
            raise refuse(
                "2.3",
                f"{field}：核实结果中没有问题 {point}。",
                f"{field}: verification has no point {point}.",
            )


def check_no_demand(matter: Case, command: Any, today: date) -> None:
    """Refuse a step that rests on a result that somebody fixed beforehand (must-not no. 2)."""
    if command.rests_on_demand:
        raise refuse(
            "3.5 G1",
            "rests_on_demand：不得“戴帽”问责：批示、交办只是线索，以核实的事实为依据另行提出。",
            "rests_on_demand: a result fixed by others is only a lead; rest it on verified facts.",
        )


def approves(chain: str) -> Check[Any]:
    """Return the check that an approval was asked for, by somebody else."""

    def check(matter: Case, command: Any, today: date) -> None:
        approval = matter.approved(chain)
        if not approval.proposed_by:
            raise refuse(
                "3.5 G7",
                "还没有提请审批：先由承办部门提出。",
                "Nothing was proposed yet: the undertaking department proposes first.",
            )
        independent(chain)(matter, command, today)

    return check


def independent(chain: str) -> Check[Any]:
    """Return the check that who acts neither proposed it nor took a step of its chain."""

    def check(matter: Case, command: Any, today: date) -> None:
        approval = matter.approved(chain)
        one_step = matter.rules.options["one_officer_one_step"].value
        check_independent(
            command.actor, approval.proposed_by or None, approval.by, one_step=one_step
        )

    return check


def check_other_case(matter: Case, case: str | None, declined: str | None, rule: str) -> None:
    """Refuse an answer that names neither another case nor the reasons against one, or both."""
    if (case is None) == (declined is None) or case == matter.number:
        raise refuse(
            rule,
            "写另立案件的编号（case，不是本案），或者写明不另立的理由（declined）。",
            "Give the number of the other case (case), or why there is none (declined).",
        )
