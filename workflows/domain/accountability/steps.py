"""The steps of a case: each command with its fact, its seat, its date and its checks."""

from workflows.domain.accountability import (
    seats,
    steps_of_aftermath,
    steps_of_entry,
    steps_of_inquiry,
    steps_of_opinion,
)
from workflows.domain.accountability.checks_of_papers import document_is_ready
from workflows.domain.accountability.occasions import OCCASIONS
from workflows.domain.accountability.stages import STAGES
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.table import TABLE
from workflows.domain.procedure.common import common_steps
from workflows.domain.procedure.steps import Steps

STEPS: Steps[AccountabilityCase] = Steps(
    rule="3.11",
    stages=STAGES,
    table=TABLE,
    rules=(
        *steps_of_entry.STEPS,
        *steps_of_inquiry.STEPS,
        *steps_of_opinion.STEPS,
        *steps_of_aftermath.STEPS,
        *common_steps(seats.handler, seats.leader, OCCASIONS, STAGES, document_is_ready),
    ),
)
