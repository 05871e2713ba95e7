"""What every engine that searches by words does alike; and what one on a server leaves behind."""

import random
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


def test_with_weights_the_score_is_their_sum_and_the_heaviest_come_first(index: WordIndex) -> None:
    found = index.search(["parking", "orchard", "weir"], 10, [1.0, 2.0, 4.0])
    assert found == [(3, 5.0), (1, 3.0)]
    assert index.search(["lido", "breed"], 1, [1.0, 9.0])[0][0] == 7
    assert index.search(["lido", "breed"], 1, [9.0, 1.0])[0][0] == 2


def test_how_often_a_text_has_a_word_does_not_weigh(index: WordIndex) -> None:
    index.add([(8, "gull gull gull gull"), (9, "gull nest on the roof of a long terrace of shops")])
    assert index.search(["gull", "nest"], 1, [5.0, 1.0]) == [(9, 6.0)]


def test_texts_without_the_heaviest_word_are_found_where_too_few_have_it(index: WordIndex) -> None:
    found = index.search(["lido", "parking", "zeppelin"], 10, [9.0, 1.0, 20.0])
    assert found[0] == (2, 9.0)
    assert {number for number, _ in found[1:]} == {1, 3}
    assert index.search(["lido", "parking"], 1, [9.0, 1.0]) == [(2, 9.0)]


def test_the_best_by_weight_are_the_best_of_all(index: WordIndex) -> None:
    dice = random.Random(3)
    vocabulary = [f"w{n}" for n in range(12)]
    texts = {n: dice.sample(vocabulary, dice.randrange(1, 7)) for n in range(100, 300)}
    index.add((n, " ".join(some)) for n, some in texts.items())
    for heaviest in (1.5, 3.0, 30.0):
        words = dice.sample(vocabulary, 6)
        weights = [heaviest**place for place in range(6)]
        all_scores = sorted(
            (sum(w for word, w in zip(words, weights, strict=True) if word in some)
             for some in texts.values()),
            reverse=True,
        )  # fmt: skip
        scores = [score for _, score in index.search(words, 20, weights)]
        assert scores == pytest.approx(all_scores[:20], rel=1e-4)


@pytest.mark.parametrize(
    ("weights", "lead"),
    [
        ([5.0], 1),
        ([9.0, 4.0, 4.0], 1),  # one text with the first outweighs all without
        ([9.0, 6.0, 5.0], 2),  # the other two together outweigh the first
        ([9.0, 8.0, 5.0, 4.0], 3),
        ([3.0, 3.0, 3.0], 2),
    ],
)
def test_words_lead_when_a_text_with_one_weighs_as_much_as_any_without(
    weights: list[float], lead: int
) -> None:
    by_tantivy = pytest.importorskip("answerable.precedents.index.by_tantivy")
    assert by_tantivy.leading(weights) == lead


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
