"""A model of three subjects in a folder, made by hand: a table of words to vectors, no more."""

import json
import struct
from pathlib import Path

SUBJECTS = (
    ("refuse", "bins", "rubbish", "waste"),
    ("parking", "ticket", "fines", "penalty"),
    ("school", "pupils", "teachers"),
)
_FLOAT, _INT64 = 1, 7


def make_model(folder: Path) -> Path:
    """Write ``model.onnx`` and ``tokenizer.json`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    words = ["[PAD]", "[UNK]", *(word for some in SUBJECTS for word in some)]
    rows = [[float(word in some) for some in SUBJECTS] for word in words]
    (folder / "model.onnx").write_bytes(_model(rows))
    (folder / "tokenizer.json").write_text(json.dumps(_tokenizer(words)), encoding="utf-8")
    return folder


def _tokenizer(words: list[str]) -> dict[str, object]:
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {
            "type": "WordLevel",
            "vocab": {word: n for n, word in enumerate(words)},
            "unk_token": "[UNK]",
        },
    }


def _model(rows: list[list[float]]) -> bytes:
    """An ONNX model that looks each word up in ``rows``, in the encoding of protocol buffers."""
    table = b"".join(struct.pack("<3f", *row) for row in rows)
    tensor = (
        _number(1, len(rows)) + _number(1, 3) + _number(2, _FLOAT) + _bytes(8, b"table")
        + _bytes(9, table)
    )  # fmt: skip
    node = _bytes(1, b"table") + _bytes(1, b"input_ids") + _bytes(2, b"out") + _bytes(4, b"Gather")
    graph = (
        _bytes(1, node) + _bytes(2, b"tiny") + _bytes(5, tensor)
        + _bytes(11, _value(b"input_ids", _INT64, b"lot", b"words"))
        + _bytes(12, _value(b"out", _FLOAT, b"lot", b"words", b"size"))
    )  # fmt: skip
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _number(2, 13))


def _value(name: bytes, kind: int, *dims: bytes) -> bytes:
    shape = b"".join(_bytes(1, _bytes(2, each)) for each in dims)
    return _bytes(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _bytes(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(content)) + content


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])
