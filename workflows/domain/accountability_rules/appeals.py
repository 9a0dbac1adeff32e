"""Appeal routes: each kind of decision has its own windows and terms (Art. 20)."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from workflows.domain.accountability_rules.codes import Nature
from workflows.domain.accountability_rules.named import Named
from workflows.domain.term_rules import TermRule


class AppealStep(BaseModel):
    """One instance: until when to appeal, to whom, and by when it is decided."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    to: Literal["deciding_body", "higher_body"]
    window: TermRule | None = None
    """From receipt of the decision; without it an appeal is always in time."""
    decision: TermRule
    decision_from: Literal["receipt", "acceptance"] = "receipt"
    """From when the term to decide runs: the day the appeal was received, or was accepted."""
    extension: TermRule | None = None
    """How much longer a complicated appeal may take."""


class AppealRoute(Named):
    """A route of appeal."""

    natures: tuple[Nature, ...]
    """The measures against which it is open."""
    first: AppealStep
    second: AppealStep | None = None
    stays_execution: bool
    may_aggravate: bool
    excludes_handlers: bool
    """Whether those who handled the case are excluded from the appeal."""
