"""The end of a process that used the Temporal SDK."""

import logging
import os
import sys
from typing import NoReturn


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
