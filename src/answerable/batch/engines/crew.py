"""Child processes that are replaced when a letter kills them; the letter is reported, by row."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain

from answerable.batch.engines.port import Result, Task
from answerable.batch.row import Values
from answerable.model import UnusableInputError

# Characters, all plain, that a pipe holds for sure: whoever writes more may wait for who reads.
_PIPE = 32_768


class StoppedError(Exception):
    """The crew was dismissed while a letter was being worked on."""


class Crew:
    """Workers for one task, lent to one thread at a time; as many as are asked for at once."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._lock = threading.Lock()
        self._idle: list[subprocess.Popen[str]] = []
        self._all: set[subprocess.Popen[str]] = set()
        self._closed = False

    def work(self, rows: Sequence[Values]) -> list[Result]:
        """The result of each row, in order.

        Raises:
            StoppedError: the crew was closed. UnusableInputError: no worker can be started.
        """
        results: list[Result] = []
        while len(results) < len(rows):
            with self._lent() as worker:
                for answer in _answers(worker, rows[len(results) :]):
                    results.append(answer if answer is not None else self._failed(worker))
        return results

    def close(self) -> None:
        """End every worker; threads that wait for one get ``StoppedError``."""
        with self._lock:
            self._closed = True
            workers, self._all, self._idle = self._all, set(), []
        for worker in workers:
            worker.kill()
        for worker in workers:
            _bury(worker)

    @contextmanager
    def _lent(self) -> Iterator[subprocess.Popen[str]]:
        with self._lock:
            if self._closed:
                raise StoppedError
            worker = self._idle.pop() if self._idle else None
        worker = worker or self._start()
        try:
            yield worker
        finally:
            with self._lock:
                if worker.poll() is None and not self._closed:
                    self._idle.append(worker)

    def _start(self) -> subprocess.Popen[str]:
        task = self._task
        worker = subprocess.Popen(
            [sys.executable, "-m", "answerable.batch.engines.worker", task.job, str(task.seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        with self._lock:
            self._all.add(worker)
            closed = self._closed
        if closed or next(_answers(worker, [json.loads(task.settings)])) is None:
            worker.kill()
            _bury(worker)
            if self._closed:
                raise StoppedError
            raise UnusableInputError(
                "A worker process could not be started; is there enough memory, and is the "
                "package installed for this Python?"
            )
        return worker

    def _failed(self, worker: subprocess.Popen[str]) -> Result:
        code = worker.wait()
        with self._lock:
            if self._closed:
                raise StoppedError
            self._all.discard(worker)
        _bury(worker)
        if code in (-signal.SIGPROF, -signal.SIGALRM):
            return {"failed": f"the letter took longer than {self._task.seconds:g} seconds"}
        return {"failed": "the letter crashed the process that worked on it"}


def _answers(worker: subprocess.Popen[str], rows: Sequence[Values]) -> Iterator[Result | None]:
    """The answers of a worker to ``rows``, in order; None, and no more, where it has ended.

    A worker is given the next row while it is at one, so that it need not wait for its parent.
    """
    at = ""  # the row the worker is at
    for line in chain((json.dumps(row) + "\n" for row in rows), [""]):
        early = len(at) + len(line) <= _PIPE
        if early or not at:
            _give(worker, line)
        if at:
            answer = _answer(worker)
            yield answer
            if answer is None:
                return
            if not early:
                _give(worker, line)
        at = line


def _give(worker: subprocess.Popen[str], line: str) -> None:
    assert worker.stdin is not None
    try:
        worker.stdin.write(line)
        worker.stdin.flush()
    except (OSError, ValueError):
        worker.kill()  # if it has not ended already, which shows when it does not answer


def _answer(worker: subprocess.Popen[str]) -> Result | None:
    assert worker.stdout is not None
    try:
        line = worker.stdout.readline()
        if line.endswith("\n"):
            answer: Result = json.loads(line)
            return answer
    except (OSError, ValueError):
        worker.kill()  # what it says can no longer be matched to rows
    return None


def _bury(worker: subprocess.Popen[str]) -> None:
    worker.wait()
    for pipe in (worker.stdin, worker.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
