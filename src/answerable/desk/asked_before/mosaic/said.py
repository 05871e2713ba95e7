"""What a body answered, as the mosaic names answers; left open where a log does not say it. Pure."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from answerable.desk.asked_before.others import Other
from answerable.desk.cases.models import Question
from answerable.mosaic.values import LARGEST
from answerable.precedents.outcomes import kind_of_outcome

_REFUSED = {"refused", "cost_limit", "vexatious", "repeated", "future_publication"}
_SILENT = re.compile(
    r"\b(?:a?waiting|no reply|no response|silent|overdue|open|in progress)\b", re.I
)
_NCND = re.compile(r"\bneither (?:to )?confirm(?:s|ed)? n?or den(?:y|ies|ied)\b", re.I)
# What is a number in a letter and counts nothing.
_NO_COUNT = re.compile(
    r"(?:\b(?:section|sections|regulation|reg|s|part|article|schedule|question|ref(?:erence)?|foi|eir|"
    r"paragraph|page|version)\.?:? ?[-/#]?\d[\w()./-]*)"
    r"|£ ?[\d,.]+\w*|[\d,.]+ ?(?:%|per cent)|\b\d{1,2}[:.]\d{2}\b"
    r"|\b\d{1,4}[/-]\d{1,2}(?:[/-]\d{1,4})?\b"
    r"|\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december)(?: \d{1,2},?)?(?: \d{4})?\b"
    r"|\b(?:19|20)\d\d\b",
    re.I,
)
_FEWER = re.compile(r"(?:<|\b(?:fewer|less) than) ?(\d{1,3}|five|ten)\b", re.I)
_NONE = re.compile(
    r"\bnone\b(?! of)|\b(?:nil|zero)\b|^no\b(?! information| record| data| one\b)"
    r"|\bthere (?:is|are|was|were|has been|have been) no\b(?! information| record| data)",
    re.I,
)
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w,])|(?<![\w.,])\d+(?![\w]|[.,]\d)")
# "One" is too often a word of its own ("no one", "one of").
_NAMED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
          "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One body's answer: "9", "<5", "none", "ncnd", "refused", "silent"; or "" if it is not told."""

    body: str
    answer: str
    words: str  # as the log has it


def said_by(other: Other, *, alone: bool = True) -> Said:
    """What ``other`` answered; ``alone``: its answer is to this question and no other."""
    words = ": ".join(filter(None, (other.outcome.replace("_", " "), other.answer)))
    return Said(other.body, _named(other, alone=alone), words)


def _named(other: Other, *, alone: bool) -> str:
    kind = kind_of_outcome(other.outcome)
    if kind == "ncnd" or _NCND.search(other.answer):
        return "ncnd"
    if kind in _REFUSED:
        return "refused"
    if kind in ("full", "partial", "") and other.answer.strip():
        return count_in(other.answer) if alone else ""
    nothing_said = not kind and (
        not other.outcome.strip() or _SILENT.search(other.outcome.replace("_", " "))
    )
    return "silent" if nothing_said else ""


def count_in(answer: str) -> str:
    """The one count that an answer gives: a number, "<5", "none"; "" where it gives none or more."""
    text = _NO_COUNT.sub(" ", answer)
    fewer = {_digits(each) for each in _FEWER.findall(text)}
    text = _FEWER.sub(" ", text)
    numbers = {each.replace(",", "") for each in _NUMBER.findall(text)}
    numbers |= {str(n) for word, n in _NAMED.items() if re.search(rf"\b{word}\b", text, re.I)}
    found = {f"<{each}" for each in fewer} | {str(int(each)) for each in numbers}
    if _NONE.search(text):
        found.add("0")
    if len(found) != 1:
        return ""
    [only] = found
    if only == "0":
        return "none"
    return only if only[0] == "<" or int(only) <= LARGEST else ""


def _digits(word: str) -> str:
    return str(_NAMED.get(word.lower(), word))


def answers_to(question: Question, others: Iterable[Other], *, several: bool) -> list[Said]:
    """What each body answered to one question, one line a body.

    ``several``: the request asks more, so that a number in an answer to all of it is not trusted.
    """
    found: dict[str, Said] = {}
    for each in others:
        if each.question == question:
            found[each.body] = said_by(each)
        elif each.question is None:
            found.setdefault(each.body, said_by(each, alone=not several))
    return sorted(found.values(), key=lambda said: said.body.casefold())


def as_table(said: Iterable[Said]) -> str:
    """The table that the picture is drawn from; what is not told stands as silent."""
    paper = io.StringIO()
    writer = csv.writer(paper, lineterminator="\n")
    writer.writerow(["body", "answer"])
    writer.writerows([" ".join(each.body.split()), each.answer or "silent"] for each in said)
    return paper.getvalue()
