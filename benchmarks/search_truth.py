"""Search and near duplicates on a corpus whose truth is known, by words alone and with meaning on.

    python benchmarks/search_truth.py CORPUS [KEEP]

CORPUS is a folder with ``docs.jsonl`` ({"id", "group", "authority", "text"}; letters of one group are
copies of each other, -1 of none) and ``queries.jsonl`` ({"kind", "text", "rel": [ids]}). With
ANSWERABLE_MODEL set (a folder with a sentence model) meaning is on. Near duplicates are measured twice:
with the authority that each letter went to, and without, as a bare folder of letters has none.

Reading 100,000 letters with a model takes an hour or so on one processor. KEEP is a folder for the
indexes, and a run that was stopped goes on from what stands there.
"""

import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

from answerable.precedents import Archive, Entry, build, groups, open_archive, similar
from answerable.precedents.meaning import interleaved, open_encoder, same_subject, words_lead
from answerable.precedents.meaning.vectors import vectors_of
from answerable.precedents.progress import Progress


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file, one a line."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def pairs(archive: Archive, group_of: dict[str, str], what: str) -> None:
    """Recall and precision of pairs in one group."""
    began = time.perf_counter()
    found = groups(archive.store, 0.6)
    taken = time.perf_counter() - began
    sizes: defaultdict[str, int] = defaultdict(int)
    for group in group_of.values():
        sizes[group] += 1
    true = sum(n * (n - 1) // 2 for n in sizes.values())
    right = wrong = 0
    for group_found in found:
        for one, other in combinations(group_found.entries, 2):
            same = group_of[one.id] == group_of[other.id]
            right, wrong = right + same, wrong + (not same)
    print(f"  near-duplicate pairs, {what}: recall {right / max(true, 1):.4f}, precision "
          f"{right / max(right + wrong, 1):.4f} of {true:,} pairs, {taken:.1f} s", flush=True)  # fmt: skip


def hits(archive: Archive, folder: Path, queries: Path) -> None:
    """How often a letter that is meant is among ten, by kind of query."""
    model = os.environ.get("ANSWERABLE_MODEL")
    encoder = open_encoder(Path(model)) if model else None
    if encoder:
        vectors_of(archive, folder, encoder, Progress())
    got: defaultdict[str, list[list[bool]]] = defaultdict(list)
    for query in lines(queries):
        wanted = set(map(str, query["rel"]))
        if not wanted:
            continue
        lists = [similar(archive, query["text"], 10)]
        if encoder:
            near = same_subject(archive, folder, encoder, query["text"], 10)
            lists.append(interleaved(lists[0], near, 10, led=words_lead(archive, query["text"])))
        got[query["kind"]].append([any(e.entry.id in wanted for e in each) for each in lists])
    print(
        f"  hit@10            words alone{'  with meaning' if encoder else '   (meaning is off)'}"
    )
    for kind, results in sorted(got.items()):
        shares = [sum(column) / len(results) for column in zip(*results, strict=True)]
        print(f"  {kind:10} n={len(results):4}  " + "  ".join(f"{share:11.3f}" for share in shares))


def main() -> None:
    """Measure and print."""
    if len(sys.argv) not in (2, 3):
        sys.exit(str(__doc__))
    corpus = Path(sys.argv[1])
    entries, group_of = [], {}
    for row in lines(corpus / "docs.jsonl"):
        entries.append(Entry(str(row["id"]), row["text"], body=row["authority"]))
        alone = row["group"] == -1
        group_of[str(row["id"])] = f"alone {row['id']}" if alone else str(row["group"])
    print(f"{len(entries):,} letters")
    with tempfile.TemporaryDirectory() as passing:
        place = Path(sys.argv[2] if len(sys.argv) == 3 else passing)
        for what in ("bodies known", "bodies not known"):
            folder = place / what.replace(" ", "-")
            known = what == "bodies known"
            if not folder.exists():
                build((e if known else replace(e, body="") for e in entries), folder)
            with open_archive(folder) as archive:
                pairs(archive, group_of, what)
                if known:
                    hits(archive, folder, corpus / "queries.jsonl")


if __name__ == "__main__":
    main()
