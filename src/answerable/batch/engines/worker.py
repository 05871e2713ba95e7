"""The child process that works on letters: one line in, one line out, until its input ends.

It ends itself when a letter asks for too much processor time, so that even a stuck match in
compiled code ends; and it ends when its parent does, since its input then ends.
"""

import gc
import importlib
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import Any, TextIO

MEMORY = 4 * 1024**3  # bytes of address space
_WARM = (1, 100)  # letters after which what is kept for good is put out of the collector's sight
_WAITS = 20  # times the processor seconds: a letter that waits for something


def main(job: str, seconds: float, lines: TextIO, out: TextIO) -> None:
    """Answer each line (the values of a row, as JSON) with the result, as JSON.

    The first line is the settings of the job. Interruptions are for the parent to act on.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settings = json.loads(lines.readline())
    work = _find(job)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    _write(out, {"ready": True})
    for n, line in enumerate(lines, 1):
        columns = {name: [value] for name, value in json.loads(line).items()}
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, seconds * _WAITS)
        result = _result(work, columns, settings)
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _write(out, result)
        if n in _WARM:
            # The law and what was compiled from it stay; the collector need not walk through them.
            gc.collect()
            gc.freeze()


def _find(job: str) -> Callable[..., Any]:
    module, _, name = job.partition(":")
    return getattr(importlib.import_module(module), name)  # type: ignore[no-any-return]


def _result(work: Callable[..., Any], columns: dict[str, Any], settings: Any) -> dict[str, Any]:
    try:
        return {name: values[0] for name, values in work(columns, settings).items()}
    except MemoryError:
        return {"failed": "the letter asked for more memory than a letter needs"}
    except Exception as problem:
        return {"failed": f"the program could not work on the letter ({type(problem).__name__})"}


def _write(out: TextIO, value: dict[str, Any]) -> None:
    out.write(json.dumps(value) + "\n")
    out.flush()


def _own_output() -> TextIO:
    """Standard output for answers alone: whatever else prints goes nowhere."""
    own = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return own


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), sys.stdin, _own_output())
