"""Near duplicates of a corpus: twins found, strangers left, one SQL text on every engine."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.batch.conftest import Run, read

from answerable.batch.corpus import Mapping, open_corpus
from answerable.batch.duplicates.sample import stock_of
from answerable.batch.duplicates.sql import BLOCK
from answerable.batch.engines.local import Local
from answerable.batch.jobs.words import words_batch
from answerable.precedents.clean import sentence_key
from answerable.precedents.near import likeness, shingles

Lines = Callable[..., Path]
THINGS = ["parking tickets", "tree felling", "dog attacks", "printer contracts", "flood defences"]


def request(thing: str, place: str, more: str = "") -> str:
    return (
        f"Dear Sir or Madam,\n\nUnder the Freedom of Information Act please tell me the number of "
        f"{thing} in {place} for each month of 2024, the sums paid to contractors, and copies of "
        f"the inspection reports{more}.\n\nYours faithfully,\nA Person"
    )


def strangers() -> list[dict[str, Any]]:
    return [
        {"id": f"s{n}", "text": f"Please send the {thing} policy, the budget and its author."}
        for n, thing in enumerate(THINGS)
    ]


def test_twins_are_grouped_and_strangers_are_not(run: Run, lines: Lines, tmp_path: Path) -> None:
    rows = strangers()
    rows.insert(1, {"id": "a", "text": request("parking tickets", "Tarnbrook")})
    rows.insert(4, {"id": "b", "text": request("parking tickets", "Tarnbrook", " of that year")})
    rows.append({"id": "c", "text": request("parking tickets", "Tarnbrook")})
    rows.append({"id": "bad", "text": ""})
    out = tmp_path / "out.jsonl"
    assert run("duplicates", lines(rows), "-o", out, "--shard", 2)[0] == 0
    found = read(out)
    assert [row["id"] for row in found] == [row["id"] for row in rows]
    grouped = {row["id"]: row for row in found if row["group"] is not None}
    assert set(grouped) == {"a", "b", "c"}
    assert {row["group"] for row in grouped.values()} == {1}
    assert {row["size"] for row in grouped.values()} == {3}
    assert {row["first"] for row in grouped.values()} == {"a"}
    assert grouped["a"]["likeness"] == grouped["c"]["likeness"] == 1.0
    assert 0.6 <= grouped["b"]["likeness"] < 1.0
    assert found[-1]["error"] == "no text"


def test_likeness_is_the_exact_share(run: Run, lines: Lines, tmp_path: Path) -> None:
    one, other = request("dog attacks", "Kelby"), request("dog attacks", "Kelby", " of that year")
    run("duplicates", lines([{"text": one}, {"text": other}]), "-o", tmp_path / "out.jsonl")
    words = words_batch(["1", "2"], [one, other], [""] * 2, [""] * 2, [])["words"]
    exact = likeness(*(shingles(each.split()) for each in words))
    assert read(tmp_path / "out.jsonl")[1]["likeness"] == round(exact, 4)


def test_a_copy_that_lost_its_name_does_not_join_two_groups(
    run: Run, lines: Lines, tmp_path: Path
) -> None:
    ask = "Amount spent on pothole claims and wages of wardens on{} Street in each ward since 2018"
    rows = [{"id": place, "text": ask.format(place)} for place in ("", " Barkeston", " Culkeston")]
    common = " ".join(dict.fromkeys(ask.format("").split()))
    rows += [{"id": f"s{n}", "text": f"Owls {n}, {n * 3} {n * 7}: {common}"} for n in range(5_000)]
    assert run("duplicates", lines(rows), "-o", tmp_path / "out.jsonl")[0] == 0
    first, second, third = [row["group"] for row in read(tmp_path / "out.jsonl")[:3]]
    assert first is not None and first in (second, third) and second != third


def test_the_threshold_is_kept(run: Run, lines: Lines, tmp_path: Path) -> None:
    rows = [{"text": request("dog attacks", "Kelby", more)} for more in ("", " of that year")]
    run("duplicates", lines(rows), "-o", tmp_path / "out.jsonl", "--threshold", 1)
    assert [row["group"] for row in read(tmp_path / "out.jsonl")] == [None, None]
    code, _, told = run("duplicates", lines(rows), "-o", tmp_path / "x.jsonl", "--threshold", 0)
    assert code == 2 and "--threshold 0 is not above 0" in told


def test_a_corpus_without_letters_has_no_groups(run: Run, lines: Lines, tmp_path: Path) -> None:
    assert run("duplicates", lines([]), "-o", tmp_path / "out.jsonl")[0] == 0
    assert read(tmp_path / "out.jsonl") == []
    assert run("duplicates", lines(["{", "{"]), "-o", tmp_path / "out.jsonl")[0] == 2
    assert [row["group"] for row in read(tmp_path / "out.jsonl")] == [None, None]


def test_words_without_a_text_have_no_key() -> None:
    columns = words_batch(["1"], ["!"], [""], [""], [])
    assert columns["same"] == [None]
    assert columns["keys"] == [[]]


def test_numbers_of_words_are_the_same_in_every_run() -> None:
    columns = words_batch(["1"], ["parking tickets in Tarnbrook"], [""], [""], [])
    assert columns["same"] == [2272437276875299754]
    assert columns["keys"][0] == sorted(columns["keys"][0])
    assert len(columns["keys"][0]) == 24


def test_the_sample_is_fair_and_the_same_in_every_run(lines: Lines) -> None:
    closing = "Kindly forward everything to the archive room of our newspaper."
    rows = [
        {"text": f"Send item{n} of the store{n * 7} and the list{n * 3} about it. {closing}"}
        for n in range(200)
    ]
    corpus = open_corpus(lines(rows), Mapping(replies=False))
    assert stock_of(corpus, 50) == stock_of(corpus, 50) == stock_of(corpus)
    assert sentence_key(closing) in stock_of(corpus)
    assert not any(sentence_key(row["text"].split(". ")[0]) in stock_of(corpus) for row in rows)


def tables(folder: Path, bands: list[tuple[int, int]], same: list[int | None]) -> list[Path]:
    letters, keys = folder / "letters.parquet", folder / "bands.parquet"
    numbers = pa.array(range(1, len(same) + 1), pa.int64())
    pq.write_table(pa.table({"n": numbers, "same": pa.array(same, pa.int64())}), letters)
    key, n = zip(*bands, strict=True)
    pq.write_table(pa.table({"key": pa.array(key, pa.int64()), "n": pa.array(n, pa.int64())}), keys)
    return [letters, keys]


def joined(folder: Path, bands: list[tuple[int, int]], same: list[int | None]) -> list[Any]:
    letters, keys = tables(folder, bands, same)
    Local(1).pairs([letters], [keys], folder / "pairs.parquet", folder / "spill")
    rows = pq.read_table(folder / "pairs.parquet").to_pylist()
    return [(row["one"], row["other"]) for row in rows]


def test_the_join_gives_each_pair_once_in_order(tmp_path: Path) -> None:
    bands = [(7, 3), (7, 1), (9, 1), (9, 3), (5, 2), (7, 2)]
    assert joined(tmp_path, bands, [11, 12, 13]) == [(1, 2), (1, 3), (2, 3)]


def test_letters_of_the_same_words_are_joined_as_one(tmp_path: Path) -> None:
    assert joined(tmp_path, [(7, 1), (7, 2), (7, 3)], [11, 11, 13]) == [(1, 3)]


def test_a_letter_without_words_is_joined_with_none(tmp_path: Path) -> None:
    assert joined(tmp_path, [(7, 1), (7, 3)], [11, None, None]) == []


def test_a_key_of_many_letters_gives_pairs_that_grow_with_them_and_hold_all_together(
    tmp_path: Path,
) -> None:
    many = 10 * BLOCK
    pairs = joined(tmp_path, [(7, n) for n in range(1, many + 1)], [*range(many)])
    assert len(pairs) < many * BLOCK
    reached = {1}
    for one, other in pairs:
        if one in reached:
            reached.add(other)
    assert len(reached) == many


@pytest.mark.slow
def test_daft_joins_the_same_pairs_by_the_same_text(tmp_path: Path) -> None:
    import subprocess
    import sys

    from tests.batch.conftest import environment

    dice = random.Random(5)
    bands = [(dice.randrange(60), dice.randrange(1, 2001)) for _ in range(9000)]
    same = [None if n % 11 == 0 else n // 2 for n in range(2000)]
    expected = joined(tmp_path, bands, same)
    program = (
        "import sys; from pathlib import Path; from answerable.batch.engines import engine\n"
        "letters, bands, into = map(Path, sys.argv[1:])\n"
        "engine('daft', 1).pairs([letters], [bands], into, into)\n"
    )
    paths = [tmp_path / name for name in ("letters.parquet", "bands.parquet", "daft.parquet")]
    call = [sys.executable, "-W", "error", "-c", program, *map(str, paths)]
    subprocess.run(call, check=True, env=environment())
    rows = pq.read_table(tmp_path / "daft.parquet").to_pylist()
    assert [(row["one"], row["other"]) for row in rows] == expected
    assert len(expected) > 10_000
