"""The crew of each task in this process, wherever an engine has put it, ended with the process."""

import atexit
import threading

from answerable.batch.engines.crew import Crew
from answerable.batch.engines.port import Task

_lock = threading.Lock()
_crews: dict[Task, Crew] = {}


def crew_of(task: Task) -> Crew:
    """The crew for ``task``, made when it is first asked for."""
    with _lock:
        if task not in _crews:
            _crews[task] = Crew(task)
        return _crews[task]


def dismiss() -> None:
    """End every worker of this process."""
    with _lock:
        crews = list(_crews.values())
        _crews.clear()
    for crew in crews:
        crew.close()


atexit.register(dismiss)
