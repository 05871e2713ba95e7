"""An engine by its name, or one sentence that says what has to be installed for it."""

import os

from answerable.batch.engines.port import Engine
from answerable.model import UnusableInputError

NAMES = ("local", "daft", "ray")


def engine(name: str, workers: int = 0) -> Engine:
    """The engine called ``name`` with this many workers (0: one for each processor).

    Raises:
        UnusableInputError: there is no such engine, or it is not installed.
    """
    count = workers or len(os.sched_getaffinity(0))
    if name not in NAMES:
        raise UnusableInputError(f"There is no engine “{name}”; use {', '.join(NAMES)}.")
    try:
        if name == "local":
            from answerable.batch.engines.local import Local

            return Local(count)
        from answerable.batch.engines.daft_engine import OnDaft

        return OnDaft(count, ray=name == "ray")
    except ImportError as problem:
        raise UnusableInputError(
            f"The engine “{name}” needs {problem.name}, which is not installed; install "
            "“answerable[scale]”."
        ) from None
