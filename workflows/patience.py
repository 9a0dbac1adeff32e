"""How patient workflows are with the world, by kind of work: `**RECORDING` and its like."""

from datetime import timedelta
from typing import TypedDict

from temporalio.common import RetryPolicy


class Patience(TypedDict):
    """How long one attempt may take, and how attempts follow each other."""

    start_to_close_timeout: timedelta
    retry_policy: RetryPolicy


class Watched(Patience):
    """The same, for work that says all the while that it goes on."""

    heartbeat_timeout: timedelta


# The record store must end up right, however long it is away; it answers in milliseconds, so a
# worker that died on the way is noticed soon.
RECORDING = Patience(
    start_to_close_timeout=timedelta(seconds=10),
    retry_policy=RetryPolicy(
        initial_interval=timedelta(milliseconds=200), maximum_interval=timedelta(minutes=1)
    ),
)

# A document is made in a second, or waits for an office that mends its template or its directory.
MAKING = Patience(
    start_to_close_timeout=timedelta(seconds=15),
    retry_policy=RetryPolicy(
        initial_interval=timedelta(seconds=1), maximum_interval=timedelta(minutes=5)
    ),
)

# Mail relays answer slowly and recover slowly; one may look at a mail for minutes before its yes.
NOTIFYING = Patience(
    start_to_close_timeout=timedelta(minutes=12),
    retry_policy=RetryPolicy(
        initial_interval=timedelta(seconds=30), maximum_interval=timedelta(hours=1)
    ),
)

# A hundred matters may be opened at once, and a rehearsal moves each to its day; a worker that died
# on the way is noticed by its silence.
LINKING = Watched(
    start_to_close_timeout=timedelta(minutes=10),
    heartbeat_timeout=timedelta(seconds=10),
    retry_policy=RetryPolicy(
        initial_interval=timedelta(milliseconds=200), maximum_interval=timedelta(minutes=1)
    ),
)
