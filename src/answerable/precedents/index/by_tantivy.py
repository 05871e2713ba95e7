"""Search by words with tantivy: it skips what cannot rank, so cost grows slowly with a log."""

from collections.abc import Iterable, Sequence
from importlib.metadata import version
from itertools import accumulate
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
            # How often a text has a word does not matter, and the words come clean.
            .add_text_field(
                "words", stored=False, tokenizer_name="whitespace", index_option="basic"
            )
            .build()
        )
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._searcher = self._index.searcher()

    def add(self, rows: Iterable[tuple[int, str]]) -> None:
        """See ``WordIndex``."""
        writer = self._index.writer(_HEAP, 1)
        for number, text in rows:
            document = tantivy.Document()
            document.add_integer("n", number)
            document.add_text("words", text)
            writer.add_document(document)
        self._finish(writer)

    def delete(self, numbers: Iterable[int]) -> None:
        """See ``WordIndex``."""
        writer = self._index.writer(_HEAP, 1)
        for number in numbers:
            writer.delete_documents_by_term("n", number)
        self._finish(writer)

    def _finish(self, writer: tantivy.IndexWriter) -> None:
        writer.commit()
        writer.garbage_collect_files()  # or dead segments grow without end
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(
        self, words: Sequence[str], k: int, weights: Sequence[float] = ()
    ) -> list[tuple[int, float]]:
        """See ``WordIndex``."""
        if not words or k < 1:
            return []
        if not weights:
            return self._best(_any_of(map(self._term, words)), k)
        ranked = sorted(zip(weights, words, strict=True), key=lambda pair: (-pair[0], pair[1]))
        terms = [tantivy.Query.const_score_query(self._term(word), w) for w, word in ranked]
        lead = leading([weight for weight, _ in ranked])
        if lead < len(terms):
            found = self._best(_some_of(terms[:lead], terms[lead:]), k)
            if len(found) == k:
                return found
        return self._best(_any_of(terms), k)

    def _term(self, word: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, "words", word, "basic")

    def _best(self, query: tantivy.Query, k: int) -> list[tuple[int, float]]:
        hits = self._searcher.search(query, limit=k, count=False).hits
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


def leading(weights: Sequence[float]) -> int:
    """How many words, the weightiest first, lead: a text with one weighs as much as any without.

    So ``k`` texts that have one are the best ``k`` of all, and the long lists of texts that only
    have the common words need not be walked through.
    """
    rest = list(accumulate(reversed(weights)))[::-1]
    after = [*rest[1:], 0.0]
    return next(n for n, weight in enumerate(weights, 1) if weight >= after[n - 1])


def _any_of(terms: Iterable[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])


def _some_of(needed: list[tantivy.Query], more: list[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query(
        [(tantivy.Occur.Must, _any_of(needed)), *((tantivy.Occur.Should, term) for term in more)]
    )
