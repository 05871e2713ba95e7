"""The vectors of an index's letters, in one file beside it: kept once, made again at any time."""

import os
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np

from answerable.precedents.clean import clean
from answerable.precedents.index import Archive
from answerable.precedents.meaning.encoder import Encoder, Vectors

FILE = "meaning.npz"
_LOT = 512


def vectors_of(archive: Archive, folder: Path, encoder: Encoder) -> tuple[Sequence[int], Vectors]:
    """The numbers of the letters and a row for each, those read before taken from the file.

    What cannot be written is made again the next time; searching goes on.
    """
    stock = archive.store.stock()
    texts = [(n, clean(text, (), stock) or text) for n, text in archive.store.texts()]
    rows = [(n, text, _key(text)) for n, text in texts]
    kept = _read(folder / FILE, encoder.name)
    new = {key: text for _, text, key in rows if key not in kept}
    keys = list(new)
    for start in range(0, len(keys), _LOT):
        lot = keys[start : start + _LOT]
        made = encoder.encode([new[key] for key in lot])
        kept |= dict(zip(lot, made, strict=True))
    if new or len(kept) > 2 * len(rows):
        kept = {key: kept[key] for _, _, key in rows}
        _write(folder / FILE, encoder.name, kept)
    numbers = [n for n, _, _ in rows]
    if not rows:
        return numbers, np.zeros((0, 0), dtype=np.float32)
    return numbers, np.stack([kept[key] for _, _, key in rows])


def _key(text: str) -> str:
    return blake2b(text.encode(), digest_size=12).hexdigest()


def _read(path: Path, model: str) -> dict[str, Vectors]:
    try:
        with np.load(path, allow_pickle=False) as file:
            if str(file["model"]) != model:
                return {}
            return dict(zip(map(str, file["keys"]), file["vectors"], strict=True))
    except Exception:  # not there or damaged: zipfile and numpy have errors of their own
        return {}


def _write(path: Path, model: str, kept: dict[str, Vectors]) -> None:
    part = path.with_name(f"{path.name}.part-{os.getpid()}.npz")
    try:
        np.savez(
            part, model=model, keys=np.array(list(kept)), vectors=np.stack(list(kept.values()))
        )
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
