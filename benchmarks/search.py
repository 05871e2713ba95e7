"""Similar letters and near duplicates, beside SQLite FTS5 and plain BM25, on a made-up corpus.

The corpus is seeded and its truth is planted: round robins and repeats with some words edited, and
queries that reword a letter or type its first words. All timings are medians of one run, queries
interleaved. Figures are of this corpus and this machine; compare the ratios.

    python benchmarks/search.py [LETTERS]      (10,000 unless said)
"""

import random
import statistics
import sys
import tempfile
import time
from itertools import combinations
from pathlib import Path

from answerable.precedents import Archive, Entry, build, groups, open_archive, similar
from answerable.precedents.similar import asked_in, rarest

THINGS = """parking tickets|pothole claims|agency nurses|printer contracts|library closures|dog attacks
school transport|planning appeals|empty homes|fly tipping fines|street lights|taxi licences
care home fees|council tax arrears|flood defences|tree felling|food hygiene visits|noise complaints
exam appeals|ambulance delays|prison visits|cyber incidents|staff grievances|consultant fees"""
ASKS = [
    ("the total number of {x} in each year {y}", "a year by year count of {x} over {y}"),
    ("the amount spent on {x} at {e}", "how much money went on {x} at {e}"),
    ("copies of reports about {x} near {e} since {y}", "any review of {x} near {e} in {y}"),
    ("the name of the manager responsible for {x}", "who runs {x} and how to reach them"),
    ("the policy that staff follow for {x}", "written guidance used by officers for {x}"),
    ("minutes of meetings with {e} about {x}", "notes of talks held with {e} on {x}"),
    (
        "complaints received about {x} at {e} in {y}",
        "how many people complained of {x} at {e}, {y}",
    ),
]
OPEN = [
    "Dear Sir or Madam,\n\nUnder the Freedom of Information Act 2000 please provide ",
    "Hello,\n\nI would like to know ",
]
CLOSE = [
    "Please reply by email.",
    "I look forward to hearing from you within 20 working days.",
    "Please acknowledge receipt.",
]
PARTS = [
    "bar",
    "ches",
    "thor",
    "wyn",
    "ash",
    "mel",
    "ren",
    "cul",
    "dun",
    "hal",
    "kes",
    "lin",
    "mor",
    "pen",
    "quar",
    "ros",
    "stan",
    "tel",
    "und",
    "wal",
    "yar",
]
ENDS = ["ton", "ham", "bury", "field", "worth", "ley", "wick", "by", "stead", "combe"]
KINDS = ["Road", "Street", "Academy", "Services Ltd", "Infirmary", "Park"]
EXTRA = ["please", "also", "any", "all", "relevant", "kindly", "recorded"]


def name(dice: random.Random) -> str:
    """A made-up place."""
    return (dice.choice(PARTS) + dice.choice(PARTS) + dice.choice(ENDS)).capitalize()


def letter(dice: random.Random, need: tuple[str, tuple[int, ...], str, str], style: int) -> str:
    """A letter for a need: a thing, asks, a place and years."""
    thing, asks, entity, years = need
    body = "; ".join(ASKS[n][style].format(x=thing, e=entity, y=years) for n in asks)
    end = " ".join(dice.sample(CLOSE, 2))
    return f"{dice.choice(OPEN)}{body}.\n\n{end}\n\nYours faithfully,\n{name(dice)} {name(dice)}"


def edited(dice: random.Random, text: str, share: float) -> str:
    """The text with a share of its words dropped or others put in."""
    out: list[str] = []
    for word in text.split(" "):
        chance = dice.random()
        if chance < share / 2:
            continue
        out += [dice.choice(EXTRA), word] if chance < share else [word]
    return " ".join(out)


