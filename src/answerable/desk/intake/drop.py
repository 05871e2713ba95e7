"""The drop folder: whatever is saved there is taken in, then moved into its folder "taken"."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from answerable.desk import env
from answerable.desk.files.actions import LARGEST
from answerable.desk.intake.actions import take_in
from answerable.model import UnusableInputError

TAKEN = "taken"
SETTLED = 5.0  # seconds since the last write: what is younger may still be growing


@dataclass(slots=True)
class Fetched:
    """What one look brought: new messages, those known before, and problems in words."""

    new: int = 0
    again: int = 0
    problems: list[str] = field(default_factory=list)


def drop_folder() -> Path:
    """Where it is: ``ANSWERABLE_DROP``, or "drop" in the data folder."""
    named = env.text("ANSWERABLE_DROP")
    return Path(named) if named else Path(settings.DATA) / "drop"


def fetch_dropped(folder: Path, fetched: Fetched, settled: float = SETTLED) -> None:
    """Take in every file of ``folder`` that is whole; a problem with one does not stop the others."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name.endswith(".part"):
            continue
        if path.is_symlink() or not path.is_file():
            continue
        try:
            if time.time() - path.stat().st_mtime >= settled:
                _take(path, fetched)
        except (OSError, UnusableInputError) as error:
            fetched.problems.append(f"{path.name}: {error}")


def _take(path: Path, fetched: Fetched) -> None:
    with path.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    kept = take_in(by=None, name=path.name, content=content, source="drop", at=at)
    fetched.new += not kept.again
    fetched.again += kept.again
    # Only now that the row is there: a crash before this line takes the same bytes again, once.
    done = path.parent / TAKEN
    done.mkdir(exist_ok=True)
    path.rename(done / f"{kept.message.public_id}-{path.name}"[:240])
