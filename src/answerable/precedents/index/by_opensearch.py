"""Search by words on an OpenSearch server, for logs beyond ten million letters.

The one engine that is not on this machine: used only where it is asked for by name and
``ANSWERABLE_OPENSEARCH`` says where it is. It is given numbers and words, never a letter's text.
"""

import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from answerable.model import UnusableInputError

_LOT = 1_000  # texts in one call
_MARK = "opensearch-index"  # the file in the folder that says which index on the server is ours
_SHAPE = {
    "settings": {"number_of_shards": 1, "refresh_interval": "-1"},
    "mappings": {
        "dynamic": "strict",
        "_source": {"enabled": False},
        # The words come clean and folded; nothing but the spaces between them is to be read.
        "properties": {
            "words": {"type": "text", "analyzer": "whitespace", "index_options": "freqs"}
        },
    },
}


class OpenSearchIndex:
    """A ``WordIndex`` on a server; the folder holds its name there and nothing else."""

    engine = "opensearch"

    def __init__(self, folder: Path, client: Any = None) -> None:
        """``client``: as the package opensearch-py makes it; None for the one that is set.

        Raises:
            UnusableInputError: no server is set, or it does not answer.
        """
        self._client = client or connect()
        folder.mkdir(parents=True, exist_ok=True)
        mark = folder / _MARK
        if not mark.exists():
            name = f"answerable-{secrets.token_hex(8)}"
            _asked(self._client.indices.create, index=name, body=_SHAPE)
            mark.write_text(name, encoding="utf-8")
        self._name = mark.read_text(encoding="utf-8").strip()

    def add(self, rows: Iterable[tuple[int, str]]) -> None:
        """See ``WordIndex``."""
        self._bulk([{"index": {"_id": str(number)}}, {"words": text}] for number, text in rows)

    def delete(self, numbers: Iterable[int]) -> None:
        """See ``WordIndex``."""
        self._bulk([{"delete": {"_id": str(number)}}] for number in numbers)

    def search(
        self, words: Sequence[str], k: int, weights: Sequence[float] = ()
    ) -> list[tuple[int, float]]:
        """See ``WordIndex``."""
        if not words or k < 1:
            return []
        terms: list[dict[str, Any]] = [{"term": {"words": {"value": word}}} for word in words]
        if weights:
            terms = [
                {"constant_score": {"filter": term, "boost": weight}}
                for term, weight in zip(terms, weights, strict=True)
            ]
        query = {"size": k, "query": {"bool": {"should": terms}}, "track_total_hits": False}
        found = _asked(self._client.search, index=self._name, body=query)
        return [(int(hit["_id"]), float(hit["_score"])) for hit in found["hits"]["hits"]]

    def frequency(self, word: str) -> int:
        """See ``WordIndex``."""
        return self._counted({"query": {"term": {"words": word}}})

    def count(self) -> int:
        """See ``WordIndex``."""
        return self._counted({"query": {"match_all": {}}})

    def close(self) -> None:
        """See ``WordIndex``."""
        self._client.close()

    def drop(self) -> None:
        """Delete the index on the server, when the folder that names it goes."""
        _asked(self._client.indices.delete, index=self._name, ignore_unavailable=True)

    def _counted(self, query: dict[str, Any]) -> int:
        return int(_asked(self._client.count, index=self._name, body=query)["count"])

    def _bulk(self, actions: Iterable[list[dict[str, Any]]]) -> None:
        left = iter(actions)
        for lot in iter(lambda: list(islice(left, _LOT)), []):
            lines = [line for action in lot for line in action]
            answer = _asked(self._client.bulk, index=self._name, body=lines)
            for problem in _problems(answer):
                raise UnusableInputError(f"The search server refused a letter: {problem}.")
        _asked(self._client.indices.refresh, index=self._name)


def connect() -> Any:
    """A client of the server that ``ANSWERABLE_OPENSEARCH`` names ("https://user:pass@host:9200").

    Raises:
        UnusableInputError: none is named, or the package is not installed.
    """
    address = os.environ.get("ANSWERABLE_OPENSEARCH", "").strip()
    if not address:
        raise UnusableInputError(
            "The engine opensearch needs the address of a server in ANSWERABLE_OPENSEARCH."
        )
    try:
        package = import_module("opensearchpy")
    except ImportError:
        raise UnusableInputError(
            "The engine opensearch needs the extra: pip install 'answerable[opensearch]'."
        ) from None
    return package.OpenSearch(address, timeout=60, max_retries=3, retry_on_timeout=True)


def drop(folder: Path) -> None:
    """Delete what ``folder`` names on the server; nothing if it is another engine's folder."""
    if (folder / _MARK).exists():
        OpenSearchIndex(folder).drop()


def _asked(call: Any, **given: Any) -> Any:
    try:
        return call(**given)
    except Exception as problem:
        # The package's own kinds of error; its words may hold the address with its password.
        if type(problem).__module__.split(".")[0] != "opensearchpy":
            raise
        raise UnusableInputError(
            f"The search server does not do what it is asked ({type(problem).__name__}); "
            "see whether ANSWERABLE_OPENSEARCH is right and the server runs."
        ) from None


def _problems(answer: dict[str, Any]) -> Iterator[str]:
    """What went wrong with single letters; that one to delete was not there is no problem."""
    for item in answer["items"]:
        for done, said in item.items():
            if said["status"] >= 400 and not (done == "delete" and said["status"] == 404):
                yield str(said.get("error", {}).get("type", said["status"]))
