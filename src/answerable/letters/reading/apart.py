"""With the request given apart: what in the letter was taken for it and is an answer to it."""

import re
from dataclasses import replace
from itertools import groupby

from answerable.letters.reading import cues
from answerable.model import Block, BlockKind, Question, Voice

_WORD = re.compile(r"[a-z]{3,}")
_LABEL = re.compile(r"\(?\w{1,3}[.)]{1,2} {0,4}")
_RETOLD = 0.5  # of a question's words; who tells it again, in words of their own, keeps so many


def ours(low: str, blocks: list[Block], questions: tuple[Question, ...]) -> list[Block]:
    """The blocks, with a numbered list that only answers the questions in the authority's voice.

    A list below "Your request received on 18 February" is the request told again as a rule. Where
    the request is known, "1. 12 vans." is seen to be no such thing: it neither asks nor has the
    words of question 1.
    """
    asked = {question.number: _words(question.text.lower()) for question in questions}
    if not any(block.voice is Voice.REQUEST and block.number in asked for block in blocks):
        return blocks
    made: list[Block] = []
    for listed, run in groupby(
        blocks, lambda block: block.voice is Voice.REQUEST and bool(block.number)
    ):
        row = list(run)
        if listed and all(_answers(low, block, asked) for block in row):
            row = [replace(block, voice=Voice.AUTHORITY) for block in row]
        made += row
    return made


def _answers(low: str, block: Block, asked: dict[str, set[str]]) -> bool:
    question = asked.get(block.number)
    words = _LABEL.sub("", low[block.span.start : block.span.end], count=1)
    if not question or "?" in words or cues.QUESTION.match(words) or cues.REQUESTS.match(words):
        return False
    return len(question & _words(words)) < _RETOLD * len(question)


def _words(words: str) -> set[str]:
    return set(_WORD.findall(words))


def spoken_to(own: str, blocks: list[Block], questions: tuple[Question, ...]) -> bool:
    """Whether a paragraph takes up the words of a question: "We own 12 vans."

    One that thanks for the request, or says that it came, only acknowledges it.
    """
    stems = {word for question in questions for word in _STEM.findall(question.text.lower())}
    for block in blocks:
        if block.voice is not Voice.AUTHORITY or block.kind is BlockKind.HEADING:
            continue
        words = own[block.span.start : block.span.end]
        if not _RECEIVES.search(words) and not stems.isdisjoint(_STEM.findall(words)):
            return True
    return False


# "many", "what" and "much" are words of any question.
_STEM = re.compile(
    r"\b(?!many\b|much\b|what\b|which\b|were\b|have\b|been\b|does\b|with\b|from\b|them\b|that\b|this\b|your\b|please\b|copy\b|information\b|council\b|held\b|hold\b|each\b|last\b|year)[a-z]{4,}"
)
_RECEIVES = re.compile(
    r"\b(?:thank you|thanks|your (?:request|e-?mail|letter|enquiry)|received|acknowledg\w*|ref(?:erence)?)\b"
)
