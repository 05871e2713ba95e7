"""Search by words with tantivy: it skips what cannot rank, so cost grows slowly with a log."""

from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

import tantivy

_HEAP = 64_000_000  # bytes of the writer's memory


class TantivyIndex:
    """A ``WordIndex`` in a folder of its own."""

    engine = f"tantivy {version('tantivy')}"

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._schema = (
            tantivy.SchemaBuilder()
            .add_integer_field("n", stored=False, indexed=True, fast=True)
            .add_text_field("words", stored=False, index_option="freq")
            .build()
        )
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._searcher = self._index.searcher()

    def add(self, rows: Iterable[tuple[int, str]]) -> None:
        """See ``WordIndex``."""
        writer = self._index.writer(_HEAP, 1)
        for number, text in rows:
            writer.add_document(self._document(number, text))
        self._finish(writer)

    def delete(self, numbers: Iterable[int]) -> None:
        """See ``WordIndex``."""
        writer = self._index.writer(_HEAP, 1)
        for number in numbers:
            writer.delete_documents_by_term("n", number)
        self._finish(writer)

    def _document(self, number: int, text: str) -> tantivy.Document:
        # With the schema: a bare whole number of the wrong sign would kill the writer.
        return tantivy.Document.from_dict({"n": number, "words": text}, self._schema)

    def _finish(self, writer: tantivy.IndexWriter) -> None:
        writer.commit()
        writer.garbage_collect_files()  # or dead segments grow without end
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(
        self, words: Sequence[str], k: int, boosts: Sequence[float] = ()
    ) -> list[tuple[int, float]]:
        """See ``WordIndex``."""
        if not words or k < 1:
            return []
        terms = [tantivy.Query.term_query(self._schema, "words", word, "freq") for word in words]
        if boosts:
            terms = [
                tantivy.Query.boost_query(term, boost)
                for term, boost in zip(terms, boosts, strict=True)
            ]
        any_of = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        hits = self._searcher.search(any_of, limit=k, count=False).hits
        numbers = self._searcher.fast_field_values("n", [address for _, address in hits])
        return [(int(n or 0), float(score)) for n, (score, _) in zip(numbers, hits, strict=True)]

    def frequency(self, word: str) -> int:
        """See ``WordIndex``."""
        return int(self._searcher.doc_freq("words", word))

    def count(self) -> int:
        """See ``WordIndex``."""
        return int(self._searcher.num_docs)

    def close(self) -> None:
        """See ``WordIndex``; the engine lets go of its files when nothing points to it."""
