"""A search server of the tests' own."""

from collections.abc import Iterator

import pytest
from tests.precedents.search_server import SearchServer


@pytest.fixture
def search_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SearchServer]:
    """A server that the engine "opensearch" finds."""
    with SearchServer() as server:
        monkeypatch.setenv("ANSWERABLE_OPENSEARCH", server.address)
        yield server
