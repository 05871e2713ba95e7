"""What every engine that searches by words does alike; and what one on a server leaves behind."""

from pathlib import Path

import pytest
from tests.precedents.search_server import SearchServer

from answerable.model import UnusableInputError
from answerable.precedents import Entry, build, open_archive
from answerable.precedents.index import engines
from answerable.precedents.index.port import WordIndex

ROWS = [
    (1, "parking ticket orchard lane"),
    (2, "lido repair farrow heath"),
    (3, "allotment weir field parking"),
    (7, "dog warden ward breed"),
]
ENGINES = ["tantivy", "sqlite", "opensearch"]


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, tmp_path: Path, search_server: SearchServer) -> WordIndex:
    made = engines.word_index(tmp_path / "words", request.param)
    made.add(ROWS)
    return made


def test_what_was_added_is_counted_and_found_at_once(index: WordIndex) -> None:
    assert index.count() == 4
    assert [number for number, _ in index.search(["lido"], 10)] == [2]
    assert {number for number, _ in index.search(["parking", "breed"], 10)} == {1, 3, 7}


def test_the_best_come_first_and_no_more_than_asked_for(index: WordIndex) -> None:
    found = index.search(["parking", "weir", "field"], 10)
    assert [number for number, _ in found] == [3, 1]
    assert found[0][1] > found[1][1] > 0
    assert [number for number, _ in index.search(["parking", "weir", "field"], 1)] == [3]


def test_nothing_is_found_for_nothing_and_for_words_that_are_not_there(index: WordIndex) -> None:
    assert index.search([], 10) == []
    assert index.search(["parking"], 0) == []
    assert index.search(["zeppelin"], 10) == []
    assert index.search(["weird", "par"], 10) == []


def test_words_are_counted_by_text(index: WordIndex) -> None:
    assert [index.frequency(word) for word in ("parking", "lido", "zeppelin")] == [2, 1, 0]


def test_what_was_deleted_is_gone_and_deleting_nothing_does_no_harm(index: WordIndex) -> None:
    index.delete([3, 99])
    assert index.count() == 3
    assert [number for number, _ in index.search(["parking"], 10)] == [1]
    assert index.frequency("weir") <= 1  # a text deleted lately may still be counted
    index.delete([3])
    index.delete([])
    assert index.count() == 3


@pytest.mark.parametrize("name", ["tantivy", "opensearch"])
def test_a_boost_lifts_a_word(name: str, tmp_path: Path, search_server: SearchServer) -> None:
    index = engines.word_index(tmp_path / "words", name)
    index.add(ROWS)
    words = ["lido", "breed"]
    assert index.search(words, 1, [1.0, 9.0])[0][0] == 7
    assert index.search(words, 1, [9.0, 1.0])[0][0] == 2


def test_an_opened_index_on_a_server_is_the_one_that_was_made(
    tmp_path: Path, search_server: SearchServer
) -> None:
    engines.word_index(tmp_path / "words", "opensearch").add(ROWS)
    assert engines.word_index(tmp_path / "words", "opensearch").count() == 4


def test_a_new_index_takes_the_old_one_off_the_server(
    tmp_path: Path, search_server: SearchServer
) -> None:
    for number in range(3):
        build([Entry(str(number), "How many lamps?")], tmp_path / "ix", "opensearch")
    assert len(search_server.indexes) == 1
    with open_archive(tmp_path / "ix") as archive:
        assert archive.notes == ()
        assert archive.words.count() == 1


def test_the_server_gets_words_and_no_text(tmp_path: Path, search_server: SearchServer) -> None:
    build([Entry("1", "Dear Sir,\nHow many lamps?\nYours,\nP. Doe")], tmp_path / "ix", "opensearch")
    ((texts),) = search_server.indexes.values()
    assert [set(text) for text in texts.values()] == [{"lamp"}]


def test_without_an_address_the_setting_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANSWERABLE_OPENSEARCH", raising=False)
    with pytest.raises(UnusableInputError, match="ANSWERABLE_OPENSEARCH"):
        engines.word_index(tmp_path, "opensearch")


def test_a_server_that_is_away_is_one_sentence_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWERABLE_OPENSEARCH", "http://me:secret@127.0.0.1:9")
    with pytest.raises(UnusableInputError, match="server runs") as raised:
        engines.word_index(tmp_path, "opensearch")
    assert "secret" not in str(raised.value)
