"""What a case should make people think of (rulebook 3.5 G1, G9): shown, never in the way."""

from collections.abc import Callable
from dataclasses import dataclass

from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.subjects import Outcome
from workflows.domain.text import Text

Case = AccountabilityCase


@dataclass(frozen=True, slots=True)
class Caution:
    """One warning in words, and the entry of the pack that asks for it."""

    words: Text
    source: str


def warnings(matter: Case) -> tuple[Caution, ...]:
    """Return the warnings that the pack asks for and that hold now."""
    options = matter.rules.options
    return tuple(
        Caution(words, options[option].source)
        for option, (holds, words) in WARNINGS.items()
        if options[option].value and holds(matter)
    )


def _instead_of_rectification(matter: Case) -> bool:
    """Say whether somebody is held accountable while nothing is to be put right."""
    pursued = any(file.outcome is Outcome.MEASURES for file in matter.files)
    return pursued and not matter.rectifications


def _execution_only(matter: Case) -> bool:
    """Say whether all who were weighed only carried out what others had decided."""
    weighed = [set(file.weighing.liabilities) for file in matter.pursued if file.weighing]
    executed = all("EXECUTION_LAYER" in codes for codes in weighed)
    return bool(weighed) and executed and not any("DECISION_LAYER" in codes for codes in weighed)


WARNINGS: dict[str, tuple[Callable[[Case], bool], Text]] = {
    "warn_instead_of_rectification": (
        _instead_of_rectification,
        Text(
            "已决定问责而没有整改事项：请核对是否以问责代替管理和整改。",
            "Somebody is held accountable and nothing is to be put right: see that accountability "
            "does not replace rectification.",
        ),
    ),
    "warn_execution_only": (
        _execution_only,
        Text(
            "只追究了执行层：请核查决策层的责任。",
            "Only those who executed are pursued: look at those who decided.",
        ),
    ),
}
"""By option of the pack: when it warns, and how."""
