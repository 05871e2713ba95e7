"""Similar letters and near duplicates, beside SQLite FTS5 and plain BM25, on a made-up corpus.

The corpus is seeded and its truth is planted: round robins and repeats with some words edited, and
queries that reword a letter or type its first words. All timings are medians of one run, queries
interleaved. Figures are of this corpus and this machine; compare the ratios.

    python benchmarks/search.py [LETTERS ...]      (10,000 unless said; of several sizes, the growth)

Xapian, a measuring peer only, is asked the same words where Debian's python3-xapian is installed for the
same version of Python.
"""

import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from answerable.precedents import Archive, Entry, build, groups, open_archive, similar
from answerable.precedents.index.engines import word_index
from answerable.precedents.index.port import WordIndex
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


@dataclass
class Cost:
    """What one size of corpus costs: letters a second to build with each engine, milliseconds to ask."""

    size: int
    built: dict[str, float]
    asked: dict[str, float]


def main() -> None:
    """Build both indexes, ask both, print figures side by side, and then how they grow."""
    sizes = [int(size) for size in sys.argv[1:]] or [10_000]
    costs = [measured(size) for size in sizes]
    if len(costs) > 1:
        print(
            "growth: letters, a second: whole, words by tantivy, by FTS5; ms of a search (tantivy, FTS5), of a `similar`"
        )
        for each in costs:
            print(f"  {each.size:9,} {each.built['all']:9,.0f} {each.built['tantivy']:9,.0f} {each.built['sqlite']:9,.0f} "
                  f"{each.asked['weighed']:9.2f} {each.asked['sqlite']:9.2f} {each.asked['whole']:9.2f}")  # fmt: skip


