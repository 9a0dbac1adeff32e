"""The workflows of this project, for the worker and for the replay tests."""

from workflows.clarification import ClarificationWorkflow

WORKFLOWS = (ClarificationWorkflow,)
