"""The lines of a class: which words, together, mark a question of its kind. No database here.

A line is a few words that must all be in the question, in any order, each as a whole word in any
of its forms: ``returned Syria``. ``syria/iraq`` means either, and ``jihad*`` any ending. Words in
quotation marks stand side by side, exactly so: ``"from syria"``. The first part of a line must be
in the question itself; the others may stand elsewhere in the request, where it says what all its
questions are about.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from answerable.model import UnusableInputError
from answerable.precedents.words import words

_PART = re.compile(r'(?:"[^"]*"|[^\s"])+')
_FORM = re.compile(r'"[^"]*"|[^/"]+')
_MOST_LINES, _LONGEST_LINE = 200, 200


Text = tuple[tuple[str, str], ...]  # each word of a text, and its stem


@dataclass(frozen=True, slots=True)
class Sign:
    """One part of a line: any of ``forms``, each some words side by side."""

    forms: tuple[tuple[str, ...], ...]

    def found_in(self, text: Text) -> str:
        """The words of the text that are it, as they stand there; empty if it has none."""
        return next((words for form in self.forms if (words := _side_by_side(form, text))), "")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a class; a question has it if it has every sign, the first one itself."""

    text: str
    signs: tuple[Sign, ...]


@lru_cache(2_000)
def read_line(text: str) -> Line:
    """A line as an officer wrote it.

    Raises:
        UnusableInputError: it holds no word.
    """
    signs = []
    for part in _PART.findall(text):
        forms = tuple(form for form in map(_form, _FORM.findall(part)) if form)
        if forms:
            signs.append(Sign(forms))
    if not signs:
        raise UnusableInputError(
            f"The line “{text.strip()}” holds no word. Write words, or leave it out."
        )
    return Line(text.strip(), tuple(signs))


def read_lines(text: str) -> tuple[Line, ...]:
    """Every line of a text area that is not empty.

    Raises:
        UnusableInputError: a line without a word, too long a one, or too many.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > _MOST_LINES or any(len(line) > _LONGEST_LINE for line in lines):
        raise UnusableInputError(
            f"A class has at most {_MOST_LINES} lines of at most {_LONGEST_LINE} characters each."
        )
    return tuple(read_line(line) for line in lines)


@dataclass(frozen=True, slots=True)
class Hit:
    """A line that a question has, and the words that show it."""

    line: Line
    words: tuple[str, ...]


def found(lines: Iterable[Line], question: str, request: str) -> Hit | None:
    """The first line that ``question``, read in the light of the whole ``request``, has."""
    return _found(tuple(lines), question, request)


@lru_cache(256)  # each page of a case, and each act on it, asks again
def _found(lines: tuple[Line, ...], question: str, request: str) -> Hit | None:
    own = taken_apart(question)
    around = (*own, ("", ""), *taken_apart(request))  # the gap keeps two texts from one phrase
    for line in lines:
        first, *others = line.signs
        hits = (first.found_in(own), *(sign.found_in(around) for sign in others))
        if all(hits):
            return Hit(line, hits)
    return None


@lru_cache(64)
def taken_apart(text: str) -> Text:
    """The words of a text, each with what is left when its form's ending is off."""
    return tuple((word, _stem(word)) for word in words(text))


@lru_cache(50_000)
def _stem(word: str) -> str:
    """A light hand: "returned", "returning" and "returns" are one word, "returnee" another."""
    if len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 4 and word.endswith("ed"):
        word = word[:-2]
    elif len(word) > 4 and word.endswith("e"):
        return word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiosz":
        word = word[:-1]
    return word


def _form(text: str) -> tuple[str, ...]:
    """Marks for the words of a form: ``=word`` exactly, ``word*`` any ending, else a stem."""
    if text.startswith('"'):
        return tuple(f"={word}" for word in words(text))
    own = words(text)
    if own and text.endswith("*"):
        return (*map(_stem, own[:-1]), f"{own[-1]}*")
    return tuple(map(_stem, own))


def _side_by_side(form: tuple[str, ...], text: Text) -> str:
    first, n = form[0], len(form)
    for start in range(len(text) - n + 1):
        if not _is(first, text[start]):
            continue
        here = text[start : start + n]
        if all(map(_is, form, here)):
            return " ".join(word for word, _ in here)
    return ""


def _is(mark: str, has: tuple[str, str]) -> bool:
    word, stem = has
    if mark.startswith("="):
        return word == mark[1:]
    return word.startswith(mark[:-1]) if mark.endswith("*") else stem == mark
