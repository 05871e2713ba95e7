"""Folders that a build began and never ended: what a process that is gone left beside an index."""

import os
import shutil
from pathlib import Path


def building_place(into: Path) -> Path:
    """Where this process builds what becomes ``into``, cleared, and rid of what others left.

    A build that is killed cannot clear up after itself; its folder holds copies of letters, so
    the next build does, when no process of that number lives.
    """
    for each in into.parent.glob(f"{into.name}.part-*"):
        number = each.name.rpartition("-")[2]
        if number.isdigit() and (int(number) == os.getpid() or not _lives(int(number))):
            shutil.rmtree(each, ignore_errors=True)
    return into.with_name(f"{into.name}.part-{os.getpid()}")


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # somebody else's process, or one that cannot be asked
    return True
