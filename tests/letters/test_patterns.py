"""What saves work finds the same: every expression of ours against ``re`` itself."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable import audit, letters
from answerable.letters import notes
from answerable.letters.alternatives import compile_behind, compile_sorted
from answerable.letters.leaps import Leaping
from answerable.letters.patterns import (
    Pattern,
    at_word,
    compiled,
    is_vouched,
    needed,
    opening,
    vouch,
)
from answerable.letters.phrases import Phrase, expect, holds
from answerable.letters.rare import Rare, Wordings
from answerable.letters.text import flow, lower

LABELLED = sorted((Path(__file__).parent / "labelled").glob("*/*.txt"))
# Words and signs that stand at the edges of what the twins and the notes may take for granted.
PIECES = [
    "withheld ", "is not held", " public interest", "outweighs", "section 31(1)(a) ", "disclose", "would be ",
    "likely to ", "prejudice", "£", "é", "ŵ", "İ", "ſ", "K", "…", "\x1c", "\u00a0", "\n", ". ", "(", "<5 ", '"', "you asked ",
    "for ", "how many", "neither confirm nor deny ", "review", "commissioner ", "2026", "a", "-", "’", "٣", "_",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=120).map("".join)


def modules() -> Iterator[object]:
    for package in (letters, audit):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


@cache
def ours(kind: type) -> tuple[object, ...]:
    """Every object of ``kind`` that a module of ours holds, alone or in a row of them."""
    found: dict[int, object] = {}

    def take(value: object, depth: int = 0) -> None:
        if isinstance(value, kind):
            found[id(value)] = value
        elif isinstance(value, (tuple, list)) and depth < 3:
            for each in value:
                take(each, depth + 1)

    for module in modules():
        for value in vars(module).values():
            take(value)
    return tuple(found.values())


def patterns() -> list[Pattern]:
    made = [each for each in ours(Pattern) if isinstance(each, Pattern)]
    made += [each.pattern for each in ours(Phrase) if isinstance(each, Phrase)]
    made += [each.pattern for each in ours(Rare) if isinstance(each, Rare)]
    made += [
        one.pattern for each in ours(Wordings) if isinstance(each, Wordings) for one in each._each
    ]
    return made


def spans(pattern: re.Pattern[str] | Leaping, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text, 0, len(text))]


def by_itself(pattern: Pattern) -> re.Pattern[str]:
    """The expression as ``re`` has it, with nothing saved."""
    return re.compile(pattern.pattern, pattern._flags)


@cache
def often(pattern: Pattern) -> re.Pattern[str] | Leaping:
    return pattern.often()


def sample() -> list[str]:
    """A letter of every fourth labelled set or so, as a phrase meets it."""
    return [lower(flow(path.read_text(encoding="utf-8"))) for path in LABELLED[::96]]


def plainly(phrase: Phrase, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What a phrase is by its definition, line by line, with no notes and no twin."""
    found = []
    low = start
    for line in text[start:end].split("\n"):
        high = low + len(line)
        if holds(line, phrase.anchors) and (not phrase.needs or holds(line, phrase.needs)):
            found += [m.span() for m in by_itself(phrase.pattern).finditer(text, low, high)]
        low = high + 1
    return found


def test_there_are_hundreds_of_expressions_to_compare() -> None:
    assert len(ours(Phrase)) > 200
    assert len(patterns()) > 400


def test_the_look_the_twin_and_the_leaps_change_nothing_in_any_letter() -> None:
    for text in sample():
        plain = re.sub(r"[^\x00-\x7f]", "£", text)
        for pattern in patterns():
            expected = spans(by_itself(pattern), text)
            assert spans(pattern.full, text) == expected, pattern
            expected = spans(pattern.full, plain)
            assert spans(pattern.twin, plain) == expected, pattern
            assert spans(often(pattern), plain) == expected, pattern


@settings(max_examples=25, deadline=None)
@given(texts)
def test_no_text_is_found_otherwise_by_any_pattern(text: str) -> None:
    vouch(text)
    for pattern in patterns():
        expected = spans(by_itself(pattern), text)
        assert spans(pattern.for_text(text), text) == expected, pattern
        if text.isascii() or is_vouched(text):
            assert spans(often(pattern), text) == expected, pattern


