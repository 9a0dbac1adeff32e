"""CPU time of other processes, as Linux counts it: user and system, all threads."""

import os
from pathlib import Path

TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")


def cpu_ms(pid: int) -> float:
    """Return the milliseconds of CPU that a process has used so far."""
    # The name in parentheses may hold spaces: fields are counted from behind it.
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK_MS