def corpus(size: int, seed: int) -> tuple[list[Entry], dict[str, int], list[tuple[str, str, int]]]:
    """Letters, the need of each by id, and queries as (kind, text, need)."""
    dice = random.Random(seed)
    things = [each for line in THINGS.split("\n") for each in line.split("|")]
    entries: list[Entry] = []
    need_of: dict[str, int] = {}
    queries: list[tuple[str, str, int]] = []
    need_number = 0
    while len(entries) < size:
        entity = f"{name(dice)} {dice.choice(KINDS)}"
        first = dice.randrange(2012, 2023)
        asks = tuple({1, *dice.sample(range(len(ASKS)), dice.choice((1, 2, 3)))})
        need = (dice.choice(things), asks, entity, f"{first} to {first + dice.randrange(1, 4)}")
        copies = 1 if dice.random() < 0.85 else dice.choice((2, 3, 4, 20))
        text = letter(dice, need, 0)
        for copy in range(copies):
            id_ = str(len(entries))
            entries.append(Entry(id_, edited(dice, text, dice.choice((0, 0.05))) if copy else text))
            need_of[id_] = need_number
        if len(queries) < 600 and dice.random() < 5_000 / size:
            queries.append(("edited", edited(dice, text, 0.1), need_number))
            queries.append(("reworded", letter(dice, need, 1), need_number))
            queries.append(("typed", f"{entity} {need[0]}", need_number))
        need_number += 1
    return entries, need_of, queries


def main() -> None:
    """Build both indexes, ask both, and print figures side by side."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    entries, need_of, queries = corpus(size, seed=7)
    print(f"{len(entries):,} letters, {len(queries)} queries")
    with tempfile.TemporaryDirectory() as place:
        archives = {}
        for engine in ("tantivy", "sqlite"):
            start = time.perf_counter()
            build(entries, Path(place) / engine, engine)
            taken = time.perf_counter() - start
            archives[engine] = open_archive(Path(place) / engine)
            print(
                f"  build, words by {engine:8} {taken:7.1f} s  {len(entries) / taken:9,.0f} letters a second"
            )
        ask(archives, need_of, queries)
        pairs(archives["tantivy"], need_of)


def ask(
    archives: dict[str, Archive], need_of: dict[str, int], queries: list[tuple[str, str, int]]
) -> None:
    """Quality by kind of query, and the time of one search by words in each engine."""
    ours = archives["tantivy"]
    numbers = {number: entry.id for number, entry in ours.store.entries()}
    hits: dict[tuple[str, str], list[bool]] = {}
    times: dict[str, list[float]] = {"tantivy": [], "sqlite": [], "whole": []}
    for kind, text, need in queries:
        start = time.perf_counter()
        found = similar(ours, text, 10)
        times["whole"].append(time.perf_counter() - start)
        hits.setdefault((kind, "similar"), []).append(
            any(need_of[e.entry.id] == need for e in found)
        )
        words = list(rarest(ours, asked_in(ours, text)))
        for engine, archive in archives.items():
            start = time.perf_counter()
            best = archive.words.search(words, 10)
            times[engine].append(time.perf_counter() - start)
        hits.setdefault((kind, "FTS5 bm25, same words"), []).append(
            any(need_of[numbers[number]] == need for number, _ in best)
        )
    for (kind, how), got in sorted(hits.items()):
        print(f"  hit@10, {kind:9} {how:22} {sum(got) / len(got):6.3f}")
    median = {name: statistics.median(each) * 1000 for name, each in times.items()}
    print(
        f"  one search of up to 12 words: tantivy {median['tantivy']:.2f} ms, FTS5 {median['sqlite']:.2f} ms,"
        f" ratio {median['sqlite'] / median['tantivy']:.1f}"
    )
    print(
        f"  a whole `similar` (cleaning, near duplicates, both searches): {median['whole']:.2f} ms"
    )


def pairs(archive: Archive, need_of: dict[str, int]) -> None:
    """Recall and precision of near-duplicate pairs at 0.6, over whole groups."""
    start = time.perf_counter()
    found = groups(archive.store, 0.6)
    taken = time.perf_counter() - start
    sizes: dict[int, int] = {}
    for need in need_of.values():
        sizes[need] = sizes.get(need, 0) + 1
    true = sum(n * (n - 1) // 2 for n in sizes.values())
    right = wrong = 0
    for group in found:
        for one, other in combinations(group.entries, 2):
            same = need_of[one.id] == need_of[other.id]
            right, wrong = right + same, wrong + (not same)
    print(
        f"  near-duplicate pairs at 0.6: recall {right / true:.4f}, precision "
        f"{right / max(1, right + wrong):.4f}, {taken:.1f} s for {len(found):,} groups"
    )


if __name__ == "__main__":
    main()
