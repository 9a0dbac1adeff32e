"""On what the decision on a subject rests: its conduct, the articles and its liability."""

from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.subject_files import SubjectFile
from workflows.domain.accountability_rules.named import Named
from workflows.domain.follow_up.particulars import Grounds


def charges(matter: AccountabilityCase, file: SubjectFile) -> list[str]:
    """Return what a subject is charged with, each with its article."""
    known = {**matter.rules.charges, **matter.rules.triggers}
    charged = file.charging.charges if file.charging else ()
    return [as_charged(known[one.code]) for one in charged]


def as_charged(rule: Named) -> str:
    """Return an article and its situation; what a pack remarks on its source stays in the pack."""
    return f"{rule.source.partition('；')[0]}：{rule.zh}"


def liability(matter: AccountabilityCase, file: SubjectFile) -> str | None:
    """Return the liabilities of a subject by name; None before they are weighed."""
    codes = file.weighing.liabilities if file.weighing else ()
    return "、".join(matter.rules.liabilities[code].zh for code in codes) or None


def grounds_of(matter: AccountabilityCase, file: SubjectFile) -> Grounds | None:
    """Return the grounds of the decision on a subject; None if it was charged with nothing."""
    if file.charging is None:
        return None
    return Grounds(
        facts=file.charging.conduct,
        basis=matter.pack.source,
        liability=liability(matter, file),
        charges=tuple(charges(matter, file)),
    )
