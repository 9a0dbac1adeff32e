"""Who may be held accountable and for what: subject classes, charges, triggers (Art. 6-10)."""

from pydantic import Field

from workflows.domain.accountability_rules.codes import SubjectKind
from workflows.domain.accountability_rules.named import Named


class SubjectRule(Named):
    """A class of subject, such as the principal of a Party committee."""

    kind: SubjectKind


class ChargeRule(Named):
    """A coded situation. `result_*` is the consequence phrase that must be established (G11)."""

    article: str
    subjects: tuple[str, ...] = Field(min_length=1)
    """Classes of subject that may be charged with it."""
    result_zh: str = ""
    result_en: str = ""
    case_by_case: bool = False
    """A residual item: what must be established is said in the case."""
    imports: tuple[str, ...] = ()
    """Charges that this one takes over; one of them, with its result, must be named."""
    within_portfolio: bool = False

    @property
    def needs_result(self) -> bool:
        """Say whether a consequence must be confirmed before the opinion is complete."""
        return bool(self.result_zh) or self.case_by_case


class TriggerRule(Named):
    """One case, double investigation (一案双查): what calls for a look at the leadership."""

    article: str
    threshold: int = Field(default=1, ge=1)
    """So many cases or persons make it due."""
    within_year: bool = False
    """Whether they are counted by calendar year."""
    result_zh: str = ""
    result_en: str = ""
