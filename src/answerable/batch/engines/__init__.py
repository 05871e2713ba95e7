"""Three engines for one job: processes of this machine, Daft, and Daft on Ray.

Each runs letters in guarded child processes, so what a hostile letter can do is the same on all.
"""

from answerable.batch.engines.choose import NAMES, engine
from answerable.batch.engines.port import Engine, Task

__all__ = ["NAMES", "Engine", "Task", "engine"]
