"""Which engine searches by words: tantivy where it is installed, SQLite elsewhere."""

import shutil
from pathlib import Path

from answerable.model import UnusableInputError
from answerable.precedents.index.port import WordIndex


def word_index(folder: Path, engine: str = "auto") -> WordIndex:
    """The index of words in ``folder``, made if it is not there.

    ``engine``: "tantivy", "sqlite", or "auto" for the first that this machine has;
    "opensearch" for a server; a full name as kept in the index ("tantivy v0.27") opens what
    made it.

    Raises:
        UnusableInputError: tantivy is asked for and not installed, or no engine has the name.
    """
    name = engine.partition(" ")[0]
    if name in ("auto", "tantivy"):
        try:
            from answerable.precedents.index.by_tantivy import TantivyIndex
        except ImportError:
            if name == "tantivy":
                raise UnusableInputError(
                    "The engine tantivy is not installed; leave out --engine to use SQLite."
                ) from None
        else:
            return TantivyIndex(folder)
    elif name == "opensearch":
        from answerable.precedents.index.by_opensearch import OpenSearchIndex

        return OpenSearchIndex(folder)
    elif name != "sqlite":
        raise UnusableInputError(
            f"There is no engine “{engine}”; use auto, tantivy, sqlite or opensearch."
        )
    from answerable.precedents.index.by_sqlite import SqliteIndex

    return SqliteIndex(folder)


def drop_index(folder: Path) -> None:
    """Delete an index of words, also where its words are on a server."""
    from answerable.precedents.index.by_opensearch import drop

    drop(folder)
    shutil.rmtree(folder, ignore_errors=True)
