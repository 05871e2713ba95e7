"""Work that is kept: each shard is a file in ``OUT.parts``, whole or not there at all."""

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from answerable import __version__
from answerable.model import UnusableInputError

_ABOUT = "about.json"
_LOCK = "lock"
#: What rows depend on: a change in any of these begins the work again.
_PROGRAM = ("audit", "batch", "clock", "law", "letters", "model", "precedents")


@dataclass(frozen=True, slots=True)
class Parts:
    """The folder of one run's finished shards and stages."""

    folder: Path

    def has(self, name: str) -> bool:
        """Whether this part is done."""
        return (self.folder / name).exists()

    def path(self, name: str) -> Path:
        """Where it is, or would be."""
        return self.folder / name

    def shards(self, kind: str) -> list[Path]:
        """The finished shards of a kind, in order."""
        return sorted(self.folder.glob(f"{kind}-*.parquet"))

    def write(self, name: str, table: pa.Table) -> None:
        """Keep a table."""
        self.make(name, lambda path: pq.write_table(table, path, compression="zstd"))

    def note(self, name: str, value: object) -> None:
        """Keep a value as JSON."""
        self.make(name, lambda path: path.write_text(json.dumps(value), encoding="utf-8"))

    def noted(self, name: str) -> object:
        """A value that was kept."""
        return json.loads(self.path(name).read_text(encoding="utf-8"))

    def make(self, name: str, write: Callable[[Path], object]) -> None:
        """Let ``write`` make a file under another name, then give it its own."""
        building = self.folder / f"{name}.making"
        write(building)
        with building.open("rb") as file:
            os.fsync(file.fileno())
        building.replace(self.folder / name)


@contextmanager
def parts_of(out: Path, about: dict[str, object], say: Callable[[str], None]) -> Iterator[Parts]:
    """The parts of the run that makes ``out``; those of another corpus or program are dropped.

    Raises:
        UnusableInputError: another run writes there, or the place cannot be written.
    """
    folder = out.with_name(out.name + ".parts")
    about = about | {"program": program()}
    try:
        folder.mkdir(exist_ok=True)
        with (folder / _LOCK).open("w") as lock:
            _take(lock.fileno(), out)
            _settle(folder, about, say)
            try:
                yield Parts(folder)
            except BaseException:
                if not any(folder.glob("*.parquet")):  # nothing was done that is worth keeping
                    shutil.rmtree(folder, ignore_errors=True)
                raise
    except OSError as problem:
        raise UnusableInputError(
            f"“{out}” cannot be written ({problem.strerror or problem}); choose another place or make room. "
            "What is done so far is kept, and the same command goes on from there."
        ) from None


def drop(parts: Parts) -> None:
    """The work is done and its result stands: forget the parts."""
    shutil.rmtree(parts.folder, ignore_errors=True)


@cache
def program() -> str:
    """The version of the program and the words of all of it that rows depend on."""
    seen = blake2b(__version__.encode(), digest_size=16)
    root = Path(str(files("answerable")))
    for room in _PROGRAM:
        for path in sorted((root / room).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                seen.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return seen.hexdigest()


def _take(lock: int, out: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UnusableInputError(
            f"Another run is writing “{out}”; wait for it, or choose another place."
        ) from None


def _settle(folder: Path, about: dict[str, object], say: Callable[[str], None]) -> None:
    """Keep what an earlier run of the same work left; drop what another work left."""
    note = folder / _ABOUT
    for each in folder.glob("*.making"):
        each.unlink()
    there = [each for each in folder.iterdir() if each.name != _LOCK]
    if there and not note.exists():
        raise UnusableInputError(
            f"“{folder}” holds files that no batch has written; move them or choose another place."
        )
    if there:
        try:
            same = json.loads(note.read_text(encoding="utf-8")) == about
        except ValueError:
            same = False
        if same:
            return
        say(f"“{folder}” was of another corpus, order or version; the work begins again.")
        for each in there:
            shutil.rmtree(each) if each.is_dir() else each.unlink()
    Parts(folder).note(_ABOUT, about)
