"""A small sentence model in ONNX form, from a folder with ``model.onnx`` and ``tokenizer.json``."""

from collections.abc import Sequence
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from answerable.model import UnusableInputError
from answerable.precedents.meaning.reading import READING

Vectors = NDArray[np.float32]
FILES = ("model.onnx", "tokenizer.json")
_TOKENS, _LOT = 128, 32
_OFF = "Search by meaning is off: "
_LACKING = f"{_OFF}this installation lacks it; install “answerable[meaning]”."


class Encoder(Protocol):
    """Turns texts to vectors of length 1; ``name`` tells one model and reading from another."""

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A row a text."""


class OnnxEncoder:
    """A model run by onnxruntime on the processor: the mean of the vectors of a text's tokens."""

    def __init__(self, session: Any, tokenizer: Any, name: str) -> None:
        self.name = name
        self._session, self._tokenizer = session, tokenizer
        self._inputs = {each.name for each in session.get_inputs()}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A row a text; the first 128 tokens of each are read."""
        lots = [self._lot(texts[n : n + _LOT]) for n in range(0, len(texts), _LOT)]
        return np.concatenate(lots) if lots else np.zeros((0, 0), dtype=np.float32)

    def _lot(self, texts: Sequence[str]) -> Vectors:
        read = self._tokenizer.encode_batch(list(texts))
        mask = np.array([each.attention_mask for each in read], dtype=np.int64)
        given = {
            "input_ids": np.array([each.ids for each in read], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        out = self._session.run(None, {k: v for k, v in given.items() if k in self._inputs})[0]
        if out.ndim == 3:
            weight = mask[:, :, None].astype(np.float32)
            out = (out * weight).sum(axis=1) / np.maximum(weight.sum(axis=1), 1)
        norms = np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
        return np.asarray(out / norms, dtype=np.float32)


def why_off(folder: Path | None) -> str:
    """Why there is no search by meaning, as far as it shows before a model is opened; "" if not."""
    if folder is None:
        return (
            f"{_OFF}no model is set. Put {' and '.join(FILES)} into a folder and name it in "
            "ANSWERABLE_MODEL."
        )
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        return f"{_OFF}“{folder}” has no {' and no '.join(missing)}."
    return "" if all(map(find_spec, ("onnxruntime", "tokenizers"))) else _LACKING


def open_encoder(folder: Path | None) -> Encoder:
    """The model in ``folder``.

    Raises:
        UnusableInputError: meaning is off; the sentence says why and what to do.
    """
    off = why_off(folder)
    if off or folder is None:
        raise UnusableInputError(off)
    try:
        runtime, tokenizers = import_module("onnxruntime"), import_module("tokenizers")
    except ImportError:
        raise UnusableInputError(_LACKING) from None
    try:
        tokenizer = tokenizers.Tokenizer.from_file(str(folder / FILES[1]))
        tokenizer.enable_truncation(_TOKENS)
        tokenizer.enable_padding()
        options = runtime.SessionOptions()
        # Threads that wait in a circle would take the processor from whoever opens a page.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        session = runtime.InferenceSession(
            str(folder / FILES[0]), options, providers=["CPUExecutionProvider"]
        )
        return OnnxEncoder(session, tokenizer, _name(folder / FILES[0]))
    except Exception:  # each library has errors of its own for a file that is no model
        raise UnusableInputError(
            f"{_OFF}“{folder}” holds files that are no model of sentences; get them again."
        ) from None


def _name(model: Path) -> str:
    digest = blake2b(READING.encode(), digest_size=8)
    with model.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
