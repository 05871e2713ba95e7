"""What the answers of many bodies tell together, for each answer that we might give. Pure.

Our own number is no part of it: our answer is every one that we could give, side by side.
"""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from answerable.counts.markers import read_markers
from answerable.model import UnusableInputError
from answerable.mosaic import (
    Analysis,
    IfAnswered,
    Kind,
    Question,
    Settings,
    analyse,
    if_answered,
    read_answer,
    read_question,
    read_share,
    read_total,
)
from answerable.mosaic.question import SILENT
from answerable.mosaic.words import SMALL, between, count_of, small, supports

MOST_BODIES, MOST_BYTES, MOST_TOTAL = 500, 200_000, 2_000
_SAYS_NOTHING = ("", "silent", "no reply", "ncnd", "neither confirm nor deny")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the officer gave: the answers of others, our name among them, and what is assumed."""

    answers: str
    us: str
    total: str = ""
    share: str = ""
    markers: str = ""


def draw(asked: Asked) -> dict[str, Any]:
    """Everything the page shows, as plain data.

    Raises:
        UnusableInputError: the answers cannot be read, are too many, or hold an answer of ours.
    """
    question, me, markers = _question(asked)
    said = ["none", *markers, "1", "5", "ncnd"]
    possible = tuple(read_answer(each, markers, "Our answer") for each in said)
    before, options = if_answered(question, me, possible)
    (consistent,) = if_answered(
        replace(question, always_ncnd=1.0, strict=False), me, (possible[0],)
    )[1]
    found = supports(before, before, options, me, consistent)
    rows = [_row("Before we say anything", before, me)]
    rows += [
        _row(f"If we say “{each.answer.said}”", analyse(question.answering(me, each.answer)), me)
        for each in options
    ]
    return {
        "rows": rows,
        "options": [_option(each) for each in options],
        "bodies": len(question.bodies),
        "use": _usable(question, options, me),
        "not": _unsupported(options, consistent),
        "supports": list(found),
        "assumptions": list(question.assumptions),
        "contradiction": before.contradiction.why if before.contradiction else "",
    }


def _question(asked: Asked) -> tuple[Question, str, dict[str, tuple[int, int | None]]]:
    """The puzzle with our answer left open, our name as it stands in it, and the markers."""
    if len(asked.answers.encode()) > MOST_BYTES:
        raise UnusableInputError("The answers are over 200 kB. Give one line for each body.")
    markers = read_markers(
        [each.strip() for each in asked.markers.replace(";", "\n").splitlines() if each.strip()]
    )
    total = None
    if asked.total.strip():
        total = read_total(asked.total.strip().replace(" to ", ".."), "The total")
        if total.hi > MOST_TOTAL:
            raise UnusableInputError(f"The total can be up to {MOST_TOTAL:,} here.")
    share = read_share(asked.share.strip() or None, "The share")
    text, me = _with_us(asked.answers, asked.us)
    settings = Settings(total=total, always_ncnd=share, markers=markers)
    return read_question(text, "The answers", settings).answering(me, SILENT), me, markers


def _with_us(text: str, us: str) -> tuple[str, str]:
    """The answers with a line for us that says nothing; an answer of ours is not taken."""
    rows = _rows(text)
    head = [each.casefold() for each in rows[0]]
    if "body" not in head or "answer" not in head:
        raise UnusableInputError("The first line must name the columns: body, answer.")
    body, answer, me = head.index("body"), head.index("answer"), " ".join(us.split())
    if not me:
        raise UnusableInputError("Give our name as it stands, or would stand, among the bodies.")
    for row in rows[1:]:
        row += [""] * (len(head) - len(row))
        if row[body].casefold() != me.casefold():
            continue
        past = row[head.index("past")] if "past" in head else ""
        if row[answer].casefold() not in _SAYS_NOTHING or past:
            raise UnusableInputError(
                "Leave our own answer out. The picture shows every answer that we could give, and "
                "must not rest on what we hold."
            )
        me, row[answer] = row[body], "silent"
        break
    else:
        rows.append(
            [me if k == body else "silent" if k == answer else "" for k in range(len(head))]
        )
    if len(rows) - 1 > MOST_BODIES:
        raise UnusableInputError(f"Up to {MOST_BODIES} bodies can be looked at here.")
    paper = io.StringIO()
    csv.writer(paper).writerows(rows)
    return paper.getvalue(), me


def _rows(text: str) -> list[list[str]]:
    lines = text.lstrip("\ufeff").strip()
    if not lines:
        raise UnusableInputError(
            "Paste the answers: a line for each body, the columns named first."
        )
    mark = "\t" if "\t" in lines.splitlines()[0] else ","
    try:
        rows = list(csv.reader(io.StringIO(lines), delimiter=mark, strict=True))
    except csv.Error as problem:
        raise UnusableInputError(f"The answers are no table ({problem}).") from None
    return [[f.strip() for f in row] for row in rows if any(f.strip() for f in row)]


def _row(words: str, found: Analysis, me: str) -> dict[str, Any]:
    """A line of the picture: a dot a body, ours apart."""
    if found.chances is None:
        why = found.contradiction.why if found.contradiction else ""
        return {"words": words, "own": None, "dots": [], "why": why}
    own, dots = 0.0, Counter[float]()
    for body, chance in zip(found.question.bodies, found.chances.bodies, strict=True):
        if body.name == me:
            own = chance.p_has_cases
        else:
            dots[round(chance.p_has_cases, 2)] += 1
    return {"words": words, "own": round(own, 4), "dots": sorted(dots.items()), "why": ""}


def _option(one: IfAnswered) -> dict[str, str]:
    """A row of the table beside the picture."""
    if one.contradiction:
        return {"answer": one.answer.said, "own": "cannot be", "p": "", "change": ""}
    change = small(one.largest_change)
    if one.moved and one.largest_change >= 1e-12:
        change += f" ({one.moved}: {one.moved_from:.4f} to {one.moved_to:.4f})"
    return {
        "answer": one.answer.said,
        "own": between(one.lo, one.hi),
        "p": f"{one.p_has_cases:.4f}",
        "change": change,
    }


def _usable(question: Question, options: Sequence[IfAnswered], me: str) -> str:
    """The sentence that an officer can use in a balance."""
    others = [each for each in question.bodies if each.name != me]
    opened = sum(each.answer.open for each in others)
    silent = sum(each.answer.kind is Kind.NCND for each in others)
    told = (
        f"Of {count_of(len(others))} asked the same, {opened:,} answered openly and {silent:,} "
        "neither confirmed nor denied"
    )
    none = options[0]
    if none.contradiction or not none.moved:
        return f"{told}."
    return (
        f"{told}; on the assumptions stated, our saying “none” would move the other body that it "
        f"moves most, {none.moved}, from {none.moved_from:.4f} to {none.moved_to:.4f} in the "
        f"probability of having cases, a change of {small(none.largest_change)}."
    )


def _unsupported(options: Sequence[IfAnswered], consistent: IfAnswered) -> str:
    """The sentence that says what the picture does not support."""
    none, words = (
        options[0],
        (
            "This is arithmetic on assumptions: it does not show that anybody could be identified, "
            "that harm would be likely, or where the public interest lies."
        ),
    )
    if not none.contradiction and none.largest_change <= SMALL:
        return (
            f"No other body moves by more than {SMALL:g}, so this one answer does not by itself "
            f"justify neither confirming nor denying. {words}"
        )
    if not consistent.contradiction and consistent.largest_change <= SMALL:
        return (
            "Had every body that neither confirmed nor denied done so whatever it holds, our "
            f"“none” would move no other by more than {SMALL:g}: what moves is what a reader learns "
            f"of the policy, not of numbers elsewhere. {words}"
        )
    return words
