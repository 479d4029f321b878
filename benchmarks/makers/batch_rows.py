"""A batch of a table, in a process of its own: PATTERN TABLE FOLDER JOBS WRITE CHECK.

Prints as JSON the seconds, the documents, and the most memory that this process and the
greatest of those that it started have held, in MB.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from vanban import batch

pattern, table, folder, jobs, write, check = sys.argv[1:7]


def own() -> float:
    """The most memory of this process in MB; Linux counts it from its very start."""
    status = Path("/proc/self/status")
    if not status.exists():
        return of("SELF")
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def of(whose: str) -> float:
    """What the system has counted, in MB; 0 where it does not."""
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(getattr(resource, f"RUSAGE_{whose}")).ru_maxrss
    return float(peak) / (1e6 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    start = perf_counter()
    summary = batch.table(
        pattern,
        table,
        directory=folder,
        jobs=int(jobs),
        use_profile=False,
        write=write == "1",
        check=check == "1",
    )
    told = {
        "seconds": perf_counter() - start,
        "made": summary.rendered,
        "parent": own(),
        "worker": of("CHILDREN"),
    }
    print(json.dumps(told))