@settings(max_examples=25, deadline=None)
@given(texts, st.integers(0, 400), st.integers(0, 400), st.booleans())
def test_a_phrase_finds_with_its_notes_what_it_is_by_definition(
    text: str, start: int, end: int, often: bool
) -> None:
    text = lower(text)
    if often:
        text = text + "\n" + "x" * 600
        expect(text)
    start, end = min(start, len(text)), min(end, len(text))
    for phrase in ours(Phrase):
        assert isinstance(phrase, Phrase)
        assert [tuple(s) for s in phrase.among(text)] == plainly(phrase, text, 0, len(text)), phrase
        found = [tuple(span) for span in phrase.among(text, start, end)]
        assert found == plainly(phrase, text, start, end), phrase


def test_a_phrase_finds_in_every_letter_what_it_is_by_definition() -> None:
    for text in sample():
        expect(text)
        for phrase in ours(Phrase):
            assert isinstance(phrase, Phrase)
            found = [tuple(span) for span in phrase.among(text)]
            assert found == plainly(phrase, text, 0, len(text)), phrase


def test_every_match_holds_one_of_the_plain_words_it_cannot_do_without() -> None:
    lines = [line for text in sample() for line in text.split("\n") if line]
    for pattern in patterns():
        plain = needed(pattern.pattern)
        for line in lines if plain else ():
            for match in pattern.full.finditer(line):
                assert holds(match[0], plain), pattern


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"public interest", {"public interest"}),
        (r"\bre-?use\b", {"use"}),
        (r"withh(?:e|o)ld", {"withh"}),
        (r"(?:outweighs|prevails) in|\bon balance", {"outweighs", "prevails", "on balance"}),
        (r"(?:ab)?|cd", set()),
        (r"[a-z]{3,}", set()),
        (r"(?i)held", set()),
        (r"(?!not )held", {"held"}),
    ],
)
def test_the_plain_words_of_an_expression_are_read_from_it(pattern: str, words: set[str]) -> None:
    assert needed(pattern) == words


@pytest.mark.parametrize("body", [r"(?:a|b)?", r".x", r"(?i:a)b", r"\w+", r"[^a]b"])
def test_no_look_is_added_where_it_would_tell_nothing(body: str) -> None:
    assert at_word(body).full.pattern == rf"\b(?:{body})"


@pytest.mark.parametrize("pattern", [r"a\s", r"a\S", "(?i)é", r"(?i)\xe9"])
def test_an_expression_that_plain_text_does_not_settle_has_no_twin(pattern: str) -> None:
    made = compiled(pattern)
    assert made.twin.flags == made.full.flags


def test_an_expression_without_a_parser_is_tried_everywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("answerable.letters.alternatives.parser", None)
    assert needed("held") == frozenset()
    assert at_word("held").full.pattern == r"\b(?:held)"
    assert isinstance(at_word("held").often(), re.Pattern)
    assert Wordings("held").found("it is held")
    assert Rare("held").search("it is held") is not None


def test_only_a_text_without_letters_or_spaces_beyond_ascii_is_vouched_for() -> None:
    plain, welsh, spaced = "£5 … paid", "dŵr £5", "£5\u00a0paid"
    for text in (plain, welsh, spaced):
        vouch(text)
    assert is_vouched(plain)
    assert not is_vouched(welsh)
    assert not is_vouched(spaced)


def test_a_text_of_very_many_different_words_is_searched_without_notes() -> None:
    phrase = Phrase("withheld", "withheld")
    words = " ".join(f"w{number:07d}" for number in range(30_000))
    text = f"{words}\nit is withheld\n{words}"
    expect(text)
    assert notes.KNOWN.of(text) is None
    assert phrase.search(text) == (len(words) + 7, len(words) + 15)


def test_a_text_of_very_many_lines_is_searched_line_by_line() -> None:
    phrase, other = Phrase("withheld", "withheld"), Phrase("given", "given")
    text = "a\n" * 30_000 + "it is withheld\n"
    expect(text)
    assert [tuple(span) for span in phrase.among(text)] == [(60_006, 60_014)]
    assert other.search(text) is None


