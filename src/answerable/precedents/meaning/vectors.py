"""The vectors of an index's letters, in one file beside it: kept once, made again at any time."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from answerable.precedents.index import Archive
from answerable.precedents.meaning.encoder import Encoder, Vectors
from answerable.precedents.meaning.reading import subject_of

FILE = "meaning.npz"
_LOT = 512
_SOME = 16 * _LOT  # letters after which what was learnt is kept
_NONE = np.zeros((0, 0), dtype=np.float32)


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


def vectors_of(archive: Archive, folder: Path, encoder: Encoder) -> Kept:
    """A vector for each letter of the index, those read before taken from the file.

    While the index stays as it was, nothing is read but the file, and that once in a process.
    What cannot be written is made again the next time; searching goes on.
    """
    state = archive.store.about("state")
    kept = _read(folder / FILE, _stamp(folder / FILE))
    if state and (kept.model, kept.state) == (encoder.name, state):
        return kept
    known = kept if kept.model == encoder.name else Kept()
    for made in _made(archive, encoder, state, known):
        _write(folder / FILE, made)
    return made


def _made(archive: Archive, encoder: Encoder, state: str, kept: Kept) -> Iterator[Kept]:
    """What is kept after every some thousand letters, at last the whole: a hundred thousand take
    an hour or so, and a run that is stopped goes on where it was.
    """
    stock = archive.store.stock()
    rows = [
        (n, words, _key(words))
        for n, text in archive.store.texts()
        for words in (subject_of(text, (), stock),)
    ]
    known = dict(zip(kept.keys, kept.vectors, strict=True))
    new = {key: words for _, words, key in rows if key not in known}
    keys = sorted(new, key=lambda key: len(new[key]))  # the model fills a lot up to its longest
    for start in range(0, len(keys), _LOT):
        lot = keys[start : start + _LOT]
        known |= dict(zip(lot, encoder.encode([new[key] for key in lot]), strict=True))
        if start % _SOME == _SOME - _LOT:
            done = [(n, key) for n, _, key in rows if key in known]
            yield _kept(encoder.name, "", done, known)
    yield _kept(encoder.name, state, [(n, key) for n, _, key in rows], known)


def _kept(
    model: str, state: str, rows: list[tuple[int, str]], known: Mapping[str, Vectors]
) -> Kept:
    return Kept(
        model,
        state,
        np.array([n for n, _ in rows], dtype=np.int64),
        tuple(key for _, key in rows),
        np.stack([known[key] for _, key in rows]) if rows else _NONE,
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
