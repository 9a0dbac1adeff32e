"""How a long-lived process ends: told by a signal, orderly, and with the right exit code."""

import asyncio
import logging
import os
import signal
import sys
from typing import NoReturn


def told_to_stop() -> asyncio.Event:
    """Return the event that Ctrl-C or SIGTERM sets, from now on, in the running loop."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


def leave(code: int) -> NoReturn:
    """Flush everything and end at once with `code`.

    A finished interpreter that lets the SDK's threads run into its own shutdown dies of it one
    time in three ("PyGILState_Release … finalizing"), after the work and instead of the exit code.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # the reader of a pipe has left; the code still tells what happened
            code = code or 1
    os._exit(code)
