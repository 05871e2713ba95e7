"""What the program does by itself: sending, chasing, fetching mail, tidying.

A slice with a module ``jobs`` offers ``JOBS = [(name, every_seconds, function), ...]``; ``run_jobs``
calls each when its time has come, and one that fails never stops the others.
"""

from answerable.desk.jobs.find import Job, jobs
from answerable.desk.jobs.loop import run_jobs, run_once

__all__ = ["Job", "jobs", "run_jobs", "run_once"]
