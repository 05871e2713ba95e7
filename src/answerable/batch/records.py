"""A row and its result as a record of a shard."""

import pyarrow as pa

from answerable.batch.row import Row, Values

_WORDED = pa.schema([
    ("n", pa.int64()), ("place", pa.string()), ("id", pa.string()), ("text", pa.string()),
    ("title", pa.string()), ("date", pa.string()), ("outcome", pa.string()),
    ("authority", pa.string()), ("answer", pa.string()), ("words", pa.string()),
    ("title_words", pa.string()), ("same", pa.int64()), ("keys", pa.list_(pa.int64())),
    ("error", pa.string()),
])  # fmt: skip


def audited(row: Row, result: Values, error: str) -> Values:
    """A record of an audited corpus; what the corpus says of a letter goes before its own words."""
    return {
        "provisions": [],
        "findings": [],
        **result,
        "n": row.n,
        "place": row.place,
        "id": row.id,
        "authority": row.authority or result.get("letter_authority") or None,
        "date": row.date or result.get("letter_date") or None,
        "error": error or None,
    }


def _words(row: Row, result: Values, error: str) -> Values:
    fields = ("n", "place", "id", "text", "title", "date", "outcome", "authority", "answer")
    return {name: getattr(row, name) for name in fields} | {
        "words": result.get("words") or "",
        "title_words": result.get("title_words") or "",
        "same": result.get("same"),
        "keys": result.get("keys") or [],
        "error": error or None,
    }


#: The columns of words and keys, and what fills them.
worded = (_WORDED, _words)
