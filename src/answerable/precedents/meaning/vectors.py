"""The vectors of an index's letters, in one file beside it: kept once, made again at any time.

A hundred thousand letters take an hour or so. So how far it is can be heard, and a reading that is
stopped goes on where it was.
"""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from answerable.precedents.index import Archive
from answerable.precedents.meaning.encoder import Encoder, Vectors
from answerable.precedents.meaning.reading import subject_of
from answerable.precedents.progress import Telling

FILE = "meaning.npz"
_LOT = 128  # texts between two words of how far it is
_SOME = 64 * _LOT  # letters after which what was learnt is kept
_MUCH = 200  # letters, which a model reads in some seconds
_READ = 600  # characters; of a longer letter the model reads no more
_NONE = np.zeros((0, 0), dtype=np.float32)

Row = tuple[int, str]  # the number of a letter, and the digest of the words that are read of it


@dataclass(frozen=True, slots=True)
class Kept:
    """Vectors by number of letter, the digest of the words each was made from, and when.

    ``state`` is the index's own mark of its state; ``model`` the name of the model.
    """

    model: str = ""
    state: str = ""
    numbers: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    keys: tuple[str, ...] = ()
    vectors: Vectors = field(default_factory=lambda: _NONE)


def vectors_of(
    archive: Archive, folder: Path, encoder: Encoder, told: Telling | None = None
) -> Kept:
    """A vector for each letter of the index, those read before taken from the file.

    While the index stays as it was, nothing is read but the file, and that once in a process.
    What cannot be written is made again the next time; searching goes on. ``told`` hears how far
    the reading of many letters is. A reading that is interrupted keeps what it has.
    """
    state = archive.store.about("state")
    kept = _read(folder / FILE, _stamp(folder / FILE))
    if state and (kept.model, kept.state) == (encoder.name, state):
        return kept
    if archive.store.count() < _MUCH:
        told = None
    known = kept if kept.model == encoder.name else Kept()
    vectors = dict(zip(known.keys, known.vectors, strict=True))
    rows, new = _to_read(archive, vectors, told)

    def keep(state: str) -> Kept:
        made = _kept(encoder.name, state, [row for row in rows if row[1] in vectors], vectors)
        _write(folder / FILE, made)
        return made

    try:
        for n, lot in enumerate(_lots(new, len(vectors), told), 1):
            vectors |= zip(lot, encoder.encode([new[key] for key in lot]), strict=True)
            if n * _LOT % _SOME == 0:
                keep("")
    except KeyboardInterrupt:
        keep("")
        raise
    return keep(state)


def _to_read(
    archive: Archive, known: Collection[str], told: Telling | None
) -> tuple[list[Row], dict[str, str]]:
    """Every letter, and by their digests the words of those that were not read yet."""
    stock, total = archive.store.stock(), archive.store.count()
    rows: list[Row] = []
    new: dict[str, str] = {}
    if told:
        told.begin("letters looked at", 0, 0.0)
    for n, text in archive.store.texts():
        words = subject_of(text, (), stock)
        key = _key(words)
        rows.append((n, key))
        if key not in known:
            new[key] = words
        if told:
            told.advance(1, len(rows) / total)
    return rows, new


def _lots(new: Mapping[str, str], before: int, told: Telling | None) -> Iterator[Sequence[str]]:
    """The digests of what is to be read, the shortest first: a lot is filled up to its longest."""
    keys = sorted(new, key=lambda key: len(new[key]))
    work = list(accumulate((min(len(new[key]), _READ) for key in keys), initial=0))
    if len(keys) < _MUCH:
        told = None
    if told:
        told.say(
            f"the model reads {len(keys):,} different letters that are new to it, this once. It can "
            "be stopped (Ctrl-C), and goes on from there the next time."
        )
        told.begin("letters read", before, 0.0)
    for start in range(0, len(keys), _LOT):
        lot = keys[start : start + _LOT]
        yield lot
        if told:
            told.advance(len(lot), work[start + len(lot)] / max(work[-1], 1))


def _kept(model: str, state: str, rows: Sequence[Row], vectors: Mapping[str, Vectors]) -> Kept:
    return Kept(
        model,
        state,
        np.array([n for n, _ in rows], dtype=np.int64),
        tuple(key for _, key in rows),
        np.stack([vectors[key] for _, key in rows]) if rows else _NONE,
    )


def _key(text: str) -> str:
    return blake2b(text.encode(), digest_size=12).hexdigest()


def _stamp(path: Path) -> tuple[int, int]:
    """What tells one file from another at the same place."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_ino, found.st_mtime_ns)


@lru_cache(maxsize=2)
def _read(path: Path, stamp: tuple[int, int]) -> Kept:
    if stamp == (0, 0):
        return Kept()
    try:
        with np.load(path, allow_pickle=False) as file:
            kept = Kept(
                str(file["model"]),
                str(file["state"]),
                file["numbers"],
                tuple(map(str, file["keys"])),
                file["vectors"],
            )
    except Exception:  # damaged, or of an older version: zipfile and numpy have their own errors
        return Kept()
    whole = len(kept.numbers) == len(kept.keys) == len(kept.vectors)
    return kept if whole else Kept()


def _write(path: Path, kept: Kept) -> None:
    part = path.with_name(f"{path.name}.part-{os.getpid()}.npz")
    try:
        np.savez(
            part,
            model=kept.model,
            state=kept.state,
            numbers=kept.numbers,
            keys=np.array(kept.keys, dtype="U24"),
            vectors=kept.vectors,
        )
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
