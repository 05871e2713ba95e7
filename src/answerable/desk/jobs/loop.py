"""The worker's loop."""

import logging
import threading
import time
from collections.abc import Callable, Sequence

from django.db import close_old_connections, connection

from answerable.desk.jobs.find import Job

log = logging.getLogger("answerable.worker")
_LONGEST_WAIT = 60.0


def run_jobs(
    stop: threading.Event, these: Sequence[Job], *, clock: Callable[[], float] = time.monotonic
) -> None:
    """Call each job when its time has come, until ``stop`` is set."""
    next_at = {job.name: clock() for job in these}
    try:
        while not stop.is_set():
            for job in these:
                if clock() >= next_at[job.name] and not stop.is_set():
                    run_once(job)
                    next_at[job.name] = clock() + job.every
            soonest = min(next_at.values(), default=clock() + _LONGEST_WAIT)
            stop.wait(min(max(soonest - clock(), 0.0), _LONGEST_WAIT))
    finally:
        connection.close()


def run_once(job: Job) -> bool:
    """Call one job and say whether it went well; a failure is logged and goes no further.

    The log gets the kind of error and the line of the program, not its message: that may hold an
    address or somebody's words.
    """
    close_old_connections()
    try:
        job.run()
    except Exception as problem:
        log.error("job %s failed: %s at %s", job.name, type(problem).__name__, _line_of(problem))
        return False
    finally:
        close_old_connections()
    return True


def _line_of(problem: BaseException) -> str:
    trace = problem.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an unknown line"
    module = trace.tb_frame.f_globals.get("__name__", "?")
    return f"{module}:{trace.tb_lineno}"
