"""How many made-up names a pipeline finds in text as offices write it, and what it takes for one.

Usage: gate_names.py PIPELINE [FOLDER]; with a folder that holds an index.jsonl, the files in it
that are labelled clean are inspected too, and must not be held. Names are drawn from lists of
forenames and surnames of many origins, each pair once.
"""

import json
import sys
from itertools import islice
from pathlib import Path
from random import Random
from time import process_time

from answerable.gate import inspect_file
from answerable.gate.personal.names import key
from answerable.gate.personal.pipeline import open_pipeline

_FORE = (
    "Margaret Imran Aoife Chidi Oluwaseun Rhys Priya Tomasz Agnieszka Hamish Siobhan Mohammed "
    "Fatima Xiu Jaswinder Eleanor Niamh Kwame Yusuf Deborah Gareth Sunita Dmitri Leila Callum "
    "Bronwen Hyacinth Pavel"
)
_SUR = (
    "Holloway Qureshi Brennan Okafor Adeyemi Llewellyn Patel Kowalski Nowak MacLeod O'Connor "
    "Hussain Begum Chen Singh Fairweather Gallagher Mensah Demir Ashdown Pritchard Sharma "
    "Ivanova Rahimi Sutherland Vaughan"
)
_PROSE = {
    "a sentence": "The complaint was made by {f} {s} about the night shift.",
    "the start of one": "{f} {s} was dismissed in March after the second warning.",
    "behind a title": "We spoke to Mr {s} on Tuesday and he agreed.",
    "a signature": "Yours sincerely\n{f} {s}\nHead of Information",
    "a form": "Name: {f} {s}. Post: Team leader.",
    "a row of cells": "{f} {s}. Band 6. Estates. 2019",
    "a bare cell": "{f} {s}",
    "surname first": "{s}, {f}",
}
_NOBODY = (
    "Freedom of Information Act 2000|Leeds City Council|Microsoft Office Word|Adobe InDesign|"
    "Market Street|Victoria Road|Royal Mail|Section 40 Personal Data|Year Count|"
    "Quarter One Total|Highways Maintenance Budget|St James Hospital|Data Protection Officer|"
    "Chief Executive|Times New Roman|Accent 1 Light Grid|Normal Table|Sherwood Forest|"
    "Council Tax Band D|Marks and Spencer|Holly Bush Lane|Title Slide|Manchester|"
    "Churchill Square Car Park|Total spend|Refuse collection, Monday|Heading 1|"
    "Purchase ledger|Sheet1|Grant Thornton"
)


def main() -> None:
    if len(sys.argv) < 2:
        print("name a spaCy pipeline: a folder or an installed package")
        return
    finder = open_pipeline(sys.argv[1])
    people = list(islice(_people(), 200))
    print(f"| {len(people)} names in | found |\n|---|---|")
    characters, begun = 0, process_time()
    for what, form in _PROSE.items():
        texts = [form.format(f=fore, s=sur) for fore, sur in people]
        characters += sum(map(len, texts))
        found = list(finder.find(texts))
        hits = sum(
            any(sur.casefold() in key(one) for one in each)
            for (_, sur), each in zip(people, found, strict=True)
        )
        print(f"| {what} | {hits} |")
    spent = process_time() - begun
    nobody = _NOBODY.split("|")
    wrong = [one for one, each in zip(nobody, finder.find(nobody), strict=True) if each]
    print(f"\n{len(wrong)} of {len(nobody)} that name nobody taken for people: {', '.join(wrong)}")
    print(f"{characters / spent / 1000:.0f},000 characters a second")
    if len(sys.argv) > 2:
        _clean(Path(sys.argv[2]))


def _people() -> "list[tuple[str, str]]":
    pairs = [(fore, sur) for fore in _FORE.split() for sur in _SUR.split()]
    Random(11).shuffle(pairs)
    return pairs


def _clean(folder: Path) -> None:
    rows = [json.loads(line) for line in (folder / "index.jsonl").read_text().splitlines()]
    held = files = counted = 0
    for row in rows:
        if not {"clean", "control"} & set(
            row["kind"] if isinstance(row["kind"], list) else [row["kind"]]
        ):
            continue
        report = inspect_file(folder / row["file"], names=sys.argv[1], reveal="full")
        files += 1
        held += report.verdict != "pass"
        counted += report.counts.get("people", 0) > 0
        for one in report.findings:
            if "name" in one.message and one.slug == "visible_names":
                print("   ", row["file"], one.excerpt[:100])
    print(f"{held} of {files} clean files held; people counted in {counted}")


if __name__ == "__main__":
    main()