@pytest.mark.parametrize(
    ("pattern", "firsts"),
    [
        (r"[a-c]x", "abc"),
        (r"[^\x00-\x60b-\x7f]x", "a"),
        (r"(?:ab|cd)?e", "ace"),
        (r"\b(?=z)\dx", "0123456789"),
        (r"a{0,2}b", "ab"),
        (r"a{1,2}b", "a"),
    ],
)
def test_the_characters_an_expression_can_begin_with(pattern: str, firsts: str) -> None:
    assert opening(pattern) == frozenset(firsts)


# Elements of expressions, put together at random: what is compared with ``re`` is the engine's answer.
ELEMENTS = [
    "a",
    "ab",
    "b",
    "c ",
    "d",
    r"\b",
    r"\w",
    "[ab]",
    "[^a]",
    "(?!a)",
    "(?=b)",
    "(?<!a)",
    ".",
    "^",
    "$",
    "(a)",
    "£",
]
expressions = st.recursive(
    st.lists(st.sampled_from(ELEMENTS), min_size=1, max_size=3).map("".join),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(lambda each: f"(?:{'|'.join(each)})"),
        inner.map(lambda each: f"(?:{each})?"),
        inner.map(lambda each: f"(?:{each}){{0,2}}?"),
        st.tuples(inner, inner).map("".join),
        inner.map(lambda each: f"({each})"),
    ),
    max_leaves=12,
)
AROUND = st.text(alphabet="aabbcd £\n.", max_size=30)


@settings(max_examples=400, deadline=None)
@given(expressions, AROUND)
def test_sorted_alternatives_find_what_the_list_finds(source: str, text: str) -> None:
    plain = re.compile(source, re.MULTILINE)
    made = compile_sorted(source, re.MULTILINE)
    found = [(m.span(), m.groups()) for m in plain.finditer(text)]
    assert [(m.span(), m.groups()) for m in made.finditer(text)] == found


@settings(max_examples=400, deadline=None)
@given(expressions, AROUND, st.integers(0, 30), st.integers(0, 90))
def test_what_is_found_by_leaps_is_what_is_found(
    source: str, text: str, start: int, end: int
) -> None:
    source, text = rf"\b(?:{source})", text * 3
    behind = compile_behind(source, re.MULTILINE)
    if behind is None:
        return
    plain = re.compile(source, re.MULTILINE)
    made = Leaping(compile_sorted(source, re.MULTILINE), behind)
    end = min(end, len(text))
    found = [(m.span(), m.groups()) for m in plain.finditer(text, start, end)]
    assert [(m.span(), m.groups()) for m in made.finditer(text, start, end)] == found


@pytest.mark.parametrize(
    "source",
    [
        "held",
        r"\b(?:held)?",
        r"\b(?:held|'s)",
        r"\b[^a]",
        r"\b(?:£|held)",
        r"(?i)\bheld",
        r"\bheld|kept",
    ],
)
def test_there_are_no_leaps_where_a_match_may_begin_with_more_than_a_word(source: str) -> None:
    assert compile_behind(source, 0) is None


def test_an_expression_is_sorted_once_it_is_searched_for_often() -> None:
    pattern = at_word("held|kept")
    assert pattern.search("it is held") is not None
    assert pattern.finder is pattern.twin
    for _ in range(500):
        assert pattern.search("it is held") is not None
    assert isinstance(pattern.finder, Leaping)


SAID = "it is not held\nit is held\nno £ at all"
LONG = SAID + "\n" + "x " * 400


@pytest.mark.parametrize("text", [SAID, LONG])
@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 24, [(10, 14)]), (3, 14, [(10, 14)]), (10, 25, []), (0, 13, []), (15, 25, [])],
)
def test_what_a_phrase_needs_has_to_stand_in_the_part_of_the_line_that_is_searched(
    text: str, start: int, end: int, found: list[tuple[int, int]]
) -> None:
    phrase = Phrase("held", "held", needs=("not ",))
    expect(text)
    assert [tuple(span) for span in phrase.among(text, start, end)] == found


@pytest.mark.parametrize("text", [SAID, LONG])
def test_a_phrase_of_one_sign_is_found_at_the_edge_of_what_is_searched(text: str) -> None:
    sign = Phrase("£", "£", anywhere=True)
    expect(text)
    assert sign.search(text, 30, 31) is None
    assert sign.search(text, 29, 30) == (29, 30)
    assert sign.search(text, 0, 29) is None
