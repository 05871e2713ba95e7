"""What is noted of a text finds what a search of every line finds."""

import random
import re

from answerable.letters.phrases import Phrase, Words, expect

_WORDS = ("refused", "refuse", "public", "interest", "the", "publicinterest", "we", "£5", "in", "x" * 150 + "public")  # fmt: skip
_PHRASES = (
    Phrase(r"\bpublic interest\b", "public interest"),
    Phrase(r"refus\w+", "refus"),
    Phrase(r"we\b.{0,20}the", "we", needs=("the",)),
    Phrase(r"£\d", "£", anywhere=True),
)


def texts(seed: int, lines: int) -> str:
    dice = random.Random(seed)
    return "\n".join(
        " ".join(dice.choice(_WORDS) for _ in range(dice.randrange(12))) for _ in range(lines)
    )


def sought(pattern: str, text: str, *, anywhere: bool) -> list[tuple[int, int]]:
    """The matches within each line, by the expression alone."""
    whole = re.compile(pattern if anywhere else rf"\b(?:{pattern})", re.MULTILINE)
    return [
        match.span()
        for line in re.finditer(r"[^\n]+", text)
        for match in whole.finditer(text, *line.span())
    ]


def test_a_phrase_is_found_in_a_text_of_which_notes_are_taken_as_in_any_other() -> None:
    for seed in range(6):
        text = texts(seed, lines=130)  # more than are gone through at once
        expect(text)
        for phrase in (_PHRASES[0], _PHRASES[1], _PHRASES[3]):
            anywhere = phrase is _PHRASES[3]
            pattern = (r"\bpublic interest\b", r"refus\w+", "", r"£\d")[_PHRASES.index(phrase)]
            assert list(phrase.among(text)) == sought(pattern, text, anywhere=anywhere)


def test_a_phrase_with_a_second_word_is_found_only_in_lines_with_both() -> None:
    text = texts(7, lines=130)
    expect(text)
    found = list(_PHRASES[2].among(text))
    assert found
    for span in found:
        assert "the" in text[span.start : span.end]


def test_a_word_that_no_earlier_text_held_is_known_with_what_stands_in_it() -> None:
    Words("zebracross", "ebr")
    text = "a prezebracrossing was painted\n" + "nothing of it here\n" * 60
    expect(text)
    assert Words("zebracross").lines(text) == {0}
    assert Words("zebra crossing").lines(text) == set()
    assert Words("ebr").found(text)


def test_words_learned_after_a_text_was_noted_are_found_in_it() -> None:
    text = "the quillwork was lost\n" + "and no more of that\n" * 60
    expect(text)
    assert Words("quillwo").found(text)
    assert not Words("quillwy").found(text)


def test_the_first_match_of_each_line_is_told_whether_or_not_notes_are_taken() -> None:
    text = texts(3, lines=130)
    firsts = {}
    for start, _ in sought(r"refus\w+", text, anywhere=False):
        firsts.setdefault(text.count("\n", 0, start), start)
    assert list(_PHRASES[1].firsts(text)) == list(firsts.values())
    expect(text)
    assert list(_PHRASES[1].firsts(text)) == list(firsts.values())


def test_an_anchor_of_common_words_is_found_as_any_other() -> None:
    phrase = Phrase(r"(?:in the|for you|that use)\b", "in the", "for you", "that use")
    text = "\n".join(
        ["we act for you", "because that is", "it is in there", "that use", "in the"] * 40
    )
    expect(text)
    assert [text[a:b] for a, b in phrase.among(text)] == ["for you", "that use", "in the"] * 40
