"""How a maker of documents is told to make one: once, or over and over in one process.

A maker is a program that is called with what it needs, and makes one document. With ``serve``
as its last argument it stays: for each line with a number it makes so many documents and
answers with the milliseconds that one took. Each goes to a new file, as in life: some file
systems write at once what is written over, and that would be all that is measured.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from time import perf_counter


def serve(make: Callable[[str], object], out: str) -> None:
    """Make one document, or as many as standard input says, as long as it says something.

    Args:
        make: makes the document in a file.
        out: the file; with ``serve`` the last document is there at the end of each turn.
    """
    if sys.argv[-1] != "serve":
        make(out)
        return
    for line in sys.stdin:
        files = [f"{out}-{number}" for number in range(int(line))]
        start = perf_counter()
        for file in files:
            make(file)
        took = perf_counter() - start
        for file in files:
            if os.path.exists(file):  # what only reads or checks writes nothing
                os.replace(file, out)
        print(took * 1000 / len(files), flush=True)
