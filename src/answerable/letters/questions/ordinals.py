"""Labels that count in words: "1st", "Second:", "Third question -", "Point the first".

"First, we considered …, Second, …" is how reasons are counted too. So a run of such labels must
begin at the first and go on by one; and one that names no question ("First,") must ask.
"""

from collections.abc import Sequence
from typing import NamedTuple

from answerable.letters.patterns import compiled

_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")  # fmt: skip
_NTH = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|[4-9]th|1[0-9]th|20th"
_THING = r"(?:question|point|part|item|request|query|matter|head)"
_LABEL = compiled(
    rf"(?:(?:your|the|my|our) )?(?:(?P<nth>{_NTH})(?P<thing>,? {_THING}(?: (?:is|was|asks?|asked))?)(?: ?[:.,)]| ?-(?= )| ?$)|(?P<end>{_THING}) the (?P<last>{_NTH})(?: ?[:.,)]| ?-(?= )| ?$)|(?P<short>{_NTH})(?:ly)?(?: ?[:.)]| ?-(?= )|,| (?=(?:how|what|which|who|when|where|why|whether|please)\b))|(?P<bare>1st|2nd|3rd|[4-9]th) (?!(?:of|and|to|or|floor|class|hand|party|person|quarter|half|edition|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))[ ]{{0,8}}"
)
_ASKS = compiled(
    r"(?:please|how|what|which|who|when|where|why|whether|the (?:number|cost|total|names?|amount)|a copy|copies|i (?:want|would like|ask)|can you|could you)\b"
)
_FIRST = ("first", "1st", "First", "FIRST")
_LONGEST = 60  # characters in which a label and the word after it stand


class Ordinal(NamedTuple):
    """A label in words: its number, how long it is, and whether it says what it counts."""

    number: str
    end: int
    named: bool


def may_count(text: str) -> bool:
    """Whether anything in a text may be counted so: it has a first."""
    return any(word in text for word in _FIRST)


def ordinals(lines: Sequence[str]) -> dict[int, Ordinal]:
    """The lines that have such a label, by their place in ``lines``; words in lower case."""
    runs: list[list[tuple[int, Ordinal]]] = []
    for place, words in enumerate(lines):
        found = _at(words)
        if found is None:
            continue
        if found.number == "1":
            runs.append([])
        elif not runs or not runs[-1] or int(runs[-1][-1][1].number) + 1 != int(found.number):
            continue
        runs[-1].append((place, found))
    runs = [run for run in runs if len(run) > 1]
    asked = bool(runs) and all(_asks(lines[place], found) for place, found in runs[0])
    return {
        place: found
        for run in runs
        for place, found in run
        if asked or all(each.named for _, each in run)
    }


def _at(words: str) -> Ordinal | None:
    match = _LABEL.match(words[:_LONGEST])
    if match is None:
        return None
    said = match["nth"] or match["last"] or match["short"] or match["bare"]
    number = str(_WORDS.index(said) + 1) if said in _WORDS else said[:-2]
    return Ordinal(number, match.end(), match["thing"] is not None or match["end"] is not None)


def _asks(words: str, label: Ordinal) -> bool:
    body = words[label.end :].rstrip(" \"'")
    return body.endswith("?") or _ASKS.match(body) is not None
