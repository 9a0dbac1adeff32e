"""The workflows of this project, for the worker and for the replay tests."""

from workflows.accountability_case import AccountabilityCaseWorkflow
from workflows.appeal import AppealWorkflow
from workflows.clarification import ClarificationWorkflow
from workflows.probation import ProbationWorkflow
from workflows.rectification import RectificationWorkflow
from workflows.subject_follow_up import SubjectFollowUpWorkflow

WORKFLOWS = (
    ClarificationWorkflow,
    AccountabilityCaseWorkflow,
    SubjectFollowUpWorkflow,
    AppealWorkflow,
    ProbationWorkflow,
    RectificationWorkflow,
)