def measured(size: int) -> Cost:
    """One size: print its figures and give its costs."""
    entries, need_of, queries = corpus(size, seed=7)
    print(f"{len(entries):,} letters, {len(queries)} queries", flush=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "archive"
        start = time.perf_counter()
        build(entries, folder)
        whole = time.perf_counter() - start
        print(f"  a whole index: {whole:.1f} s, {len(entries) / whole:,.0f} letters a second, "
              f"{bytes_of(folder) / 1e6:,.0f} MB, {most_memory():,.0f} MB of memory", flush=True)  # fmt: skip
        peer = xapian(entries, Path(place) / "xapian") if size <= 100_000 else None
        del entries
        archive = open_archive(folder)
        built, words = by_words(archive, Path(place))
        fts5 = whole + built["sqlite"] - built["tantivy"]
        print(
            f"  the same with FTS5 in place of tantivy: {fts5:.1f} s, {fts5 / whole:.2f} times as long"
        )
        asked = ask(archive, words, need_of, queries, peer)
        if size <= 100_000:
            pairs(archive, need_of)
    rates = {name: len(need_of) / taken for name, taken in built.items()}
    return Cost(len(need_of), rates | {"all": len(need_of) / whole}, asked)


def by_words(archive: Archive, place: Path) -> tuple[dict[str, float], dict[str, WordIndex]]:
    """Put the same cleaned letters, read from the database, into each engine: seconds, indexes.

    In turn, three times; the medians count.
    """
    runs: dict[str, list[float]] = {"tantivy": [], "sqlite": []}
    indexes: dict[str, WordIndex] = {}
    for turn in range(3):
        for engine, seconds in runs.items():
            if engine in indexes:
                indexes[engine].close()
            start = time.perf_counter()
            indexes[engine] = word_index(place / f"{engine}{turn}", engine)
            indexes[engine].add(archive.store.searched())
            seconds.append(time.perf_counter() - start)
    taken = {engine: statistics.median(seconds) for engine, seconds in runs.items()}
    for engine, median in taken.items():
        print(f"  the words alone by {engine:8} {median:7.1f} s  "
              f"{archive.store.count() / median:9,.0f} letters a second, "
              f"{bytes_of(place / f'{engine}0') / 1e6:,.0f} MB", flush=True)  # fmt: skip
    print(
        f"  the words alone: tantivy takes {taken['tantivy'] / taken['sqlite']:.2f} of FTS5's time"
    )
    return taken, indexes


def bytes_of(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def most_memory() -> float:
    """The most memory that this process held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ask(
    ours: Archive,
    indexes: dict[str, WordIndex],
    need_of: dict[str, int],
    queries: list[tuple[str, str, int]],
    peer: Callable[[list[str]], int] | None,
) -> dict[str, float]:
    """Quality by kind of query, and the time of one search by words in each engine."""
    numbers = {number: entry.id for number, entry in ours.store.entries()}
    hits: dict[tuple[str, str], list[bool]] = {}
    times: dict[str, list[float]] = {
        name: [] for name in ("weighed", "tantivy", "sqlite", "whole", "xapian")
    }
    # A search by FTS5 takes a second where a million letters are.
    few = 150 if len(need_of) > 100_000 else len(queries)
    for n, (kind, text, need) in enumerate(queries):
        start = time.perf_counter()
        found = similar(ours, text, 10)
        times["whole"].append(time.perf_counter() - start)
        hit = any(need_of[e.entry.id] == need for e in found)
        hits.setdefault((kind, "similar"), []).append(hit)
        if n >= few:
            continue
        if few < len(queries):
            hits.setdefault((kind, "similar, as FTS5"), []).append(hit)
        weights = rarest(ours, asked_in(ours, text))
        words = list(weights)
        # As `similar` asks tantivy, and both as any search for words is ranked (BM25).
        start = time.perf_counter()
        indexes["tantivy"].search(words, 10, [*weights.values()])
        times["weighed"].append(time.perf_counter() - start)
        for engine, index in indexes.items():
            start = time.perf_counter()
            best = index.search(words, 10)
            times[engine].append(time.perf_counter() - start)
        if peer is not None:
            start = time.perf_counter()
            peer(words)
            times["xapian"].append(time.perf_counter() - start)
        hits.setdefault((kind, "FTS5 bm25, same words"), []).append(
            any(need_of[numbers[number]] == need for number, _ in best)
        )
    for (kind, how), got in sorted(hits.items()):
        print(f"  hit@10, {kind:9} {how:22} {sum(got) / len(got):6.3f}  of {len(got)}")
    median = {name: statistics.median(each) * 1000 for name, each in times.items() if each}
    print(f"  one search of up to 12 words, ms: as `similar` asks {median['weighed']:.2f}; BM25 by "
          f"tantivy {median['tantivy']:.2f}, by FTS5 {median['sqlite']:.2f}")  # fmt: skip
    print(
        f"  FTS5 takes {median['sqlite'] / median['weighed']:.1f} times as long as `similar`'s search, "
        f"{median['sqlite'] / median['tantivy']:.1f} times as long as BM25 by tantivy"
    )
    if "xapian" in median:
        print(f"  the same words in Xapian {median['xapian']:.2f} ms, "
              f"{median['xapian'] / median['weighed']:.1f} and {median['xapian'] / median['tantivy']:.1f} times as long")  # fmt: skip
    print(
        f"  a whole `similar` (cleaning, near duplicates, words): {median['whole']:.2f} ms",
        flush=True,
    )
    return median


def xapian(entries: list[Entry], place: Path) -> Callable[[list[str]], int] | None:
    """Index the letters in Xapian, and give what asks it for the ten best; None where it is not."""
    sys.path.append("/usr/lib/python3/dist-packages")
    try:
        import xapian as peer  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        print("  Xapian was not measured: python3-xapian is not installed for this Python")
        return None
    finally:
        sys.path.pop()
    start = time.perf_counter()
    made = peer.WritableDatabase(str(place), peer.DB_CREATE_OR_OVERWRITE)
    for entry in entries:
        document, terms = peer.Document(), peer.TermGenerator()
        terms.set_document(document)
        terms.index_text(entry.text)
        document.set_data(entry.id)
        made.add_document(document)
    made.commit()
    made.close()
    taken = time.perf_counter() - start
    print(
        f"  build, words by Xapian   {taken:7.1f} s  {len(entries) / taken:9,.0f} letters a second"
    )
    database = peer.Database(str(place))

    def best(words: list[str]) -> int:
        enquire = peer.Enquire(database)
        enquire.set_query(peer.Query(peer.Query.OP_OR, words))
        return sum(1 for _ in enquire.get_mset(0, 10))

    return best


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
