"""Waiting for moments that the calendar fixes."""

from datetime import datetime, timedelta

from temporalio import workflow


def time_left(due: datetime) -> timedelta:
    """Return the time until `due`, at least a second.

    A deadline may be past when a run gets to wait for it: the workers were away, or the record
    store was. Temporal refuses to start a timer in the past, and the matter would be stuck.
    """
    return max(due - workflow.now(), timedelta(seconds=1))
